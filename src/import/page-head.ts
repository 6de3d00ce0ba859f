import { parseOldDate } from "./old-date.ts";
import { bareText, isFurniture, isOrganisation } from "./old-labels.ts";
import type { PageLine } from "./old-page.ts";

/** A value of an old page, and its line from 1. */
export interface ValueOnLine {
  readonly value: string;
  readonly line: number;
}

/** From where a title was taken, the surest first. */
export type TitleFrom = "heading" | "emphasis" | "first-line" | "window" | "file";

export interface PageHead {
  readonly title: ValueOnLine | undefined;
  readonly titleFrom: TitleFrom;
  readonly organisation: ValueOnLine | undefined;
  /** What is neither of them. */
  readonly lead: readonly PageLine[];
}

export const maxValueCharacters = 200;

/**
 * Title and organisation among the short lines at the top of a page. The page's own heading is the title, then a bold or centred line, then the
 * first one; the organisation follows it or, by its name, comes before it.
 */
export function takeHead(before: readonly PageLine[], pageTitle: string): PageHead {
  const lines = before.filter(({ text }) => text.trim() !== "");
  const end = lines.findIndex((line) => !isShort(line));
  const top = end < 0 ? lines : lines.slice(0, end);
  const title = findTitle(top, pageTitle);
  if (!title) {
    const own = pageTitle && !isFurniture(pageTitle) ? { value: pageTitle, line: 1 } : undefined;
    return { title: own, titleFrom: own ? "window" : "file", organisation: undefined, lead: before };
  }
  const at = top.indexOf(title);
  const above = top.slice(0, at);
  const next = lines[at + 1];
  const organisation = above.find(({ text }) => isOrganisation(text)) ?? (next && isNameOfOne(next) ? next : undefined);
  const siteName = above.find(({ text }) => bareText(text) === pageTitle);
  const taken = new Set<PageLine | undefined>([title, organisation, siteName]);
  return {
    title: found(title),
    titleFrom: isHeading(title) ? "heading" : isProminent(title) ? "emphasis" : "first-line",
    organisation: organisation && found(organisation),
    lead: before.filter((line) => !taken.has(line)),
  };
}

function findTitle(top: readonly PageLine[], pageTitle: string): PageLine | undefined {
  const [first, second] = top;
  const heading = top.find(isHeading);
  if (heading || !first) return heading;
  const isFirstOfSite = isOrganisation(first.text) || bareText(first.text) === pageTitle;
  return !isProminent(first) && isFirstOfSite && second && isProminent(second) ? second : first;
}

const found = ({ text, line }: PageLine): ValueOnLine => ({ value: bareText(text), line });

const isHeading = ({ text }: PageLine): boolean => /^\s*#{1,2}\s/.test(text);

const isProminent = ({ text, isProminent: stood }: PageLine): boolean =>
  stood === true || /^\s*(?:#{1,6}\s|(\*\*|__)[^*_]+\1\s*$)/.test(text);

/** No list, table, quotation or date. */
const isShort = ({ text }: PageLine): boolean =>
  bareText(text).length <= maxValueCharacters && !/^\s*(?:[-*+]\s|\d|[|>])/.test(text) && !parseOldDate(bareText(text));

const isNameOfOne = (line: PageLine): boolean =>
  isShort(line) && bareText(line.text).length <= 100 && !/[.!?]$/.test(line.text);
