import type { BookPaper } from "../../core/model/issue.ts";
import type { PrintShop } from "../print-shop.ts";
import { type BookOptions, gutterOf } from "./book-source.ts";
import { divideBook, type Thickness } from "./divide-book.ts";
import { findFits, type PrintJob } from "./find-fits.ts";
import type { PlannedBook } from "./plan-book.ts";
import { isSame, type PlannedVolume, planVolumes, tellVolumes } from "./plan-volumes.ts";
import { type PressedBook, pressBook, setBook } from "./press-book.ts";
import { twoAtATime } from "./two-at-a-time.ts";

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
  const { parts, form, name } = plan;
  const limit = shop.site.context.archive.site.binding.volumePages;
  const isDivisible = form === "book" && !options.isFolded;
  const guess = guessThickness(plan, options.paper);
  const volumes = parts.flatMap((part) => divideBook(part, limit / parts.length, guess)).length;
  const isThick = isDivisible && volumes > parts.length;
  const practices = parts.reduce((sum, part) => sum + part.practices.length, 0);
  // All volumes have the same white at the binding, also where one comes out thinner.
  const job = {
    plan,
    shop,
    options: { ...options, gutter: gutterOf(isThick ? Math.ceil(practices / volumes) : practices) },
  };
  if (isThick) return divide(job, limit);
  const book = await pressBook(plan, shop, job.options);
  if (isDivisible && book.settled && book.pages > limit && isLarge(plan)) return divide(job, limit);
  return [{ ...book, name }];
}

/** One practice cannot be divided. */
const isLarge = ({ parts }: PlannedBook): boolean => parts.some(({ practices }) => practices.length > 1);

async function divide(job: PrintJob, limit: number): Promise<readonly PressedVolume[]> {
  const { plan, shop, options } = job;
  if (plan.parts.length === 1) return pressDivided(job, limit);
  const books: PressedVolume[] = [];
  for (const part of plan.parts) {
    const name = `${plan.name}.${part.language}`;
    books.push(...(await pressVolumes({ ...plan, name, parts: [part] }, shop, { ...options, gutter: undefined })));
  }
  return books;
}

/** Rounds after which volumes are left as they came out. */
const mostRounds = 4;

/**
 * Finds how the practices are set, and so how many pages each takes; plans the volumes as books of so many blank pages, which say where
 * everything is; and sets each once. Only where something comes out on another page than planned is there another round.
 */
async function pressDivided(job: PrintJob, limit: number): Promise<readonly PressedVolume[]> {
  const { plan } = job;
  const { value, findings } = await setBook(job, (_, book) => findFits(book, job));
  if (!value) return [{ pdf: undefined, pages: 0, findings, settled: undefined, name: plan.name }];
  let lengths: ReadonlyMap<string, number> = new Map([...value].map(([name, { pages }]) => [name, pages]));
  let volumes = await planVolumes(job, lengths, limit);
  for (let round = 1; ; round++) {
    const books = await pressAll(volumes, job);
    const placed = volumes.map((volume, index) => ({ ...volume, ...books[index]?.settled }));
    if (round === mostRounds || isSame(volumes, placed)) return books;
    lengths = new Map([...lengths, ...books.flatMap(({ settled }) => [...(settled?.lengths ?? [])])]);
    const isTooThick = placed.some(({ pages }) => pages > limit);
    volumes = isTooThick ? await planVolumes(job, lengths, limit) : tellVolumes(placed);
  }
}

async function pressAll(volumes: readonly PlannedVolume[], job: PrintJob): Promise<readonly PressedVolume[]> {
  const { plan, shop, options } = job;
  const books = await twoAtATime(volumes, ({ part, given }) =>
    pressBook({ ...plan, parts: [part] }, shop, { ...options, given }),
  );
  const nameOf = (index: number): string => (books.length === 1 ? plan.name : `${plan.name}.${index + 1}`);
  return books.map((book, index) => ({ ...book, name: nameOf(index) }));
}

/** Before anything has been set: what archives come to on average. */
function guessThickness({ parts }: PlannedBook, paper: BookPaper): Thickness {
  const perPractice = paper === "a5" ? 2.4 : 2;
  const lines = paper === "a5" ? 30 : 45;
  const listed = Math.max(...parts.map(({ practices }) => practices.length)) / lines;
  return { front: 4 + listed, practice: () => perPractice, back: listed };
}
