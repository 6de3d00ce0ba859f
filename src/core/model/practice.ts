import type { CalendarDay } from "../language/calendar-day.ts";
import type { Language } from "../language/language.ts";
import type { MunicipalityCode, PracticeId, ThemeId } from "./ids.ts";

/** One language version of a practice, as its file states it; the text itself is a `Body`. */
export interface Practice {
  readonly id: PracticeId;
  readonly language: Language;
  /** Path relative to the root, such as `content/practices/2016/x.bg.md`. */
  readonly file: string;
  readonly title: string;
  /** Undefined if not stated. */
  readonly innovator: string | undefined;
  readonly date: CalendarDay;
  readonly projectUrl: string | undefined;
  readonly summary: string | undefined;
  readonly municipalities: readonly MunicipalityCode[];
  readonly themes: readonly ThemeId[];
  readonly contact: Contact | undefined;
  readonly status: PracticeStatus | undefined;
  readonly cost: string | undefined;
  readonly lessons: string | undefined;
  readonly adoptedBy: readonly string[];
  readonly adoptedFrom: readonly string[];
  readonly awards: readonly Award[];
  readonly attachments: readonly Attachment[];
  readonly aliases: readonly string[];
  /** Number in the old archive. */
  readonly legacyIid: number | undefined;
  readonly translation: Translation | undefined;
  readonly draft: boolean;
}

export interface Contact {
  readonly name?: string;
  readonly role?: string;
  readonly organisation?: string;
  readonly address?: string;
  readonly tel?: string;
  readonly fax?: string;
  readonly email?: string;
}

export const statusStates = ["active", "ended", "unknown"] as const;
export type StatusState = (typeof statusStates)[number];

export interface PracticeStatus {
  readonly state: StatusState;
  readonly checked: CalendarDay | undefined;
}

export const translations = ["full", "short", "machine"] as const;
export type Translation = (typeof translations)[number];

export interface Award {
  readonly name: string;
  readonly year: number | undefined;
}

export interface Attachment {
  readonly file: string;
  readonly title: string;
}
