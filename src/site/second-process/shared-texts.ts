import type { CachedText } from "../incremental/folder-cache.ts";
import type { BodyStore } from "../load/body-store.ts";
import type { SharedTexts } from "./messages.ts";

type Records = ReadonlyMap<string, CachedText>;
type Rows = readonly (readonly [file: string, record: CachedText])[];

/**
 * What came of texts, for the other process. Records go by the file of the texts: a message that is larger than a pipe waits until its
 * sender has nothing else to do.
 *
 * @param bodies has their HTML
 */
export function packTexts(files: readonly string[], records: Records, bodies: BodyStore): SharedTexts {
  const rows = files.map((file) => [file, records.get(file)]);
  const places = bodies.placesOf(files);
  return { records: bodies.leave(JSON.stringify(rows)), places };
}

/** What came of texts in the other process. @param bodies is told where their HTML lies */
export function unpackTexts({ records, places }: SharedTexts, bodies: BodyStore): Rows {
  const rows: Rows = JSON.parse(bodies.fetch(records));
  bodies.adopt(
    rows.map(([file]) => file),
    places,
  );
  return rows;
}
