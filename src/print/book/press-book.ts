import { type Finding, finding } from "../../core/diagnostics/finding.ts";
import type { BookPaper } from "../../core/model/issue.ts";
import { countPages } from "../count-pages.ts";
import { judgeBlocks } from "../gate.ts";
import type { PrintShop } from "../print-shop.ts";
import type { Inputs } from "../typst/engine.ts";
import { PressFault, type PressLine } from "../typst/press.ts";
import { readReports } from "../typst/reports.ts";
import { type BookSource, writeBook } from "./book-source.ts";
import type { PlannedBook } from "./plan-book.ts";

/** A book that came out of the press; without a PDF if it could not be printed. */
export interface PressedBook {
  readonly pdf: Uint8Array | undefined;
  readonly pages: number;
  readonly findings: readonly Finding[];
}

/**
 * Prints a book. A practice whose last page would hold only a few lines is set a little closer, if that brings them onto the page
 * before. Findings: those of `judgeBlocks`; print/missing-letter, print/picture, print/failed. Rejects with `NoTypst`.
 */
export async function pressBook(plan: PlannedBook, shop: PrintShop, paper: BookPaper): Promise<PressedBook> {
  const press = await shop.press();
  const { file } = plan.parts[0].issue;
  const print = async (book: BookSource): Promise<PressedBook> => {
    await shop.pictures.load(book.pictures, press);
    return press.use(async (line) => {
      const inputs = await tighten(line, book.source);
      const pdf = await line.pdf(book.source, inputs);
      const reports = await readReports(line, book.source, inputs);
      return { pdf, pages: countPages(pdf), findings: [...book.draft.findings, ...judgeBlocks(reports, book.draft)] };
    });
  };
  const book = writeBook(plan, shop, paper);
  try {
    return await print(book);
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
    const again = await print(writeBook(plan, shop, paper)).catch((fault: unknown) => {
      if (fault instanceof PressFault) return failed(fault);
      throw fault;
    });
    return { ...again, findings: [...findings, ...again.findings] };
  }
}

/** Where a practice begins or ends, in points from the top of its page. */
interface BookMark {
  readonly name: string;
  readonly kind: "start" | "end";
  readonly page: number;
  readonly y: number;
  readonly height: number;
}

/** A last page with less is thin: contact and address alone. */
const thinShare = 0.24;

/** The settings with which as few practices as possible end on a thin page. Others are not touched by it: each begins a page. */
async function tighten(line: PressLine, source: string): Promise<Inputs> {
  const thin = await findThin(line, source, {});
  if (thin.length === 0) return {};
  const afterOne = new Set(await findThin(line, source, { tight: thin.join(" ") }));
  const tight = thin.filter((name) => !afterOne.has(name));
  const afterTwo = afterOne.size > 0 ? await findThin(line, source, { tighter: [...afterOne].join(" ") }) : [];
  const tighter = [...afterOne].filter((name) => !afterTwo.includes(name));
  return { tight: tight.join(" "), tighter: tighter.join(" ") };
}

/** Labels of practices that take more than one page and leave the last one thin. */
async function findThin(line: PressLine, source: string, inputs: Inputs): Promise<readonly string[]> {
  const marks = (await line.query(source, inputs, "fit")) as readonly BookMark[];
  const starts = new Map(marks.filter(({ kind }) => kind === "start").map((mark) => [mark.name, mark]));
  return marks
    .filter(({ kind, name, page, y, height }) => {
      const start = starts.get(name);
      return kind === "end" && start !== undefined && page > start.page && y < height * thinShare;
    })
    .map(({ name }) => name);
}
