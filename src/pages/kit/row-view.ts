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
  const line = context.memo("row", entry.item.file, () => lineOf(entry, context));
  return { ...line, href: link(permalinks.practice(entry.item.language, entry.item.id)) };
}

function lineOf({ item, summary }: PracticeEntry, context: RenderContext) {
  const { places, themes, tally } = context.archive;
  const votes = tally?.counts.get(item.id) ?? 0;
  const date = dayView(item.date, item.language);
  const yearAt = date.text.indexOf(date.year);
  return {
    id: item.id,
    title: bindWithHardSpaces(item.title),
    innovator: bindWithHardSpaces(item.innovator ?? ""),
    place: placeNames(item.municipalities, places, item.language),
    sizes: sizesView(item.municipalities, context, item.language),
    // A printed list shows the year alone.
    date: { ...date, beforeYear: date.text.slice(0, yearAt), fromYear: date.text.slice(yearAt) },
    summary: bindWithHardSpaces(summary),
    themes: item.themes.map((id) => localize(themes.get(id)?.name, item.language)).join(", "),
    own: ownFacts(item, context),
    nominations: votes > 0 ? { count: votes, text: formatCount(votes, item.language) } : null,
  };
}

/** The fields that the archive wants in lists, where the practice states them. */
function ownFacts(item: PracticeEntry["item"], { archive }: RenderContext) {
  const { fields } = archive;
  const { language } = item;
  const shown = fields.filter(({ inRows }) => inRows);
  const texts = shown.length > 0 ? practiceTextsOf(language, fields) : {};
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
  if (!target.has("fullSite")) return [];
  const { bands } = textsOf(language, archive).sizes;
  // In a narrow column a line ends before what is counted, not within the range.
  const bind = (text: string): string => text.replace(/–(.+)\u00a0/, "–\u2060$1 ");
  return bandsOf(codes, archive.places).map((band) => ({ band, text: bind(bands[band]) }));
}
