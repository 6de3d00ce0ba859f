import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "../../../src/core/language/language.ts";
import type { BookPaper } from "../../../src/core/model/issue.ts";
import { createBook } from "../../../src/print/book/book-document.ts";
import { type PlannedBook, planBooks } from "../../../src/print/book/plan-book.ts";
import { printBook } from "../../../src/print/book/print-book.ts";
import { type PdfFacts, pageText, readPdf } from "../../../src/print/read-pdf.ts";
import type { SiteInMemory } from "../../../src/site/site-in-memory.ts";
import { openBrowser } from "../../setup/shared.ts";
import { prepareForPrint } from "../prepared-site.ts";

const project = fileURLToPath(new URL("../../..", import.meta.url));
let site: SiteInMemory;
let browser: Browser;

beforeAll(async () => {
  ({ site } = await prepareForPrint(project));
  browser = await openBrowser();
});

afterAll(() => browser?.close());

interface Printed {
  readonly plan: PlannedBook;
  readonly facts: PdfFacts;
  readonly texts: readonly string[];
  readonly passes: number;
}

async function print(plan: PlannedBook | undefined, paper: BookPaper): Promise<Printed> {
  if (!plan) throw new Error("no such book");
  const { pdf, passes } = await printBook(createBook(plan, site.context, paper), { browser, site }, () => undefined);
  const facts = await readPdf(pdf);
  return { plan, facts, texts: facts.pages.map((page) => squeeze(pageText(page))), passes };
}

const plan = (id: string, languages: readonly Language[]) => planBooks(site.context.archive, id, languages);

/** Without spaces and ends of lines, for a PDF has them wherever a line happened to break. */
const squeeze = (text: string): string => text.replace(/[\s\u00ad]+/g, "");

/** A line of contents: a title, which may run over two lines, perhaps a place, and the page at the end. */
function contentsLine(title: string, page: number | undefined): RegExp {
  const letters = [...squeeze(title)].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`${letters.join("\\s*")}\\D*${page}$`, "m");
}

const linesOf = ({ pages }: PdfFacts, from: number, to: number): string =>
  pages
    .slice(from - 1, to - 1)
    .map(pageText)
    .join("\n");

describe.each<{ id: string; language: Language; paper: BookPaper }>([
  { id: "2007", language: "bg", paper: "a5" },
  { id: "all", language: "bg", paper: "a5" },
  { id: "2007", language: "en", paper: "a4" },
])("the book $id in $language on $paper", ({ id, language, paper }) => {
  let book: Printed;

  beforeAll(async () => {
    book = await print(plan(id, [language])[0], paper);
  });

  test("settles in two passes", () => {
    expect(book.passes).toBe(2);
  });

  test("is tagged, with title, language and an outline of its chapters", () => {
    const { facts, plan: planned } = book;
    expect(facts.isTagged).toBe(true);
    expect(facts.language).toBe(language);
    expect(facts.title).not.toBe("");
    const titles = JSON.stringify(facts.outline);
    for (const { title } of planned.parts[0].chapters) expect(titles).toContain(title);
  });

  test("every practice is on the page that the contents name", () => {
    const { facts, texts, plan: planned } = book;
    const first = facts.destinations.get(`${language}-contents`) ?? 0;
    const end = facts.destinations.get(`${language}-chapter-1`) ?? 0;
    const contents = linesOf(facts, first, end);
    const { practices, chapters } = planned.parts[0];
    for (const { item } of practices) {
      const page = facts.destinations.get(`${language}-practice-${item.id}`) ?? 0;
      expect(texts[page - 1], item.id).toContain(squeeze(item.title));
      expect(contents).toMatch(contentsLine(item.title, page));
    }
    for (const [index, { title }] of chapters.entries()) {
      const page = facts.destinations.get(`${language}-chapter-${index + 1}`) ?? 0;
      expect(contents).toMatch(contentsLine(`${index + 1}. ${title}`, page));
    }
  });

  test("every name of the indexes stands with the pages of its practices", () => {
    const { facts, texts, plan: planned } = book;
    const index = texts.slice((facts.destinations.get(`${language}-index`) ?? 0) - 1).join("");
    for (const { entries } of planned.parts[0].indexes) {
      for (const { name, practices } of entries) {
        const pages = practices.map(({ item }) => facts.destinations.get(`${language}-practice-${item.id}`));
        expect(index, name).toContain(squeeze(`${name}${pages.join(", ")}`));
        expect(pages, name).toEqual(pages.toSorted((a, b) => Number(a) - Number(b)));
      }
    }
  });

  test("chapters, contents and index begin on right-hand pages, and blank pages carry nothing", () => {
    const { facts, texts, plan: planned } = book;
    const openings = [
      `${language}-contents`,
      ...planned.parts[0].chapters.map((_, index) => `${language}-chapter-${index + 1}`),
      `${language}-index`,
    ];
    for (const anchor of openings) expect((facts.destinations.get(anchor) ?? 0) % 2, anchor).toBe(1);
    const covered = new Set(texts.flatMap((text, index) => (text === "" ? [index + 1] : [])));
    for (const page of covered) expect(page % 2).toBe(0);
  });

  test("pages carry the chapter on the left, the archive on the right, and their own number", () => {
    const { facts, texts, plan: planned } = book;
    const { chapters } = planned.parts[0];
    for (const [index, { title, practices }] of chapters.entries()) {
      const start = facts.destinations.get(`${language}-practice-${practices[0]?.item.id}`) ?? 0;
      expect(start).toBe((facts.destinations.get(`${language}-chapter-${index + 1}`) ?? 0) + 1);
      expect(texts[start - 1], title).toContain(squeeze(title));
      expect(texts[start - 1], title).toContain(String(start));
    }
  });

  test("every text of the practices is there, without soft hyphens", () => {
    const all = book.texts.join("");
    for (const { item } of book.plan.parts[0].practices) expect(all).toContain(squeeze(item.innovator ?? ""));
    for (const page of book.facts.pages) for (const { text } of page.text) expect(text).not.toContain("\u00ad");
  });
});

test("a bilingual issue is one book, each language with a cover, contents and index of its own", async () => {
  const [bg, en] = [plan("2007", ["bg"])[0]?.parts[0], plan("2007", ["en"])[0]?.parts[0]];
  if (!bg || !en) throw new Error("no such issue");
  const { facts, texts } = await print({ name: "2007", parts: [bg, en] }, "a5");
  const cover = facts.destinations.get("en-cover") ?? 0;
  expect(cover % 2).toBe(1);
  expect(texts[cover - 1]).toContain(squeeze("Innovative Practices 2007"));
  const contents = facts.destinations.get("en-contents") ?? 0;
  for (const { item } of en.practices) {
    const page = facts.destinations.get(`en-practice-${item.id}`);
    expect(linesOf(facts, contents, contents + 1)).toMatch(contentsLine(item.title, page));
  }
});

test("an issue that says so is planned as one book; else each language has its own", () => {
  const { archive } = site.context;
  expect(plan("2007", ["bg", "en"]).map(({ name }) => name)).toEqual(["2007.bg", "2007.en"]);
  const edition = archive.editions.get("bg");
  const entry = [...(edition?.issues.values() ?? [])].find(({ issue }) => issue.id === "2007");
  if (!edition || !entry) throw new Error("no such issue");
  const bilingual = { ...entry, issue: { ...entry.issue, bilingual: true } };
  const editions = new Map([["bg" as const, { ...edition, issues: new Map([[entry.issue.id, bilingual]]) }]]);
  expect(planBooks({ ...archive, editions }, "2007", ["bg"]).map(({ name }) => name)).toEqual(["2007"]);
  expect(plan("1066", ["bg"])).toEqual([]);
});
