import type { Language } from "../core/language/language.ts";
import { slugify } from "../core/language/slug.ts";
import type { WrittenField } from "../read/compose-document.ts";
import { parseDocument } from "../read/parse-document.ts";
import type { ImportRecord } from "./import-record.ts";

/** A practice that is in the archive already: the import adds nothing to it. */
export interface KnownPractice {
  readonly id: string;
  readonly language: Language;
  readonly iid: number | undefined;
  readonly title: string;
  readonly path: string;
  /** As it was imported, if it was. */
  readonly imported?: ImportRecord | undefined;
}

/** What is imported, and may be in the archive already. */
export interface Candidate {
  readonly language: Language;
  readonly iid: number | undefined;
  readonly title: string;
  /** As findings name it. */
  readonly source: string;
  /** The same at every import of the same thing, within its source. */
  readonly key: string | undefined;
  readonly fields: Readonly<Record<string, WrittenField>>;
}

/** The practice with the number, the title, or the id that the title gives; by the title also as it was imported. */
export function findSame(candidate: Candidate, known: readonly KnownPractice[]): KnownPractice | undefined {
  const { language, iid, title } = candidate;
  const mine = known.filter((other) => other.language === language);
  const byNumber = iid === undefined ? undefined : mine.find((other) => other.iid === iid);
  const rest = mine.filter((other) => iid === undefined || other.iid === undefined);
  const base = slugify(title);
  return (
    byNumber ??
    nearestTwin(
      candidate,
      rest.filter((other) => other.title === title),
    ) ??
    nearestTwin(
      candidate,
      rest.filter(({ imported }) => imported?.title.value === title),
    ) ??
    rest.find(({ id }) => base !== "" && id === base)
  );
}

/** Of practices of one title the one that came from the same place of the source, or says most of the same: an update must not exchange them. */
function nearestTwin(candidate: Candidate, twins: readonly KnownPractice[]): KnownPractice | undefined {
  const likeness = ({ imported }: KnownPractice): number =>
    imported ? shareOfSame(imported, candidate.fields) + (isSamePlace(candidate, imported) ? 0.5 : 0) : 0;
  return twins.length < 2 ? twins[0] : twins.reduce((best, other) => (likeness(other) > likeness(best) ? other : best));
}

function isSamePlace({ source, key }: Pick<Candidate, "source" | "key">, imported: ImportRecord): boolean {
  return key !== undefined && imported.key === key && baseName(imported.source) === baseName(source);
}

/**
 * The practice that came from the same place of the same source, whatever it is called now. Running numbers of a list may mean other rows a year
 * later, so at least half of what the fields say must be the same.
 */
export function findByKey(
  { language, source, key, fields }: Candidate,
  known: readonly KnownPractice[],
): KnownPractice | undefined {
  if (key === undefined) return undefined;
  return known.find(
    ({ language: spoken, imported }) =>
      spoken === language &&
      imported !== undefined &&
      isSamePlace({ source, key }, imported) &&
      shareOfSame(imported, fields) >= 0.5,
  );
}

const baseName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

function shareOfSame({ path, text }: ImportRecord, fields: Candidate["fields"]): number {
  const before = parseDocument({ path, text }).value?.fields ?? {};
  const names = [...new Set([...Object.keys(before), ...Object.keys(fields)])].filter((name) => name !== "aliases");
  const same = names.filter((name) => JSON.stringify(before[name]) === JSON.stringify(fields[name]));
  return same.length / Math.max(1, names.length);
}
