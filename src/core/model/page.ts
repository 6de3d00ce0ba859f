import type { CalendarDay } from "../language/calendar-day.ts";
import type { Language } from "../language/language.ts";
import type { PageId } from "./ids.ts";

/** A static page, such as “About”. */
export interface Page {
  readonly id: PageId;
  readonly language: Language;
  readonly file: string;
  readonly title: string;
  readonly summary: string | undefined;
  readonly updated: CalendarDay | undefined;
  /** Whether the foot of every page leads to it. */
  readonly isInFooter: boolean;
  readonly aliases: readonly string[];
  readonly draft: boolean;
}
