import type { Finding } from "../core/diagnostics/finding.ts";
import { type PlannedBook, planBooks } from "./book/plan-book.ts";
import { pressVolumes } from "./book/press-volumes.ts";
import type { PrintShop } from "./print-shop.ts";
import { planSheets, type SheetOptions } from "./sheets/plan-sheets.ts";
import { printSheet } from "./sheets/print-sheet.ts";

export interface CheckPrintOptions extends SheetOptions {
  readonly progress: (done: number, total: number) => void;
}

/**
 * Prints every practice and every issue, keeps nothing of it, and says how it came out. Findings: those of `printSheet` and `pressBook`.
 * Rejects with `NoTypst`.
 */
export async function checkPrint(shop: PrintShop, options: CheckPrintOptions): Promise<readonly Finding[]> {
  const { archive, routes } = shop.site.context;
  const practices = routes.filter(({ kind }) => kind === "practice");
  const sheets = planSheets(shop, practices, options);
  const books = archive.issues.flatMap(({ id }) => planBooks(archive, id, archive.site.languages));
  let done = 0;
  const looked = async (printing: Promise<{ readonly findings: readonly Finding[] }>): Promise<readonly Finding[]> => {
    const { findings } = await printing;
    options.progress(++done, sheets.length + books.length);
    return findings;
  };
  const found = await Promise.all([
    ...sheets.map((sheet) => looked(printSheet(sheet, shop))),
    ...books.map((book) => looked(pressIssue(book, shop))),
  ]);
  // What a sheet lacks, a book often lacks as well.
  const findings = [...shop.findings, ...found.flat()];
  return [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()];
}

async function pressIssue(plan: PlannedBook, shop: PrintShop): Promise<{ readonly findings: readonly Finding[] }> {
  const volumes = await pressVolumes(plan, shop, { paper: plan.parts[0].issue.paper, isFolded: false });
  return { findings: volumes.flatMap(({ findings }) => findings) };
}
