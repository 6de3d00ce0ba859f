import type { Archive } from "../core/model/archive.ts";
import type { Route } from "../core/model/route.ts";
import type { Paper } from "../core/model/site.ts";
import type { PrintShop } from "../print/print-shop.ts";
import type { Folders } from "../site/folders.ts";
import { installCommand } from "../site/optional-packages.ts";
import type { SiteInMemory } from "../site/site-in-memory.ts";

/** The sheet of a practice, as it would be printed now. */
export interface SheetPreview {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Its pages as one drawing, one below the other. */
  readonly svg: string;
}

/** Prints single sheets for a preview, with one process that stays open. */
export interface SheetPrinter {
  /** Rejects with `NoPrinter`. @param route of a practice */
  print(route: Route, paper: Paper): Promise<SheetPreview>;
  close(): Promise<void>;
}

/** The sheet cannot be printed; the message says why. */
export class NoPrinter extends Error {}

/** A sheet that takes longer is given up: the next save may have fixed it. */
const timeoutMs = 30_000;

/** What is looked at when a shop opens: pictures, templates, the look. Another shop is opened when one of them has changed. */
export function describeShop({ media, site }: Pick<Archive, "media" | "site">, templates: ReadonlyMap<string, string>) {
  return JSON.stringify([[...templates], [...media], site.look]);
}

/** Makes a printer that starts its process for the first sheet: most sessions print nothing. */
export function createSheetPrinter(site: SiteInMemory, folders: Folders): SheetPrinter {
  let shop: Promise<PrintShop> | undefined;
  let isFor = "";
  let printing: Promise<unknown> = Promise.resolve();
  const open = async (): Promise<PrintShop> => {
    const { openPrintShop } = await import("../print/print-shop.ts");
    return openPrintShop(site, { folders, processes: 1, timeoutMs });
  };
  const useShop = async (): Promise<PrintShop> => {
    const { loadPrintTemplates } = await import("../site/assets/load-templates.ts");
    const now = describeShop(site.context.archive, loadPrintTemplates(folders.templates).value);
    if (now !== isFor) {
      const before = await shop?.catch(() => undefined);
      await before?.close();
      shop = undefined;
    }
    isFor = now;
    shop ??= open();
    return shop;
  };
  const print = async (route: Route, paper: Paper): Promise<SheetPreview> => {
    const { NoTypst } = await import("../print/typst/press.ts");
    const { planSheets } = await import("../print/sheets/plan-sheets.ts");
    const { drawSheet } = await import("../print/sheets/print-sheet.ts");
    try {
      const opened = await useShop();
      const [sheet] = planSheets(opened, [route], { paper });
      if (!sheet) throw new NoPrinter("");
      const drawn = await drawSheet(sheet, opened);
      if ("reason" in drawn) throw new NoPrinter(drawn.reason);
      return drawn;
    } catch (error) {
      if (!(error instanceof NoTypst)) throw error;
      shop = undefined;
      throw new NoPrinter(installCommand("pdf"));
    }
  };
  return {
    // One after the other: a shop that is in use must not be closed.
    print(route, paper) {
      const result = printing.then(() => print(route, paper));
      printing = result.catch(() => undefined);
      return result;
    },
    async close() {
      await printing;
      const opened = await shop?.catch(() => undefined);
      await opened?.close();
    },
  };
}
