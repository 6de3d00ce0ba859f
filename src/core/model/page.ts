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
  readonly aliases: readonly string[];
  readonly draft: boolean;
}
