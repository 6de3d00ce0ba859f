import type { PracticeEntry } from "../../core/model/archive.ts";
import type { Inputs } from "../typst/engine.ts";
import { chapterName, indexName, writeBook } from "./book-source.ts";
import { divideBook, type Thickness } from "./divide-book.ts";
import type { PrintJob } from "./find-fits.ts";
import type { BookPart } from "./plan-book.ts";
import { labelOf } from "./practice-call.ts";
import { survey } from "./survey-book.ts";
import { twoAtATime } from "./two-at-a-time.ts";

/** A volume, and where everything in it will be. */
export interface PlannedVolume {
  readonly part: BookPart;
  readonly pages: number;
  readonly places: ReadonlyMap<string, number>;
  /** The number of its first page, and what is in other volumes. */
  readonly given: Inputs;
}

/** Tries after which volumes are left as they are: one practice may have more pages than a volume. */
const mostTries = 8;

/**
 * Divides a book whose practices have so many pages into volumes that are not too thick. Each division is tried as books of blank pages,
 * with covers, contents and indexes as they will be, until all that they say of one another is right. Rejects with `PressFault`.
 */
export async function planVolumes(
  job: PrintJob,
  lengths: ReadonlyMap<string, number>,
  limit: number,
): Promise<readonly PlannedVolume[]> {
  const [whole] = job.plan.parts;
  const byLength = (entry: PracticeEntry): number => lengths.get(labelOf(entry.item)) ?? 0;
  let thickness: Thickness = { front: 4, practice: byLength, back: 0 };
  let parts = divideBook(whole, limit, thickness);
  let known: readonly PlacedVolume[] = [];
  for (let tries = 1; ; tries++) {
    const volumes = await settleBlank(parts, { job, lengths, known });
    const excess = Math.max(0, ...volumes.map(({ pages }) => pages - limit));
    if (tries === mostTries || (excess === 0 && tries > 1 && isSame(volumes, known))) return tellVolumes(volumes);
    known = volumes;
    if (tries > 1 && excess === 0) continue;
    // What is not known of a thickness, such as the opening of a chapter that goes on, shows as an excess.
    const found = thicknessOf(volumes);
    thickness = tries === 1 ? found : { ...found, front: Math.max(found.front, thickness.front) + excess };
    const again = divideBook(whole, limit, thickness);
    if (excess === 0 && again.length >= parts.length) continue;
    [parts, known] = [again, []];
  }
}

/** A volume that has been set, and where everything in it is. */
export type PlacedVolume = Omit<PlannedVolume, "given">;

/** Whether all that is planned of volumes is where others have it. */
export const isSame = (volumes: readonly PlacedVolume[], others: readonly PlacedVolume[]): boolean =>
  volumes.length === others.length &&
  volumes.every(({ pages, places }, index) => {
    const other = others[index];
    return other?.pages === pages && [...places].every(([name, page]) => other.places.get(name) === page);
  });

interface BlankJob {
  readonly job: PrintJob;
  readonly lengths: ReadonlyMap<string, number>;
  /** The volumes as they came out last. */
  readonly known: readonly PlacedVolume[];
}

/** Sets volumes of blank pages. */
async function settleBlank(
  parts: readonly BookPart[],
  { job: { plan, shop, options }, lengths, known }: BlankJob,
): Promise<readonly PlacedVolume[]> {
  const blanks = [...lengths].map(([name, pages]) => `${name}=${pages}`).join(" ");
  const press = await shop.press();
  return twoAtATime([...parts.entries()], async ([index, part]) => {
    const { source } = writeBook({ ...plan, parts: [part] }, shop, { ...options, isBlank: true });
    const inputs = { blanks, ...tell(known, index) };
    const { pages, places } = await press.use((line) => survey(line, source, inputs));
    return { part, pages, places: new Map(places) };
  });
}

export const tellVolumes = (volumes: readonly PlacedVolume[]): readonly PlannedVolume[] =>
  volumes.map((volume, index) => ({ ...volume, given: tell(volumes, index) }));

/** What a volume is told: where it begins, and where everything is that is not in it. */
function tell(volumes: readonly PlacedVolume[], own: number): Inputs {
  const starts = volumes.map((_, index) => volumes.slice(0, index).reduce((sum, { pages }) => sum + pages, 1));
  const elsewhere = volumes.flatMap(({ places }, index) => {
    const start = starts[index] ?? 1;
    return index === own ? [] : [...places].map(([name, page]) => `${name}=${index + 1}:${page + start - 1}`);
  });
  return { first: String(starts[own] ?? 1), elsewhere: elsewhere.join(" ") };
}

/** What volumes came to. */
function thicknessOf(volumes: readonly PlacedVolume[]): Thickness {
  const pagesOf = new Map<PracticeEntry, number>();
  let [front, back] = [0, 0];
  for (const { part, pages, places } of volumes) {
    const end = places.get(indexName(part)) ?? pages + 1;
    back += pages + 1 - end;
    const begins = part.chapters.flatMap((chapter) =>
      chapter.practices.map((entry, order) => {
        const name = order === 0 ? chapterName(part, chapter) : labelOf(entry.item);
        return { entry, page: places.get(name) ?? end };
      }),
    );
    front = Math.max(front, (begins[0]?.page ?? 1) - 1);
    for (const [index, { entry, page }] of begins.entries())
      pagesOf.set(entry, (begins[index + 1]?.page ?? end) - page);
  }
  return { front, practice: (entry) => pagesOf.get(entry) ?? 0, back };
}
