import type { Archive, PracticeEntry } from "../core/model/archive.ts";
import type { Body } from "../core/model/body.ts";
import { sectionKinds } from "../core/model/body.ts";

/** The optional parts that make a practice complete. */
export const wantedParts = [
  ...sectionKinds,
  "summary",
  "innovator",
  "municipality",
  "themes",
  "status",
  "cost",
  "lessons",
  "contact",
  "translation",
] as const;

export type WantedPart = (typeof wantedParts)[number];

export interface Completeness {
  readonly entry: PracticeEntry;
  readonly missing: readonly WantedPart[];
}

/**
 * Lists the missing parts of each practice, the least complete practice first.
 * @param bodyOf gives the rendered text of a file
 */
export function measureCompleteness(archive: Archive, bodyOf: (file: string) => Body): readonly Completeness[] {
  const practices = [...archive.editions.values()].flatMap((edition) => edition.practices);
  const sources = { archive, bodyOf };
  return practices
    .map((entry) => ({ entry, missing: wantedParts.filter((part) => !hasPart(part, entry, sources)) }))
    .sort((a, b) => b.missing.length - a.missing.length || (a.entry.item.file < b.entry.item.file ? -1 : 1));
}

interface Sources {
  readonly archive: Archive;
  readonly bodyOf: (file: string) => Body;
}

function hasPart(part: WantedPart, { item }: PracticeEntry, { archive, bodyOf }: Sources): boolean {
  switch (part) {
    case "background":
    case "practice":
    case "results":
      return bodyOf(item.file).sections.some(({ kind }) => kind === part);
    case "municipality":
      return item.municipalities.length > 0;
    case "themes":
      return item.themes.length > 0;
    case "status":
      return item.status !== undefined && item.status.state !== "unknown";
    case "translation":
      return [...archive.editions.values()].every(({ practicesById }) => practicesById.has(item.id));
    default:
      return item[part] !== undefined;
  }
}
