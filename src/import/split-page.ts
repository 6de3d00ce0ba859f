import type { ExpectedSection } from "../core/model/site.ts";
import { bareText } from "./old-labels.ts";
import type { OldPage, PageLine } from "./old-page.ts";
import { sectionBegunBy } from "./recognise.ts";

/** A page of several practices, as one page each. */
export interface SplitPage {
  readonly pages: readonly OldPage[];
  /** Above the first title. */
  readonly above: readonly PageLine[];
}

/**
 * Splits a page before the title of each practice: the last line that stands out between the end of one practice and the first section of the next.
 * Undefined if one of them has no such title.
 */
export function splitPage(page: OldPage, expected: readonly ExpectedSection[]): SplitPage | undefined {
  const { lines } = page;
  const sections = lines.flatMap(({ text }, index) => {
    const kind = sectionBegunBy(text, expected);
    return kind === "other" ? [] : [{ kind, index }];
  });
  const titles = sections.flatMap(({ kind, index: start }, at) => {
    if (kind !== sections[0]?.kind) return [];
    const end = sections[at - 1]?.index ?? -1;
    return [lines.findLastIndex((line, index) => index < start && index > end && standsOut(line))];
  });
  if (titles.some((title) => title < 0)) return undefined;
  const parts = titles.map((title, index) => lines.slice(title, titles[index + 1]));
  const pages = parts.map((part): OldPage => {
    const text = part.map((line) => line.text).join("\n");
    const notes = page.notes.filter((note) => text.includes(note.text.slice(0, note.text.indexOf("]") + 1)));
    return { ...page, head: { title: "", iid: undefined }, lines: part, notes };
  });
  return { pages, above: lines.slice(0, titles[0]).filter(({ text }) => text.trim() !== "") };
}

/** A heading, or a line that is bold, centred or large. */
function standsOut({ text, isProminent }: PageLine): boolean {
  return bareText(text) !== "" && (isProminent === true || /^\s*(?:#{1,6}\s|(\*\*|__)[^*_]+\1\s*$)/.test(text));
}
