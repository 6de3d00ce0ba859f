import type { PracticeEntry } from "../../core/model/archive.ts";
import type { Inputs } from "../typst/engine.ts";
import type { PressLine } from "../typst/press.ts";
import { chapterName, indexName, writeBook } from "./book-source.ts";
import { divideBook, type Thickness } from "./divide-book.ts";
import type { PrintJob } from "./find-fits.ts";
import type { BookPart } from "./plan-book.ts";
import { labelOf } from "./practice-call.ts";
import { survey } from "./survey-book.ts";

/** A volume, and where everything in it will be. */
export interface PlannedVolume {
  readonly part: BookPart;
  readonly pages: number;
  readonly places: ReadonlyMap<string, number>;
  /** The number of its first page, and what is in other volumes. */
  readonly given: Inputs;
}

/** Divisions after which a volume is left too thick: that of one practice with more pages than a volume may have. */
const mostDivisions = 6;

/**
 * Divides a book whose practices have so many pages into volumes that are not too thick. Each division is tried as books of blank pages,
 * with covers, contents and indexes as they will be. Rejects with `PressFault`.
 */
export async function planVolumes(
  job: PrintJob,
  lengths: ReadonlyMap<string, number>,
  limit: number,
): Promise<readonly PlannedVolume[]> {
  const [whole] = job.plan.parts;
  const press = await job.shop.press();
  return press.use(async (line) => {
    const settle = (thickness: Thickness) => settleBlank(divideBook(whole, limit, thickness), { job, lengths, line });
    const byLength = (entry: PracticeEntry): number => lengths.get(labelOf(entry.item)) ?? 0;
    let volumes = await settle({ front: 4, practice: byLength, back: 0 });
    let found = thicknessOf(volumes);
    for (let division = 1; division < mostDivisions; division++) {
      const excess = Math.max(0, ...volumes.map(({ pages }) => pages - limit));
      if (division > 1 && excess === 0) break;
      // What is not known of a thickness, such as the opening of a chapter that goes on, shows as an excess.
      if (division > 1) found = { ...found, front: found.front + excess };
      const again = divideBook(whole, limit, found);
      if (excess === 0 && again.length >= volumes.length) break;
      volumes = await settle(found);
    }
    return volumes.map((volume, index) => ({ ...volume, given: given(volumes, index) }));
  });
}

type BlankVolume = Omit<PlannedVolume, "given">;

interface BlankJob {
  readonly job: PrintJob;
  readonly lengths: ReadonlyMap<string, number>;
  readonly line: PressLine;
}

/** Sets volumes of blank pages. Each knows those before it, so that the indexes of the last one are as long as they will be. */
async function settleBlank(
  parts: readonly BookPart[],
  { job, lengths, line }: BlankJob,
): Promise<readonly BlankVolume[]> {
  const { plan, shop, options } = job;
  const blanks = [...lengths].map(([name, pages]) => `${name}=${pages}`).join(" ");
  const volumes: BlankVolume[] = [];
  for (const part of parts) {
    const { source } = writeBook({ ...plan, parts: [part] }, shop, { ...options, isBlank: true });
    const { pages, places } = await survey(line, source, { blanks, ...given(volumes, volumes.length) });
    volumes.push({ part, pages, places: new Map(places) });
  }
  return volumes;
}

/** What a volume is told: where it begins, and where everything is that is not in it. */
function given(volumes: readonly BlankVolume[], own: number): Inputs {
  const starts = [1];
  for (const { pages } of volumes) starts.push((starts.at(-1) ?? 1) + pages);
  const elsewhere = volumes.flatMap(({ places }, index) =>
    index === own
      ? []
      : [...places].map(([name, page]) => `${name}=${index + 1}:${page + (starts[index] ?? 1) - 1}`),
  );
  return { first: String(starts[own]), elsewhere: elsewhere.join(" ") };
}

/** What volumes came to. */
function thicknessOf(volumes: readonly BlankVolume[]): Thickness {
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
