import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../../setup/shared.ts";
import { tagsWithin, textOf, textWithin } from "./pdf-structure.ts";
import { type PdfFacts, pageText, readPdf } from "./read-pdf.ts";

// Fonts of the site, as it is printed: what a machine has of its own differs, down to how wide a soft hyphen is.
const faces = ["cyrillic", "latin"].map((script) => {
  const file = import.meta.resolve(`@fontsource/source-serif-4/files/source-serif-4-${script}-400-normal.woff2`);
  const range = script === "latin" ? "U+0000-00FF, U+2000-206F" : "U+0400-045F";
  const bytes = readFileSync(fileURLToPath(file), "base64");
  return `@font-face { font-family: site; src: url("data:font/woff2;base64,${bytes}"); unicode-range: ${range}; }`;
});

const html = `<!doctype html>
<html lang="bg">
<head><title>Едно гише</title><style>
  ${faces.join("")}
  @page { size: A5; margin: 20mm; }
  body { margin: 0; font-family: site, serif; }
  h2 { break-before: page; }
  p { font-size: 12pt; }
</style></head>
<body>
<h1>Едно гише</h1>
<p>Ино&shy;ва&shy;ци&shy;он&shy;на практика, виж <a href="#резултати">резултатите</a> и <a href="#b">нататък</a>.</p>
<h2 id="резултати">Резултати</h2>
<p>Хиляда души.</p>
<h2 id="b">Нататък</h2>
<p id="unlinked">Край.</p>
</body></html>`;

let browser: Browser;
let pdf: Uint8Array;
let facts: PdfFacts;

beforeAll(async () => {
  browser = await openBrowser();
  const page = await browser.newPage();
  await page.setContent(html);
  pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
  facts = await readPdf(pdf);
});

afterAll(() => browser?.close());

describe("readPdf", () => {
  it("reads title, language, tags and the size of pages", () => {
    expect(facts).toMatchObject({ title: "Едно гише", language: "bg", author: "", isTagged: true });
    expect(facts.pages).toHaveLength(3);
    for (const { width, height } of facts.pages) {
      expect(width).toBeCloseTo((148 / 25.4) * 72, -0.5);
      expect(height).toBeCloseTo((210 / 25.4) * 72, -0.5);
    }
  });

  it("gives Cyrillic text back without soft hyphens", () => {
    expect(pageText(facts.pages[0] as never).replace(/\s+/g, " ")).toContain("Иновационна практика, виж резултатите");
    expect(pageText(facts.pages[2] as never)).not.toContain("Резултати");
  });

  it("says where each piece of text is, in points from the upper left corner", () => {
    const word = facts.pages[1]?.text.find(({ text }) => text.includes("Хиляда"));
    const margin = (20 / 25.4) * 72;
    expect(word?.left).toBeCloseTo(margin, 0);
    expect(word?.size).toBeCloseTo(12, 0);
    expect(word?.baseline).toBeGreaterThan(margin);
    expect(word?.baseline).toBeLessThan(margin + 80);
    expect(word?.right).toBeGreaterThan((word?.left ?? 0) + 20);
  });

  it("finds linked ids as destinations, and the headings as outline, with the pages they are on", async () => {
    expect(Object.fromEntries(facts.destinations)).toEqual({ резултати: 2, b: 3 });
    expect(facts.outline).toMatchObject([
      {
        title: "Едно гише",
        page: 1,
        children: [
          { title: "Резултати", page: 2 },
          { title: "Нататък", page: 3 },
        ],
      },
    ]);
  });

  it("joins text and structure", () => {
    const headings = facts.pages.flatMap(({ structure }) =>
      structure ? tagsWithin(structure, (role) => /^H\d$/.test(role)) : [],
    );
    expect(headings.map((heading) => [heading.role, textOf(textWithin(heading))])).toEqual([
      ["H1", "Едно гише"],
      ["H2", "Резултати"],
      ["H2", "Нататък"],
    ]);
  });

  it("leaves the bytes it was given as they were", async () => {
    const copy = Uint8Array.from(pdf);
    await readPdf(copy);
    expect(copy).toEqual(Uint8Array.from(pdf));
  });
});
