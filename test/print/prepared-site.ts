import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTarget } from "../../src/core/target.ts";
import { openPrintShop } from "../../src/print/print-shop.ts";
import { type PrintSheetsOptions, printSheets } from "../../src/print/sheets/print-sheets.ts";
import { type Folders, resolveFolders } from "../../src/site/folders.ts";
import { prepareSite } from "../../src/site/prepare-site.ts";
import { sheetFolder } from "../../src/site/sheet-index.ts";
import { createSiteInMemory } from "../../src/site/site-in-memory.ts";

/** A site that tests share, as a command would prepare it for printing; what is kept of it lies elsewhere. */
export function prepareShared(root: string) {
  const folders = resolveFolders(root, {});
  return prepareIn({ ...folders, state: mkdtempSync(join(tmpdir(), "praktika-")) });
}

/** A test's own site, as a command would prepare it for printing. */
export function prepareForPrint(root: string) {
  return prepareIn(resolveFolders(root, {}));
}

async function prepareIn(folders: Folders) {
  const prepared = await prepareSite({
    folders,
    target: createTarget("web"),
    withDrafts: false,
    write: true,
    progress: () => {},
  });
  if (!prepared.context) throw new Error(`the site has errors: ${JSON.stringify(prepared.findings)}`);
  const site = createSiteInMemory({ ...prepared, context: prepared.context }, folders);
  const routes = prepared.routes.filter(({ kind }) => kind === "practice");
  return { folders, site, sourceOf: prepared.sourceOf, routes };
}

/** Prints all practices of a site, as it is now. */
export async function printSite(root: string, options: Partial<PrintSheetsOptions> = {}) {
  const site = await prepareForPrint(root);
  const out = sheetFolder(site.folders);
  const shop = await openPrintShop(site.site, { folders: site.folders, processes: 1 });
  try {
    return await printSheets({ ...site, shop, paper: "a4", out, progress: () => {}, ...options });
  } finally {
    await shop.close();
  }
}

/** Changes a file of a site. */
export function edit(root: string, file: string, change: (text: string) => string): void {
  const path = join(root, file);
  writeFileSync(path, change(readFileSync(path, "utf8")));
}
