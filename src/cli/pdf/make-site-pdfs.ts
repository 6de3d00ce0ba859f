import { planBooks } from "../../print/book/plan-book.ts";
import { printSheets } from "../../print/sheets/print-sheets.ts";
import type { MadePdfs, ReadySite } from "../../site/build.ts";
import type { Folders } from "../../site/folders.ts";
import { readSheetIndex, sheetFolder } from "../../site/sheet-index.ts";
import { createSiteInMemory } from "../../site/site-in-memory.ts";
import { usePrintShop } from "./open-shop.ts";
import { printIssue } from "./print-issue.ts";

export interface SitePdfOptions {
  readonly processes: number;
  readonly progress: (done: number, total: number) => void;
}

/** Makes the sheets and issues of a site that are missing or have changed, where a build takes them from. */
export async function makeSitePdfs(
  prepared: ReadySite,
  folders: Folders,
  { processes, progress }: SitePdfOptions,
): Promise<MadePdfs> {
  const { sourceOf } = prepared;
  const { archive } = prepared.context;
  const site = createSiteInMemory(prepared, folders);
  const out = sheetFolder(folders);
  const before = JSON.stringify(readSheetIndex(out));
  const made = await usePrintShop(site, { folders, processes }, async (shop) => {
    const sheets = await printSheets({
      folders,
      shop,
      sourceOf,
      routes: prepared.routes.filter(({ kind }) => kind === "practice"),
      paper: archive.site.paper,
      out,
      progress,
    });
    const books = archive.issues.flatMap(({ id }) => planBooks(archive, id, archive.site.languages));
    const issues = await printIssue(books, shop, {
      paper: undefined,
      isFolded: false,
      folder: "issues",
      onlyChanged: true,
      folders,
      sourceOf,
      out,
      progress: () => {},
    });
    const hasNew = JSON.stringify(readSheetIndex(out)) !== before;
    return { hasNew, findings: [...sheets.findings, ...issues.findings], isLeftOut: false };
  });
  return "missing" in made ? { hasNew: false, findings: [], isLeftOut: true } : made.value;
}
