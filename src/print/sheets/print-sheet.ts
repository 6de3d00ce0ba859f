import { type Finding, finding } from "../../core/diagnostics/finding.ts";
import { brokenPicture } from "../broken-picture.ts";
import { judgeBlocks, judgeSheet } from "../gate.ts";
import type { PrintShop } from "../print-shop.ts";
import { PressFault } from "../typst/press.ts";
import { type FittedSheet, fitSheet } from "./fit-sheet.ts";
import type { Sheet } from "./plan-sheets.ts";

/** A sheet that came out of the press; without a PDF if it could not be printed. */
export interface PrintedSheet {
  readonly pdf: Uint8Array | undefined;
  readonly pages: number;
  readonly findings: readonly Finding[];
}

/**
 * Fits a sheet, prints it and judges how it came out. A picture that cannot be drawn is replaced by its description.
 *
 * Findings: those of `judgeBlocks` and `judgeSheet`; print/missing-letter, print/picture, print/failed. Rejects with `NoTypst`.
 */
export async function printSheet(sheet: Sheet, shop: PrintShop): Promise<PrintedSheet> {
  const press = await shop.press();
  await shop.pictures.load(sheet.pictures, press);
  const attempt = (tried: Sheet): Promise<{ readonly fitted: FittedSheet; readonly pdf: Uint8Array }> =>
    press.use(async (line) => {
      const fitted = await fitSheet(line, tried.source);
      return { fitted, pdf: await line.pdf(tried.source, fitted.inputs) };
    });
  const { file = "" } = sheet.route;
  try {
    const { value: printed, sheet: used, findings } = await withSoundPictures(sheet, attempt, shop);
    const { fitted, pdf } = printed;
    const judged = [...judgeBlocks(fitted.reports, used.draft), ...judgeSheet(fitted, file)];
    return { pdf, pages: fitted.pages, findings: [...findings, ...used.draft.findings, ...judged] };
  } catch (error) {
    if (!(error instanceof PressFault)) throw error;
    const reason = error.isTimeout ? "timeout" : error.message;
    return { pdf: undefined, pages: 0, findings: [finding("print/failed", file, { reason })] };
  }
}

/** A sheet as its PDF and as a drawing of its pages, or why there is none. Rejects with `NoTypst`. */
export async function drawSheet(
  sheet: Sheet,
  shop: PrintShop,
): Promise<{ readonly pdf: Uint8Array; readonly svg: string; readonly pages: number } | { readonly reason: string }> {
  const press = await shop.press();
  await shop.pictures.load(sheet.pictures, press);
  const attempt = ({ source }: Sheet) =>
    press.use(async (line) => {
      const { inputs, pages } = await fitSheet(line, source);
      return { pages, pdf: await line.pdf(source, inputs), svg: await line.svg(source, inputs) };
    });
  try {
    return (await withSoundPictures(sheet, attempt, shop)).value;
  } catch (error) {
    if (!(error instanceof PressFault)) throw error;
    return { reason: error.message };
  }
}

/** Tries again without the pictures that cannot be drawn, if that is what the press stumbled over. */
async function withSoundPictures<Value>(
  sheet: Sheet,
  attempt: (sheet: Sheet) => Promise<Value>,
  { pictures, press, site }: PrintShop,
): Promise<{ readonly value: Value; readonly sheet: Sheet; readonly findings: readonly Finding[] }> {
  try {
    return { value: await attempt(sheet), sheet, findings: [] };
  } catch (error) {
    if (!(error instanceof PressFault) || error.isTimeout) throw error;
    const broken = await pictures.findBroken(sheet.pictures, await press());
    if (broken.size === 0) throw error;
    const { media } = site.context.archive;
    const findings = [...broken].map(([path, reason]) => brokenPicture(media.get(path)?.source ?? path, reason));
    const rewritten = sheet.rewrite();
    return { value: await attempt(rewritten), sheet: rewritten, findings };
  }
}
