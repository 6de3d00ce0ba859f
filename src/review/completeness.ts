import type { Archive, PracticeEntry } from "../core/model/archive.ts";
import type { Body } from "../core/model/body.ts";
import { type WantedPart, wantedParts } from "../core/model/wanted-parts.ts";

export interface Completeness {
  readonly entry: PracticeEntry;
  readonly missing: readonly WantedPart[];
}

/** What each practice lacks, the least complete first. @param bodyOf the rendered text of a file */
export function measureCompleteness(archive: Archive, bodyOf: (file: string) => Body): readonly Completeness[] {
  const practices = [...archive.editions.values()].flatMap((edition) => edition.practices);
  return practices
    .map((entry) => ({ entry, missing: wantedParts.filter((part) => !has(part, entry, archive, bodyOf)) }))
    .sort((a, b) => b.missing.length - a.missing.length || (a.entry.item.file < b.entry.item.file ? -1 : 1));
}

function has(part: WantedPart, { item }: PracticeEntry, archive: Archive, bodyOf: (file: string) => Body): boolean {
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
