import type { PracticeEntry } from "../../core/model/archive.ts";
import type { BookPaper } from "../../core/model/issue.ts";
import type { PrintShop } from "../print-shop.ts";
import { type BookOptions, chapterName, indexName } from "./book-source.ts";
import { divideBook, type Thickness } from "./divide-book.ts";
import type { BookPart, PlannedBook } from "./plan-book.ts";
import { labelOf } from "./practice-call.ts";
import { type PressedBook, pressBook, setBook } from "./press-book.ts";
import { type SettledBook, settleBook } from "./settle-book.ts";

/** A book that is too thick to be bound as one comes as several; each has the name of its file. */
export interface PressedVolume extends PressedBook {
  readonly name: string;
}

/**
 * Prints a book, in volumes if it has more pages than site.yaml allows. Their pages are numbered through: the contents, which each
 * volume has of all, the indexes of the last one and links from one to another need only name a page. A book of several languages
 * becomes one for each. Findings: those of `pressBook`. Rejects with `NoTypst`.
 */
export async function pressVolumes(
  plan: PlannedBook,
  shop: PrintShop,
  options: BookOptions,
): Promise<readonly PressedVolume[]> {
  const limit = shop.site.context.archive.site.binding.volumePages;
  const [part, ...others] = plan.parts;
  const isDivided = (parts: readonly BookPart[]): boolean =>
    parts.length > 1 && plan.form === "book" && !options.isFolded;
  const perLanguage = async (): Promise<readonly PressedVolume[]> => {
    const books = plan.parts.map((one) => ({ ...plan, name: `${plan.name}.${one.language}`, parts: [one] as const }));
    return (await Promise.all(books.map((book) => pressVolumes(book, shop, options)))).flat();
  };
  const guess = guessThickness(plan, options.paper);
  const guessed = plan.parts.flatMap((one) => divideBook(one, limit / plan.parts.length, guess));
  if (guessed.length > plan.parts.length && isDivided(guessed))
    return others.length > 0 ? perLanguage() : pressDivided(plan, guessed, { shop, options, limit });
  const book = await pressBook(plan, shop, options);
  if (book.settled && book.pages > limit) {
    const divided = divideBook(part, limit, thicknessOf([{ part, settled: book.settled }]));
    if (isDivided(plan.parts)) return perLanguage();
    if (isDivided(divided)) return pressDivided(plan, divided, { shop, options, limit });
  }
  return [{ ...book, name: plan.name }];
}

interface VolumeJob {
  readonly shop: PrintShop;
  readonly options: BookOptions;
  readonly limit: number;
}

/** A volume that has been set to learn where everything in it is. */
interface SetVolume {
  readonly part: BookPart;
  readonly settled: SettledBook;
}

/** Sets the volumes to learn their pages; divides the book anew if some came out too thick, or if fewer would do; prints them. */
async function pressDivided(
  plan: PlannedBook,
  guessed: readonly BookPart[],
  job: VolumeJob,
): Promise<readonly PressedVolume[]> {
  const { shop, options, limit } = job;
  let volumes = await setVolumes(plan, guessed, job);
  const again = divideBook(plan.parts[0], limit, thicknessOf(volumes));
  if (volumes.some(({ settled }) => settled.pages > limit) || again.length < volumes.length)
    volumes = await setVolumes(plan, again, job);
  const starts = volumes.map((_, index) =>
    volumes.slice(0, index).reduce((sum, { settled }) => sum + settled.pages, 1),
  );
  const elsewhere = volumes.map(({ settled }, index) =>
    [...settled.places].map(([name, page]) => `${name}=${index + 1}:${page + (starts[index] ?? 1) - 1}`).join(" "),
  );
  return Promise.all(
    volumes.map(async ({ part, settled }, index) => {
      const others = elsewhere.filter((_, other) => other !== index).join(" ");
      const given = { ...settled.inputs, first: String(starts[index]), elsewhere: others };
      const book = await pressBook({ ...plan, parts: [part] }, shop, { ...options, given });
      return { ...book, name: volumes.length === 1 ? plan.name : `${plan.name}.${index + 1}` };
    }),
  );
}

/** One that cannot be set has no pages; printing it says why. */
async function setVolumes(
  plan: PlannedBook,
  parts: readonly BookPart[],
  { shop, options }: VolumeJob,
): Promise<readonly SetVolume[]> {
  return Promise.all(
    parts.map(async (part) => {
      const { value } = await setBook({ plan: { ...plan, parts: [part] }, shop, options }, (line, { source }) =>
        settleBook(line, source, {}),
      );
      return { part, settled: value ?? { inputs: {}, thin: [], pages: 0, places: new Map(), reports: [] } };
    }),
  );
}

/** Before anything has been set: what archives come to on average. */
function guessThickness({ parts }: PlannedBook, paper: BookPaper): Thickness {
  const perPractice = paper === "a5" ? 2.4 : 2;
  const lines = paper === "a5" ? 30 : 45;
  const listed = Math.max(...parts.map(({ practices }) => practices.length)) / lines;
  return { front: 4 + listed, practice: () => perPractice, back: listed };
}

/** What volumes came to. */
function thicknessOf(volumes: readonly SetVolume[]): Thickness {
  const pages = new Map<PracticeEntry, number>();
  let [front, back] = [0, 0];
  for (const { part, settled } of volumes) {
    const { places } = settled;
    const end = places.get(indexName(part)) ?? settled.pages + 1;
    back += settled.pages + 1 - end;
    const begins = part.chapters.flatMap((chapter) =>
      chapter.practices.map((entry, order) => {
        const name = order === 0 ? chapterName(part, chapter) : labelOf(entry.item);
        return { entry, page: places.get(name) ?? end };
      }),
    );
    front = Math.max(front, (begins[0]?.page ?? 1) - 1);
    for (const [index, { entry, page }] of begins.entries()) pages.set(entry, (begins[index + 1]?.page ?? end) - page);
  }
  return { front, practice: (entry) => pages.get(entry) ?? 0, back };
}
