import { toAdopter } from "../../archive/adoptions.ts";
import { permalinks } from "../../archive/permalinks.ts";
import type { Archive, PracticeEntry } from "../../core/model/archive.ts";

/** What a field holds, in the words of Table Schema; lists are divided by " | " in a table. */
export type DataFieldType = "string" | "date" | "year" | "integer" | "list";

/** The fields of the open data, in their order. */
export const dataFields = {
  id: "string",
  language: "string",
  title: "string",
  innovator: "string",
  date: "date",
  summary: "string",
  themes: "list",
  municipalities: "list",
  provinces: "list",
  status: "string",
  statusChecked: "date",
  cost: "string",
  lessons: "string",
  awards: "list",
  adoptedFrom: "list",
  adoptedBy: "list",
  nominations: "integer",
  projectUrl: "string",
  translation: "string",
  legacyId: "integer",
  url: "string",
} as const satisfies Readonly<Record<string, DataFieldType>>;

export type DataField = keyof typeof dataFields;

/** A language version of a practice as open data. Null: the archive does not say. */
export type DataRecord = Readonly<Record<DataField, string | number | readonly string[] | null>>;

/** All practices in all languages, by id. */
export function dataRecords(archive: Archive): readonly DataRecord[] {
  return entriesOf(archive).map((entry) => recordOf(entry, archive));
}

export function entriesOf({ editions }: Archive): readonly PracticeEntry[] {
  return [...editions.values()]
    .flatMap(({ practices }) => practices)
    .sort((a, b) => compare(a.item.id, b.item.id) || compare(a.item.language, b.item.language));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function recordOf({ item, summary }: PracticeEntry, { site, places, adoptions, tally }: Archive): DataRecord {
  const adoption = adoptions.get(item.id);
  // What practices say of each other goes both ways; other texts are those of this version.
  const adopters = (side: "from" | "by", written: readonly string[]): readonly string[] => [
    ...(adoption?.[side] ?? []).flatMap((adopter) => ("id" in adopter ? [adopter.id as string] : [])),
    ...written.filter((text) => !("id" in toAdopter(text, adoptions))),
  ];
  const provinces = item.municipalities.map((code) => places.get(code)?.province.code ?? "");
  return {
    id: item.id,
    language: item.language,
    title: item.title,
    innovator: item.innovator ?? null,
    date: item.date,
    summary: summary || null,
    themes: item.themes,
    municipalities: item.municipalities,
    provinces: [...new Set(provinces)].filter(Boolean),
    status: item.status?.state ?? null,
    statusChecked: item.status?.checked ?? null,
    cost: item.cost ?? null,
    lessons: item.lessons ?? null,
    awards: item.awards.map(({ name, year }) => (year === undefined ? name : `${name} (${year})`)),
    adoptedFrom: adopters("from", item.adoptedFrom),
    adoptedBy: adopters("by", item.adoptedBy),
    nominations: tally ? (tally.counts.get(item.id) ?? 0) : null,
    projectUrl: item.projectUrl ?? null,
    translation: item.translation ?? null,
    legacyId: item.legacyIid ?? null,
    url: site.baseUrl + permalinks.practice(item.language, item.id),
  };
}
