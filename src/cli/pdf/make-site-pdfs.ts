import { planBooks, planListBooklets } from "../../print/book/plan-book.ts";
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
    const always = archive.site.pdfs === "always";
    const common = { folders, sourceOf, out };
    const practices = always ? prepared.routes.filter(({ kind }) => kind === "practice") : [];
    const sheets = await printSheets({ ...common, shop, routes: practices, paper: archive.site.paper, progress });
    const books = { ...common, isFolded: false, onlyChanged: true, progress: () => {} };
    const issues = always ? archive.issues.flatMap(({ id }) => planBooks(archive, id, archive.site.languages)) : [];
    const editions = archive.site.pdfBooklets ? [...archive.editions.values()] : [];
    const lists = editions.flatMap((edition) => planListBooklets(archive, edition));
    const printed = [
      sheets,
      await printIssue(issues, shop, { ...books, paper: undefined, folder: "issues" }),
      await printIssue(lists, shop, { ...books, paper: archive.site.paper, folder: "lists" }),
    ];
    const hasNew = JSON.stringify(readSheetIndex(out)) !== before;
    return { hasNew, findings: printed.flatMap(({ findings }) => findings), isLeftOut: false };
  });
  return "missing" in made ? { hasNew: false, findings: [], isLeftOut: true } : made.value;
}
