import type { Locale } from "../../locales/locale.ts";
import type { Folders } from "../../site/folders.ts";

/** A line of the report. What is absent, and needed by few, is not wrong. */
export interface Remark {
  readonly kind: "fine" | "wrong" | "absent";
  /** With what to do, where something is wrong. */
  readonly text: string;
}

/** What all looks need. */
export interface Looking {
  readonly folders: Folders;
  readonly locale: Locale;
}

export const fine = (text: string): Remark => ({ kind: "fine", text });
export const wrong = (text: string): Remark => ({ kind: "wrong", text });
export const absent = (text: string): Remark => ({ kind: "absent", text });
