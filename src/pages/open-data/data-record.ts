import type { Archive, PracticeEntry } from "../../core/model/archive.ts";
import { type DataValue, publishedColumns } from "./data-columns.ts";

/** A language version of a practice as open data, by the names of the columns and in their order. */
export type DataRecord = Readonly<Record<string, DataValue>>;

/** All practices in all languages, by id, one after the other. */
export function* dataRecords(
  archive: Archive,
): Generator<{ readonly entry: PracticeEntry; readonly record: DataRecord }> {
  const columns = publishedColumns(archive);
  for (const entry of entriesOf(archive))
    yield {
      entry,
      record: Object.fromEntries(columns.map(({ name, valueIn }) => [name, valueIn(entry, archive)])),
    };
}

export function entriesOf({ editions }: Archive): readonly PracticeEntry[] {
  return [...editions.values()]
    .flatMap(({ practices }) => practices)
    .map((entry) => ({ entry, id: entry.item.id, language: entry.item.language }))
    .sort((a, b) => compare(a.id, b.id) || compare(a.language, b.language))
    .map(({ entry }) => entry);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
