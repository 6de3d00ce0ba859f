import { hash } from "node:crypto";
import { type Finding, finding } from "../../core/diagnostics/finding.ts";
import { localize } from "../../core/language/language.ts";
import { countPages } from "../count-pages.ts";
import { judgeBlocks } from "../gate.ts";
import type { PrintShop } from "../print-shop.ts";
import type { Inputs } from "../typst/engine.ts";
import { type Press, PressFault, type PressLine } from "../typst/press.ts";
import { readReports } from "../typst/reports.ts";
import { type BookOptions, type BookSource, writeBook } from "./book-source.ts";
import { impose } from "./impose.ts";
import type { PlannedBook } from "./plan-book.ts";
import { labelOf } from "./practice-call.ts";

/** A book that came out of the press; without a PDF if it could not be printed. */
export interface PressedBook {
  readonly pdf: Uint8Array | undefined;
  readonly pages: number;
  readonly findings: readonly Finding[];
}

/**
 * Prints a book. A practice whose last page would hold only a few lines is set a little closer, if that brings them onto the page
 * before. Findings: those of `judgeBlocks`; print/thin-page, print/missing-letter, print/picture, print/failed. Rejects with `NoTypst`.
 */
export async function pressBook(plan: PlannedBook, shop: PrintShop, options: BookOptions): Promise<PressedBook> {
  const press = await shop.press();
  const { file } = plan.parts[0].issue;
  const print = async (book: BookSource): Promise<PressedBook> => {
    await shop.pictures.load(book.pictures, press);
    return press.use(async (line) => {
      const inputs = await tighten(line, book.source);
      const pdf = await line.pdf(book.source, inputs);
      const reports = await readReports(line, book.source, inputs);
      const thin = judgeThinPages(await findThin(line, book.source, inputs), plan);
      const findings = [...book.draft.findings, ...judgeBlocks(reports, book.draft), ...thin];
      return { pdf, pages: countPages(pdf), findings };
    });
  };
  const book = writeBook(plan, shop, options);
  try {
    return await fold(await print(book), plan, { ...options, press });
  } catch (error) {
    if (!(error instanceof PressFault)) throw error;
    const failed = (fault: PressFault): PressedBook => {
      const reason = fault.isTimeout ? "timeout" : fault.message;
      return { pdf: undefined, pages: 0, findings: [finding("print/failed", file, { reason })] };
    };
    const broken = error.isTimeout ? new Map<string, string>() : await shop.pictures.findBroken(book.pictures, press);
    if (broken.size === 0) return failed(error);
    const { media } = shop.site.context.archive;
    const findings = [...broken].map(([path, reason]) =>
      finding("print/picture", media.get(path)?.source ?? path, { reason }),
    );
    const again = await print(writeBook(plan, shop, options)).catch((fault: unknown) => {
      if (fault instanceof PressFault) return failed(fault);
      throw fault;
    });
    return fold({ ...again, findings: [...findings, ...again.findings] }, plan, { ...options, press });
  }
}

/** To be raised when books are set in another way than before. */
const pressVersion = 1;

/** A hash of all that decides how a book comes out of the press. */
export function keyOfBook(plan: PlannedBook, shop: PrintShop, options: BookOptions): string {
  const { source, pictures } = writeBook(plan, shop, options);
  const hashes = pictures.map(shop.pictures.hashOf);
  return hash("sha256", JSON.stringify([pressVersion, shop.typst, ...shop.templates, source, ...hashes]));
}

/** The pages on sheets to be folded, if that is asked for. */
async function fold(
  book: PressedBook,
  { parts: [{ issue, language }] }: PlannedBook,
  { isFolded, paper, press }: BookOptions & { readonly press: Press },
): Promise<PressedBook> {
  if (!isFolded || !book.pdf) return book;
  const title = localize(issue.title, language);
  return { ...book, pdf: await impose(book.pdf, { pages: book.pages, paper, title }, press) };
}

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

/** Where a practice begins or ends. */
interface BookMark {
  readonly name: string;
  readonly kind: "start" | "end";
  readonly page: number;
  /** Share of the page's text area that lies above. */
  readonly fill: number;
}

/** A last page with less is thin: the practice is set closer. */
const thinFill = 1 / 6;
/** One that stays emptier all the same, with contact and address alone, is a fault. */
const faultyFill = 1 / 8;

/** How practices can be set closer, as book.typ knows it: from hardly to as close as may be. */
const steps = ["tight", "tighter", "tightest"] as const;

/** The least closeness with which each practice ends on no thin page. Others are not touched by it: each begins a page. */
async function tighten(line: PressLine, source: string): Promise<Inputs> {
  let thin = await findThin(line, source, {});
  const chosen = new Map<string, string>();
  for (const step of steps) {
    if (thin.length === 0) break;
    const names = thin.map(({ name }) => name);
    thin = await findThin(line, source, { [step]: names.join(" ") });
    chosen.set(step, names.filter((name) => !thin.some((mark) => mark.name === name)).join(" "));
  }
  return Object.fromEntries(chosen);
}

/** Ends of practices that take more than one page and leave the last one thin. */
async function findThin(line: PressLine, source: string, inputs: Inputs): Promise<readonly BookMark[]> {
  const marks = (await line.query(source, inputs, "fit")) as readonly BookMark[];
  const starts = new Map(marks.filter(({ kind }) => kind === "start").map((mark) => [mark.name, mark]));
  return marks.filter(({ kind, name, page, fill }) => {
    const start = starts.get(name);
    return kind === "end" && start !== undefined && page > start.page && fill < thinFill;
  });
}
