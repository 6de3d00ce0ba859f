import type { UnreadableReason } from "../../core/diagnostics/kinds.ts";

/** Why a file or an address could not be read, as the end of a sentence. */
export type UnreadableTexts = Readonly<Record<UnreadableReason, (detail: string) => string>>;

/** What to do about a file or folder that the system does not give, by what it says. */
export type ReadingHint = (code: string) => string;
