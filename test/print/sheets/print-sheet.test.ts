import { describe, expect, it } from "vitest";
import { usePrintShop } from "../../../src/cli/pdf/open-shop.ts";
import { openPrintShop } from "../../../src/print/print-shop.ts";
import { planSheets } from "../../../src/print/sheets/plan-sheets.ts";
import { printSheet } from "../../../src/print/sheets/print-sheet.ts";
import { temporaryRoot } from "../../run-praktika.ts";
import { prepareForPrint } from "../prepared-site.ts";

describe("printing one sheet", () => {
  it("gives the same bytes twice", async () => {
    const { site, folders, routes } = await prepareForPrint(temporaryRoot("small-site"));
    const shop = await openPrintShop(site, { folders, processes: 1 });
    try {
      const [sheet] = planSheets(shop, routes, { paper: "a4" });
      if (!sheet) throw new Error("no sheet");
      const printed = [await printSheet(sheet, shop), await printSheet(sheet, shop)];
      expect(printed[0]?.pdf).toBeDefined();
      expect(printed[0]).toEqual(printed[1]);
    } finally {
      await shop.close();
    }
  });

  it("says which practice cannot be printed, in time", async () => {
    const { site, folders, routes } = await prepareForPrint(temporaryRoot("small-site"));
    const shop = await openPrintShop(site, { folders, processes: 1 });
    try {
      const [sheet] = planSheets(shop, routes, { paper: "a4" });
      if (!sheet) throw new Error("no sheet");
      const broken = { ...sheet, source: '#panic("стига")', rewrite: () => broken };
      const { pdf, findings } = await printSheet(broken, shop);
      expect(pdf).toBeUndefined();
      expect(findings).toMatchObject([{ code: "print/failed", file: sheet.route.file }]);
      expect(JSON.stringify(findings)).toContain("стига");
    } finally {
      await shop.close();
    }
  });

  it("says how to install what prints, where it is missing", async () => {
    const { site, folders } = await prepareForPrint(temporaryRoot("small-site"));
    const options = { folders, processes: 1, packageName: "@praktika/no-such-package" };
    const found = await usePrintShop(site, options, async () => "printed");
    expect(found).toMatchObject({ missing: { code: "print/not-installed" } });
    expect(JSON.stringify(found)).toContain("@myriaddreamin/typst-ts-node-compiler@0.7.0");
  });
});
