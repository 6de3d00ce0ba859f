import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BookPaper } from "../../src/core/model/issue.ts";
import { createBook } from "../../src/print/book/book-document.ts";
import { planBooks } from "../../src/print/book/plan-book.ts";
import { loadFonts, printBook } from "../../src/print/book/print-book.ts";
import { launchBrowser } from "../../src/print/browser.ts";
import { openSite, printOrigin } from "../../src/print/open-site.ts";
import { type PdfFacts, pageText, readPdf } from "../../src/print/read-pdf.ts";
import { openTab, printTab } from "../../src/print/sheets/print-tab.ts";
import type { SiteInMemory } from "../../src/site/site-in-memory.ts";
import { fixture } from "../run-praktika.ts";
import { prepareForPrint } from "./prepared-site.ts";

let site: SiteInMemory;
let browser: Browser;

beforeAll(async () => {
  ({ site } = await prepareForPrint(fixture("wide-site")));
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

async function printIssue(id: string, paper: BookPaper) {
  const [plan] = planBooks(site.context.archive, id, ["bg"]);
  if (!plan) throw new Error("no such issue");
  const book = createBook(plan, site.context, paper);
  const { pdf, findings } = await printBook(book, { browser, site }, () => undefined);
  return { facts: await readPdf(pdf), findings };
}

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

const squeeze = (text: string): string => text.replace(/[\s\u00ad]+/g, "");
const allText = ({ pages }: PdfFacts): string => squeeze(pages.map(pageText).join(""));

/** The words of a narrow column stand below each other in pieces, with those of its neighbours between them: letters are counted. */
function lettersOf(text: string): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(text, (letter) => letter)].map(([letter, all]) => [letter, all.length]));
}

/** How much is left white at the right of every page, in millimetres. A space has any width. */
function whiteAtRight({ pages }: PdfFacts): number {
  const white = pages.flatMap(({ text, width }) =>
    text.filter((piece) => piece.text.trim() !== "").map(({ right }) => width - right),
  );
  return Math.min(...white) / pointsPerMillimetre;
}

const pointsPerMillimetre = 72 / 25.4;
/** Narrowest right margins; what is rounded may stand out of them a little. */
const margins: Readonly<Record<BookPaper | "sheet", number>> = { a5: 14, a4: 18, letter: 18, sheet: 18 };
const rounding = 0.3;

describe.each<BookPaper>(["a5", "a4"])("in a book on %s", (paper) => {
  let plain: PdfFacts;

  beforeAll(async () => {
    ({ facts: plain } = await printIssue("plain", paper));
  });

  test.each(wideThings)("$id leaves the type as it is, and nothing of it is lost", async ({ id, words }) => {
    const { facts, findings } = await printIssue(id, paper);
    expect(findings).toEqual([]);
    expect(textSizes(plain)).toHaveLength(1);
    expect(textSizes(facts)).toEqual(textSizes(plain));
    expect(whiteAtRight(facts)).toBeGreaterThan(margins[paper] - rounding);
    const letters = lettersOf(allText(facts));
    for (const [letter, count] of Object.entries(lettersOf(words.join(""))))
      expect(letters[letter], letter).toBeGreaterThanOrEqual(count);
    if (id !== "table") for (const word of words) expect(allText(facts)).toContain(word);
  });
});

describe("as a sheet and in a booklet", () => {
  test("every practice of a booklet is set as if it were alone", async () => {
    const facts = await printPage("/bg/years/2020/print/");
    expect(allText(facts).split(squeeze(inEveryPractice))).toHaveLength(6);
    const [size, ...others] = textSizes(facts);
    expect(Number(size)).toBeCloseTo(9.75, 1);
    expect(others).toEqual([]);
    expect(whiteAtRight(facts)).toBeGreaterThan(margins.sheet - rounding);
  });

  test.each(wideThings)("the sheet with $id is as large as the one without", async ({ id }) => {
    const [plain, wide] = [await printPage("/bg/practices/plain/"), await printPage(`/bg/practices/${id}/`)];
    expect(textSizes(wide)).toEqual(textSizes(plain));
    expect(whiteAtRight(wide)).toBeGreaterThan(margins.sheet - rounding);
  });
});
