import { permalinks } from "../../archive/permalinks.ts";
import { rankByNominations } from "../../archive/rank.ts";
import { formatCount } from "../../core/language/format.ts";
import type { Language } from "../../core/language/language.ts";
import type { PracticeEntry } from "../../core/model/archive.ts";
import type { Ranked } from "../../core/model/tally.ts";
import { textsOf } from "../../locales/texts-of.ts";
import type { RenderContext, Viewpoint } from "../kit/context.ts";
import { placeNames } from "../kit/place-name.ts";
import type { RelativeUrl } from "../kit/relative-url.ts";
import { dayView } from "../kit/row-view.ts";

/** The day of the tally, or null if the site is built without one. */
export function asOfView({ archive: { tally } }: RenderContext, language: Language) {
  return tally ? dayView(tally.day, language) : null;
}

/** The practices with most nominations, for a short list; null if none has any. */
export function mostNominatedView(
  practices: readonly PracticeEntry[],
  { context, link }: Viewpoint,
  { language, shown }: { readonly language: Language; readonly shown: number },
) {
  const { tally } = context.archive;
  const ranked = rankByNominations(practices, tally, language);
  if (!tally || ranked.length === 0) return null;
  const all = permalinks.nominated(language);
  return {
    entries: ranked.slice(0, shown).map((entry) => rankedView(entry, context, link)),
    asOf: dayView(tally.day, language),
    href: context.planned.has(all) ? link(all) : "",
  };
}

/** A practice with its rank, `1`, and its number of nominations, `12` and “12 nominations”. */
export function rankedView(
  { rank, votes, item: entry }: Ranked<PracticeEntry>,
  context: RenderContext,
  link: RelativeUrl,
) {
  const { item } = entry;
  const { language } = item;
  const count = formatCount(votes, language);
  return {
    rank,
    id: item.id,
    title: item.title,
    href: link(permalinks.practice(language, item.id)),
    place: placeNames(item.municipalities, context.archive.places, language),
    year: dayView(item.date, language).year,
    votes,
    count,
    text: textsOf(language, context.archive).nominationsTotal(count),
  };
}
