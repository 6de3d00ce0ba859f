import { hash } from "node:crypto";
import type { PrintShop } from "../print-shop.ts";
import type { PressLine } from "../typst/press.ts";
import type { BookText } from "./book-draft.ts";
import { type BookOptions, type BookSource, gutterOfBook } from "./book-source.ts";
import { fitPractices } from "./fit-practices.ts";
import type { PlannedBook } from "./plan-book.ts";
import type { Fit } from "./steps.ts";
import { twoAtATime } from "./two-at-a-time.ts";

/** To be raised when practices are set in another way than before. */
const fitVersion = 1;

/** Set at once. */
const somePractices = 120;

/** A book, and what prints it. */
export interface PrintJob {
  readonly plan: PlannedBook;
  readonly shop: PrintShop;
  readonly options: BookOptions;
}

/**
 * How each practice of a book is set. What was found for the same text before is remembered, and is what would be found now; others are
 * set alone to find it, by several processes. Rejects with `PressFault` and `NoTypst`.
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
  const find = async (at: number): Promise<void> => {
    const some = unknown.slice(at, at + somePractices);
    const work = (one: PressLine) => fitPractices(one, source, new Map(some));
    const letters = some.reduce((sum, [, { path }]) => sum + (source.files.get(path)?.length ?? 0), 0);
    const found = line ? await work(line) : await press.use(work, letters);
    for (const [name, text] of some) {
      const known = found.get(name);
      if (known) shop.fits.keep(keyOf(text), known);
    }
  };
  const starts = Array.from({ length: Math.ceil(unknown.length / somePractices) }, (_, index) => index * somePractices);
  if (line) for (const at of starts) await find(at);
  else await twoAtATime(starts, find);
  shop.fits.save();
  const fits = [...draft.texts].map(([name, text]) => [name, shop.fits.find(keyOf(text))] as const);
  return new Map(fits.flatMap(([name, fit]) => (fit ? [[name, fit]] : [])));
}
