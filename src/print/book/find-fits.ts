import { hash } from "node:crypto";
import type { PrintShop } from "../print-shop.ts";
import type { PressLine } from "../typst/press.ts";
import type { BookText } from "./book-draft.ts";
import { type BookOptions, type BookSource, gutterOfBook } from "./book-source.ts";
import { type Fit, fitPractices } from "./fit-practices.ts";
import type { PlannedBook } from "./plan-book.ts";

/** To be raised when practices are set in another way than before. */
const fitVersion = 1;

/** From so many practices on it pays that several processes set them. */
const manyPractices = 250;
/** Each takes up to a gigabyte. */
export const mostProcesses = 2;

/** A book, and what prints it. */
export interface PrintJob {
  readonly plan: PlannedBook;
  readonly shop: PrintShop;
  readonly options: BookOptions;
}

/**
 * How each practice of a book is set. What was found for the same text before is remembered, and is what would be found now; others are
 * set alone to find it, many by several processes. Rejects with `PressFault` and `NoTypst`.
 * @param line does it alone, if it will set the book afterwards: it knows them then
 */
export async function findFits(
  { source, draft }: BookSource,
  { plan, shop, options }: PrintJob,
  line?: PressLine,
): Promise<ReadonlyMap<string, Fit>> {
  const shared = [fitVersion, shop.typst, ...shop.templates, plan.form, options.paper, gutterOfBook(plan, options)];
  const common = hash("sha256", JSON.stringify(shared));
  const keyOf = ({ key }: BookText): string => hash("sha256", common + key).slice(0, 32);
  const isKnown = (text: BookText): boolean => shop.fits.find(keyOf(text)) !== undefined;
  const unknown = [...draft.texts].filter(([, text]) => !isKnown(text));
  const press = await shop.press();
  const processes = line || unknown.length < manyPractices ? 1 : Math.min(mostProcesses, press.processes);
  const share = Math.max(1, Math.ceil(unknown.length / processes));
  const fit = async (some: readonly (readonly [string, BookText])[]): Promise<void> => {
    const work = (one: PressLine) => fitPractices(one, source, new Map(some));
    const found = line ? await work(line) : await press.use(work);
    for (const [name, text] of some) {
      const known = found.get(name);
      if (known) shop.fits.keep(keyOf(text), known);
    }
  };
  const shares = Array.from({ length: Math.ceil(unknown.length / share) }, (_, at) => at * share);
  await Promise.all(shares.map((at) => fit(unknown.slice(at, at + share))));
  shop.fits.save();
  const fits = [...draft.texts].map(([name, text]) => [name, shop.fits.find(keyOf(text))] as const);
  return new Map(fits.flatMap(([name, fit]) => (fit ? [[name, fit]] : [])));
}
