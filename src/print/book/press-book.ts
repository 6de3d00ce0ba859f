import { hash } from "node:crypto";
import { type Finding, finding } from "../../core/diagnostics/finding.ts";
import { localize } from "../../core/language/language.ts";
import { brokenPicture } from "../broken-picture.ts";
import { countPages } from "../count-pages.ts";
import { judgeBlocks } from "../gate.ts";
import type { PrintShop } from "../print-shop.ts";
import type { Inputs } from "../typst/engine.ts";
import { type Press, PressFault, type PressLine } from "../typst/press.ts";
import { type Report, toReport } from "../typst/reports.ts";
import { type BookOptions, type BookSource, writeBook } from "./book-source.ts";
import { findFits, type PrintJob } from "./find-fits.ts";
import { findEnds, inputsOf, isThin } from "./fit-practices.ts";
import { impose } from "./impose.ts";
import type { PlannedBook } from "./plan-book.ts";
import { labelOf } from "./practice-call.ts";
import { type BookMark, survey } from "./survey-book.ts";

/** A book that came out of the press; without a PDF if it could not be printed. */
export interface PressedBook {
  readonly pdf: Uint8Array | undefined;
  readonly pages: number;
  readonly findings: readonly Finding[];
  readonly settled: SettledBook | undefined;
}

/** How a book is set, and where everything in it is. */
export interface SettledBook {
  /** Ends of practices that no closeness brings onto the page before, and that are still thin. */
  readonly thin: readonly BookMark[];
  readonly pages: number;
  /** Pages of each practice, by its name. */
  readonly lengths: ReadonlyMap<string, number>;
  /** On which page of the document practices, chapters and indexes are, by their names. */
  readonly places: ReadonlyMap<string, number>;
  readonly reports: readonly Report[];
}

/**
 * Prints a book, or a volume of it. A practice whose last page would hold only a few lines is set a little closer, if that brings them
 * onto the page before. Findings: those of `judgeBlocks`; print/thin-page, print/missing-letter, print/picture, print/failed. Rejects
 * with `NoTypst`.
 * @param given what is known of other volumes
 */
export async function pressBook(
  plan: PlannedBook,
  shop: PrintShop,
  options: BookOptions & { readonly given?: Inputs },
): Promise<PressedBook> {
  const job = { plan, shop, options };
  const { value, findings } = await setBook(job, (press, book) => {
    const set = async (line: PressLine) => {
      const inputs = { ...(await findSteps(line, book, job)), ...options.given };
      const settled = await settle(line, book, inputs);
      const pdf = await line.pdf(book.source, inputs);
      const blocks = judgeBlocks(settled.reports, book.draft);
      return { pdf, settled, findings: [...book.draft.findings, ...blocks, ...judgeThinPages(settled.thin, plan)] };
    };
    const letters = [...book.source.files.values()].reduce((sum, text) => sum + text.length, 0);
    return press.use(set, letters);
  });
  if (!value) return { pdf: undefined, pages: 0, findings, settled: undefined };
  const pages = countPages(value.pdf);
  const all = [...findings, ...value.findings];
  return { pdf: await fold(value.pdf, pages, { plan, shop, options }), pages, findings: all, settled: value.settled };
}

async function findSteps(line: PressLine, book: BookSource, job: PrintJob): Promise<Inputs> {
  const fits = await findFits(book, job, line);
  return inputsOf(new Map([...fits].map(([name, { step }]) => [name, step])));
}

async function settle(line: PressLine, { source }: BookSource, inputs: Inputs): Promise<SettledBook> {
  const { pages, places, reports, marks } = await survey(line, source, inputs);
  const ends = findEnds(marks);
  const lengths = new Map(ends.map((end) => [end.name, end.pages]));
  return { pages, lengths, places: new Map(places), thin: ends.filter(isThin), reports: reports.map(toReport) };
}

/**
 * Does something with a book and the press; again without the pictures that cannot be drawn, if that is what it stumbled
 * over. Findings: print/picture, print/failed. Rejects with `NoTypst`.
 */
export async function setBook<Value>(
  { plan, shop, options }: PrintJob,
  work: (press: Press, book: BookSource) => Promise<Value>,
): Promise<{ readonly value: Value | undefined; readonly findings: readonly Finding[] }> {
  const press = await shop.press();
  const attempt = async (book: BookSource): Promise<Value> => {
    await shop.pictures.load(book.pictures, press);
    return work(press, book);
  };
  const findings: Finding[] = [];
  const book = writeBook(plan, shop, options);
  try {
    try {
      return { value: await attempt(book), findings };
    } catch (error) {
      if (!(error instanceof PressFault) || error.isTimeout) throw error;
      const broken = await shop.pictures.findBroken(book.pictures, press);
      if (broken.size === 0) throw error;
      const { media } = shop.site.context.archive;
      for (const [path, reason] of broken) findings.push(brokenPicture(media.get(path)?.source ?? path, reason));
      return { value: await attempt(writeBook(plan, shop, options)), findings };
    }
  } catch (error) {
    if (!(error instanceof PressFault)) throw error;
    const reason = error.isTimeout ? "timeout" : error.message;
    return { value: undefined, findings: [...findings, finding("print/failed", plan.parts[0].issue.file, { reason })] };
  }
}

/** To be raised when books are set in another way than before. */
const pressVersion = 5;

/** A hash of all that decides how a book comes out of the press. */
export function keyOfBook(plan: PlannedBook, shop: PrintShop, options: BookOptions): string {
  const { source, pictures } = writeBook(plan, shop, options);
  const hashes = pictures.map(shop.pictures.hashOf);
  const { volumePages } = shop.site.context.archive.site.binding;
  // The name of a file of the document says what is in it.
  const { text } = source;
  return hash("sha256", JSON.stringify([pressVersion, shop.typst, ...shop.templates, volumePages, text, ...hashes]));
}

/** The pages on sheets to be folded, if that is asked for. */
async function fold(pdf: Uint8Array, pages: number, { plan, shop, options }: PrintJob): Promise<Uint8Array> {
  const { isFolded, paper } = options;
  if (!isFolded) return pdf;
  const [{ issue, language }] = plan.parts;
  return impose(pdf, { pages, paper, title: localize(issue.title, language) }, await shop.press());
}

/** A last page that stays emptier, with contact and address alone, is a fault. */
const faultyFill = 1 / 8;

/** Finding: print/thin-page. */
function judgeThinPages(marks: readonly BookMark[], { parts }: PlannedBook): readonly Finding[] {
  const files = new Map(
    parts.flatMap(({ practices }) => practices.map(({ item }) => [labelOf(item), item.file] as const)),
  );
  return marks.flatMap(({ name, page, fill }) => {
    const file = files.get(name);
    if (!file || fill >= faultyFill) return [];
    return [finding("print/thin-page", file, { page, percent: Math.round(fill * 100) })];
  });
}
