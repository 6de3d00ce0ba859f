import type { SeverityNames } from "../../core/diagnostics/texts.ts";

export const severities: SeverityNames = { error: "грешка", warning: "предупреждение", info: "бележка" };
