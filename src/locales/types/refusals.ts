import type { RefusalKind } from "../../core/diagnostics/refusal.ts";

/** What the machine refuses: why, as the end of a sentence, and what to do. `code` is what the system says. */
export type RefusalTexts = Readonly<
  Record<RefusalKind, (code: string) => { readonly reason: string; readonly remedy: string }>
>;
