import type { FacetCount } from "../engine/facets.ts";
import type { Found } from "../engine/find.ts";
import { counted, create, part, phrase, region } from "./search-page.ts";

/** What the page says beside the found practices: how the question was read, and what can be done next. */

/** A sentence, and where it leads. */
export interface Note {
  readonly text: string;
  readonly links?: readonly { readonly label: string; readonly query: string }[];
}

/** What was asked and found, as far as notes go. */
export interface Said {
  readonly words: string;
  readonly matches: Found | undefined;
  /** Practices found with the filters and without. */
  readonly count: number;
  readonly unfiltered: number;
  /** All practices. */
  readonly archive: number;
  /** The years that practices are from. */
  readonly years: readonly FacetCount[];
  readonly isPhraseCut: boolean;
}

/** Of fewer practices even all are a list that one looks through. */
const fewPractices = 10;
/** Words that this share of practices has tell none from the others. */
const commonShare = 0.9;

/** Words are in nearly every practice: those that are not looked for, or those that find all. */
function isTooCommon({ words, matches, archive }: Said): boolean {
  if (matches === undefined) return words.trim() !== "";
  return !matches.haveSome && archive > fewPractices && matches.practices.length > archive * commonShare;
}

export function notesOf(said: Said): readonly Note[] {
  const { words, matches, count, unfiltered, years, isPhraseCut } = said;
  const empty = words.split(/\D+/).filter((word) => isYear(word) && !years.some(({ key }) => key === word));
  const unknown = (matches?.unknown ?? []).filter(({ word }) => !empty.includes(word));
  return [
    ...(isTooCommon(said) ? [{ text: phrase("tooCommon") }] : []),
    ...empty.map((year) => noYear(year, years)),
    ...unknown.map(({ word, isReplaced }) => ({ text: phrase(isReplaced ? "replaced" : "absent", { word }) })),
    ...(matches?.haveSome ? [{ text: phrase("haveSome") }] : []),
    ...(matches?.lackOne.size ? [{ text: phrase("haveMost") }] : []),
    ...(isPhraseCut ? [{ text: phrase("phraseLimit") }] : []),
    ...(count === 0 && unfiltered > 0 ? [withoutFilters(words, unfiltered)] : []),
  ];
}

const isYear = (word: string): boolean => /^(?:19|20)\d\d$/.test(word);

/** The years before and after one without practices. */
function noYear(word: string, years: readonly FacetCount[]): Note {
  const sorted = [...years].sort((a, b) => Number(a.key) - Number(b.key));
  const neighbours = [sorted.filter(({ key }) => key < word).pop(), sorted.find(({ key }) => key > word)];
  const links = neighbours.flatMap((year) =>
    year ? [{ label: `${year.label} (${counted(year.count)})`, query: `year=${year.key}` }] : [],
  );
  return { text: phrase("noYear", { word }), links };
}

function withoutFilters(words: string, unfiltered: number): Note {
  const query = String(new URLSearchParams({ q: words.trim() }));
  return { text: "", links: [{ label: phrase("withoutFilters", { count: counted(unfiltered) }), query }] };
}

export function showNotes(notes: readonly Note[]): void {
  const lines = notes.map(({ text, links = [] }) => {
    const line = create("p", { textContent: text });
    for (const { label, query } of links) line.append(" ", create("a", { href: `?${query}`, textContent: label }));
    return line;
  });
  part("[data-notes]", region).replaceChildren(...lines);
}
