import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { usePrintShop } from "../../../src/cli/pdf/open-shop.ts";
import { openPrintShop } from "../../../src/print/print-shop.ts";
import { planSheets, type Sheet } from "../../../src/print/sheets/plan-sheets.ts";
import { printSheet } from "../../../src/print/sheets/print-sheet.ts";
import { temporaryRoot } from "../../run-praktika.ts";
import { pageText, readPdf } from "../paper/read-pdf.ts";
import { prepareForPrint, prepareShared } from "../prepared-site.ts";
import { lettersOnly } from "../typst/press-texts.ts";

const project = fileURLToPath(new URL("../../..", import.meta.url));

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

  it("loses nothing of parts that are higher than a page, and draws large pictures of any kind", async () => {
    const root = temporaryRoot("small-site");
    const words = (part: string, count: number) => Array.from({ length: count }, (_, index) => `${part}${index}`);
    const written = {
      high: [words("Резюме", 500), words("Лице", 400), words("Цена", 500), words("Последовател", 60)] as const,
      facts: words("a", 1_200),
    };
    const [summary, contact, cost, adopters] = written.high;
    const fields = {
      high: [
        `summary: ${summary.join(" ")}`,
        `contact: {name: ${contact.join(" ")}}`,
        `cost: ${cost.join(" ")}`,
        `adoptedBy: [${adopters.join(", ")}]`,
      ],
      facts: [`projectUrl: https://example.org/${written.facts.join("/")}`],
    };
    for (const folder of ["media", "practices/2020"]) mkdirSync(join(root, "content", folder), { recursive: true });
    const background = { r: 20, g: 120, b: 90, alpha: 0.5 };
    const wide = sharp({ create: { width: 2_400, height: 30, channels: 4, background } });
    await wide.png().toFile(join(root, "content/media/wide.png"));
    for (const [id, lines] of Object.entries(fields)) {
      const head = ["title: Висока", "innovator: Община", "date: 2020-01-01", ...lines].join("\n");
      const text = `---\n${head}\n---\n\nТекст.\n\n![Широка](media/wide.png)\n`;
      writeFileSync(join(root, `content/practices/2020/${id}.bg.md`), text);
    }
    const { site, folders, routes } = await prepareForPrint(root);
    const shop = await openPrintShop(site, { folders, processes: 1 });
    try {
      const sheets = planSheets(shop, routes, { paper: "letter" }).filter(({ route }) => route.key in fields);
      expect(sheets).toHaveLength(2);
      for (const sheet of sheets) {
        const { pdf, findings } = await printSheet(sheet, shop);
        expect(findings.map(({ code }) => code)).not.toContain("print/picture");
        const { pages } = await readPdf(pdf ?? new Uint8Array());
        const text = pages.map((page) => lettersOnly(pageText(page))).join(" ");
        const all = sheet.route.key === "high" ? written.high.flat() : written.facts;
        expect(all.filter((word) => !text.includes(word))).toEqual([]);
        const baselines = pages.flatMap(({ text, height }) =>
          text.map(({ baseline }) => [baseline, height - baseline]),
        );
        expect(Math.min(...baselines.flat())).toBeGreaterThan(20);
      }
    } finally {
      await shop.close();
    }
  });

  it("moves a picture that a column has no room for to the head of the next, and the text goes on before it", async () => {
    const { site, folders, routes } = await prepareShared(project);
    const shop = await openPrintShop(site, { folders, processes: 1 });
    try {
      const isWanted = ({ route }: Sheet): boolean => route.key === "srednogorie-2020" && route.language === "en";
      const [sheet] = planSheets(shop, routes, { paper: "a4" }).filter(isWanted);
      const { pdf } = await printSheet(sheet ?? expect.fail("no sheet"), shop);
      const [page] = (await readPdf(pdf ?? new Uint8Array())).pages;
      const placeOf = (words: string) => page?.text.find(({ text }) => text.includes(words));
      const [after, caption] = [placeOf("The concept was drawn up"), placeOf("The seven municipalities around")];
      expect(after?.left).toBeLessThan((page?.width ?? 0) / 2);
      expect(caption?.left).toBeGreaterThan((page?.width ?? 0) / 2);
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
