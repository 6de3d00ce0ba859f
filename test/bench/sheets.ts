/*
 * Prints the sheet of every practice on A4 and Letter in a real browser and says how they come out.
 *
 *   node test/bench/sheets.ts                     the demonstration practices
 *   node test/bench/sheets.ts --generated 150     practices made up with --seed (1)
 *   node test/bench/sheets.ts --root DIR          those of another site
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openSite, printOrigin } from "../print/paper/open-site.ts";
import { prepareForPrint } from "../print/prepared-site.ts";
import { launchBrowser } from "../setup/browser.ts";
import { writeCorpus } from "./corpus/write-corpus.ts";
import { lookAtSheet, type SheetFacts } from "./sheets/look-at-sheet.ts";

const { values } = parseArgs({
  options: { generated: { type: "string" }, seed: { type: "string", default: "1" }, root: { type: "string" } },
});
const papers = ["A4", "Letter"] as const;
const temporary = values.generated ? mkdtempSync(join(tmpdir(), "praktika-sheets-")) : undefined;
if (temporary) writeCorpus(temporary, Number(values.generated), Number(values.seed));
const root = temporary ?? values.root ?? fileURLToPath(new URL("../..", import.meta.url));

try {
  const sheets = await printSheets(root);
  for (const paper of papers)
    report(
      paper,
      sheets.filter((sheet) => sheet.paper === paper),
    );
} finally {
  if (temporary) rmSync(temporary, { recursive: true, force: true });
}

type PrintedSheet = SheetFacts & { readonly permalink: string; readonly paper: string };

async function printSheets(folder: string): Promise<readonly PrintedSheet[]> {
  const { site, routes } = await prepareForPrint(folder);
  const waiting = routes.map(({ permalink }) => permalink);
  const browser = await launchBrowser();
  const session = await openSite(browser, site);
  const sheets: PrintedSheet[] = [];
  const work = async (): Promise<void> => {
    const tab = await session.newPage();
    for (let permalink = waiting.pop(); permalink !== undefined; permalink = waiting.pop()) {
      await tab.goto(printOrigin + permalink);
      for (const paper of papers) {
        const pdf = await tab.pdf({ preferCSSPageSize: true, format: paper, tagged: true });
        sheets.push({ ...(await lookAtSheet(pdf)), permalink, paper });
      }
    }
  };
  await Promise.all([work(), work()]);
  await browser.close();
  return sheets;
}

function report(paper: string, sheets: readonly PrintedSheet[]): void {
  const share = (some: readonly PrintedSheet[]): string =>
    `${some.length} of ${sheets.length} (${((100 * some.length) / sheets.length).toFixed(1)} %)`;
  const list = (some: readonly PrintedSheet[]): string => some.map(({ permalink }) => `\n    ${permalink}`).join("");
  const over = sheets.filter(({ pages }) => pages > 2);
  const poor = sheets.filter(({ pages, lastFill }) => pages > 1 && lastFill < 0.2);
  const stranded = sheets.filter((sheet) => sheet.stranded.length > 0);
  const wide = sheets.filter(({ isShrunk, beyondMargin }) => isShrunk || beyondMargin);
  const byPages = Map.groupBy(sheets, ({ pages }) => pages);
  console.log(`${paper}`);
  console.log(
    `  pages: ${[...byPages.keys()]
      .sort()
      .map((pages) => `${pages}: ${byPages.get(pages)?.length}`)
      .join(", ")}`,
  );
  console.log(`  more than two sides: ${share(over)}${list(over)}`);
  console.log(`  last side under a fifth full: ${share(poor)}${list(poor)}`);
  console.log(`  a heading at the end of a column: ${share(stranded)}${list(stranded)}`);
  console.log(`  wider than the text: ${share(wide)}${list(wide)}`);
  const fills = sheets
    .filter(({ pages }) => pages === 2)
    .map(({ lastFill }) => lastFill)
    .sort((a, b) => a - b);
  console.log(`  fill of the second of two sides, median: ${fills[fills.length >> 1]?.toFixed(2)}`);
}
