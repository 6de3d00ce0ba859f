import { permalinks } from "../../archive/permalinks.ts";
import { type CalendarDay, yearOf } from "../../core/language/calendar-day.ts";
import { formatCount, formatDay } from "../../core/language/format.ts";
import { bindWithHardSpaces } from "../../core/language/hard-spaces.ts";
import { type Language, localize } from "../../core/language/language.ts";
import type { PracticeEntry } from "../../core/model/archive.ts";
import { readField } from "../../core/model/fields/complete-record.ts";
import { bandsOf } from "../../core/model/size-bands.ts";
import { practiceTextsOf, textsOf } from "../../locales/texts-of.ts";
import type { RenderContext } from "./context.ts";
import { placeNames } from "./place-name.ts";
import type { RelativeUrl } from "./relative-url.ts";
import { sayValue } from "./say-value.ts";

/** A practice as a line of a list. It stands in several lists, and only its address differs. */
export function rowView(entry: PracticeEntry, context: RenderContext, link: RelativeUrl) {
  const { item } = entry;
  const { day, ...line } = context.memo("row", item.file, () => lineOf(entry, context));
  const year = yearOf(item.date);
  const yearAt = day.indexOf(year);
  // A printed list shows the year alone.
  const date = {
    iso: item.date as string,
    text: day,
    year,
    beforeYear: day.slice(0, yearAt),
    fromYear: day.slice(yearAt),
  };
  return { ...line, date, href: link(permalinks.practice(item.language, item.id)) };
}

/** What is kept of it is all that takes longer to work out than to put together. */
function lineOf({ item, summary }: PracticeEntry, context: RenderContext) {
  const { places, themes, tally } = context.archive;
  const votes = tally?.counts.get(item.id) ?? 0;
  return {
    id: item.id,
    title: bindWithHardSpaces(item.title),
    innovator: bindWithHardSpaces(item.innovator ?? ""),
    place: placeNames(item.municipalities, places, item.language),
    sizes: sizesView(item.municipalities, context, item.language),
    day: formatDay(item.date, item.language),
    summary: bindWithHardSpaces(summary),
    themes: item.themes.map((id) => localize(themes.get(id)?.name, item.language)).join(", "),
    own: ownFacts(item, context),
    nominations: votes > 0 ? { count: votes, text: formatCount(votes, item.language) } : null,
  };
}

const none: readonly never[] = [];

/** The fields that the archive wants in lists, where the practice states them. */
function ownFacts(item: PracticeEntry["item"], { archive }: RenderContext) {
  const { fields } = archive;
  const { language } = item;
  const shown = fields.filter(({ inRows }) => inRows);
  if (shown.length === 0) return none;
  const texts = practiceTextsOf(language, fields);
  return shown.flatMap((field) => {
    const value = readField(item, field);
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    return [
      {
        name: field.name,
        label: texts[field.name]?.label ?? field.name,
        text: sayValue(field, value, { language, archive }),
      },
    ];
  });
}

/** A calendar day for <time>: its ISO form and how people write it. */
export function dayView(day: CalendarDay, language: Language) {
  return { iso: day as string, text: formatDay(day, language), year: yearOf(day) };
}

/** How large places are: each size once, the smallest first. Nothing where the site has no lists by size. */
export function sizesView(
  codes: PracticeEntry["item"]["municipalities"],
  { archive, target }: Pick<RenderContext, "archive" | "target">,
  language: Language,
) {
  if (!target.has("fullSite")) return none;
  const { bands } = textsOf(language, archive).sizes;
  // In a narrow column a line ends before what is counted, not within the range.
  const bind = (text: string): string => text.replace(/–(.+)\u00a0/, "–\u2060$1 ");
  return bandsOf(codes, archive.places).map((band) => ({ band, text: bind(bands[band]) }));
}
