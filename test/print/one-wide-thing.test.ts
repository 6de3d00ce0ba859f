import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SiteInMemory } from "../../src/site/site-in-memory.ts";
import { fixture } from "../run-praktika.ts";
import { launchBrowser } from "../setup/browser.ts";
import { openSite, printOrigin } from "./paper/open-site.ts";
import { openTab, printTab } from "./paper/print-tab.ts";
import { type PdfFacts, pageText, readPdf } from "./paper/read-pdf.ts";
import { prepareShared } from "./prepared-site.ts";

let site: SiteInMemory;
let browser: Browser;

beforeAll(async () => {
  ({ site } = await prepareShared(fixture("wide-site")));
  browser = await launchBrowser();
});

afterAll(() => browser?.close());

/** Each practice holds one thing wider than paper, and these are words at its right end. */
const wideThings = [
  { id: "table", words: ["Населеномясто", "Продължителност", "Енергопотреблениеслед", "danni/energia/1"] },
  { id: "code", words: ["curl-s", "energia/pokriv.txt"] },
  { id: "address", words: ["Решение", "reshenie-0123456789.html"] },
  { id: "word", words: ["електроразпределително".repeat(8)] },
];
const inEveryPractice = "Общината събра";

async function printPage(permalink: string): Promise<PdfFacts> {
  const session = await openSite(browser, site);
  try {
    const tab = await openTab(session, printOrigin + permalink);
    await tab.evaluate(loadFonts);
    return await readPdf(await printTab(tab, "a4"));
  } finally {
    await session.close();
  }
}

/** The sizes in which running text is set, to a hundredth of a point. */
function textSizes({ pages }: PdfFacts): readonly string[] {
  const pieces = pages.flatMap(({ text }) => text).filter(({ text }) => text.includes("Общината"));
  const running = pieces.filter(({ font }) => font === "serif");
  return [...new Set(running.map(({ size }) => size.toFixed(2)))];
}

/** Local fonts may be missing. */
const loadFonts = "Promise.allSettled([...document.fonts].map((font) => font.load())).then(() => undefined)";
const squeeze = (text: string): string => text.replace(/[\s\u00ad]+/g, "");
const allText = ({ pages }: PdfFacts): string => squeeze(pages.map(pageText).join(""));

/** How much is left white at the right of every page, in millimetres. A space has any width. */
function whiteAtRight({ pages }: PdfFacts): number {
  const white = pages.flatMap(({ text, width }) =>
    text.filter((piece) => piece.text.trim() !== "").map(({ right }) => width - right),
  );
  return Math.min(...white) / pointsPerMillimetre;
}

const pointsPerMillimetre = 72 / 25.4;
/** The narrowest right margin; what is rounded may stand out of it a little. */
const margin = 18;
const rounding = 0.3;

describe("as a sheet and in a booklet", () => {
  test("every practice of a booklet is set as if it were alone", async () => {
    const facts = await printPage("/bg/years/2020/print/");
    expect(allText(facts).split(squeeze(inEveryPractice))).toHaveLength(6);
    const [size, ...others] = textSizes(facts);
    expect(Number(size)).toBeCloseTo(9.75, 1);
    expect(others).toEqual([]);
    expect(whiteAtRight(facts)).toBeGreaterThan(margin - rounding);
  });

  test.each(wideThings)("the sheet with $id is as large as the one without", async ({ id }) => {
    const [plain, wide] = [await printPage("/bg/practices/plain/"), await printPage(`/bg/practices/${id}/`)];
    expect(textSizes(wide)).toEqual(textSizes(plain));
    expect(whiteAtRight(wide)).toBeGreaterThan(margin - rounding);
  });
});
