import type { SeverityNames } from "../../core/diagnostics/texts.ts";

export const severities: SeverityNames = { error: "error", warning: "warning", info: "note" };
