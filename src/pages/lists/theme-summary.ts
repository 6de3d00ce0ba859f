import { yearOf } from "../../core/language/calendar-day.ts";
import { localize } from "../../core/language/language.ts";
import type { Archive, Edition } from "../../core/model/archive.ts";
import type { ThemeId } from "../../core/model/ids.ts";
import { yearBars } from "../kit/figures/figures.ts";

/** What a theme is about, and when it was written of. */
export function themeSummary({ language, themes, years }: Edition, archive: Archive, id: ThemeId) {
  const practices = themes.get(id) ?? [];
  return {
    about: localize(archive.themes.get(id)?.about, language),
    bars: yearBars(
      practices.map(({ item }) => yearOf(item.date)),
      [...years.keys()],
    ),
  };
}
