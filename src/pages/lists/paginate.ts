import { permalinks } from "../../archive/permalinks.ts";
import { formatCount } from "../../core/language/format.ts";
import type { Language } from "../../core/language/language.ts";
import type { Permalink } from "../../core/model/ids.ts";
import { type Speaker, textsOf } from "../../locales/texts-of.ts";
import type { RelativeUrl } from "../kit/relative-url.ts";

/** A page of a list that is divided, the first is 1. */
export interface ListPage {
  /** The address of the list, which is that of its first page. */
  readonly list: Permalink;
  readonly number: number;
  readonly total: number;
}

/** For whom a list is made: readers of a language, in the words of an archive. */
interface Told {
  readonly language: Language;
  readonly archive: Speaker;
}

/** Number of pages that a list takes; an empty one has one. */
export function pageCount({ length }: readonly unknown[], perPage: number): number {
  return Math.max(1, Math.ceil(length / perPage));
}

/** The items of a page. */
export function pageOf<Item>(items: readonly Item[], number: number, perPage: number): readonly Item[] {
  return items.slice((number - 1) * perPage, number * perPage);
}

/** The title of a list on one of its pages. */
export function titleOfPage(title: string, number: number, { language, archive }: Told): string {
  return number === 1 ? title : `${title} – ${textsOf(language, archive).page(formatCount(number, language))}`;
}

/** What a list says of itself on one of its pages: no two pages of a site describe themselves alike. */
export function describePage(
  text: string,
  { number, total }: Omit<ListPage, "list">,
  { language, archive }: Told,
): string {
  const count = (value: number): string => formatCount(value, language);
  return number === 1 ? text : `${text} ${textsOf(language, archive).pageOf(count(number), count(total))}.`;
}

/** The values of templates/partials/pagination.njk. */
export function paginationView({ list, number, total }: ListPage, { language, archive }: Told, link: RelativeUrl) {
  const t = textsOf(language, archive);
  const count = (value: number): string => formatCount(value, language);
  const pageLink = (page: number): string => (page >= 1 && page <= total ? link(permalinks.pageOf(list, page)) : "");
  return {
    number,
    total,
    label: t.pageOf(count(number), count(total)),
    previous: pageLink(number - 1),
    next: pageLink(number + 1),
    pages: shownPages(number, total).map((page) => ({
      number: page,
      label: t.page(count(page)),
      href: pageLink(page),
      current: page === number,
    })),
  };
}

/** First and last page, and those around the current one; 0 stands for a gap. */
function shownPages(current: number, total: number): readonly number[] {
  const wanted = [...new Set([1, current - 1, current, current + 1, total])]
    .filter((page) => page >= 1 && page <= total)
    .sort((a, b) => a - b);
  return wanted.flatMap((page, index) => (index > 0 && page - (wanted[index - 1] ?? 0) > 1 ? [0, page] : [page]));
}
