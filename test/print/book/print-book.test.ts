import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "../../../src/core/language/language.ts";
import type { BookPaper } from "../../../src/core/model/issue.ts";
import { foldingOrder } from "../../../src/print/book/impose.ts";
import { type PlannedBook, planBooks } from "../../../src/print/book/plan-book.ts";
import { planSelection, readQuery } from "../../../src/print/book/plan-selection.ts";
import { pressBook } from "../../../src/print/book/press-book.ts";
import { pressVolumes } from "../../../src/print/book/press-volumes.ts";
import { openPrintShop, type PrintShop } from "../../../src/print/print-shop.ts";
import { fixture } from "../../run-praktika.ts";
import { type PdfFacts, type PdfOutlineItem, pageText, readPdf } from "../paper/read-pdf.ts";
import { prepareShared } from "../prepared-site.ts";

const project = fileURLToPath(new URL("../../..", import.meta.url));
let shop: PrintShop;

beforeAll(async () => {
  const { site, folders } = await prepareShared(project);
  shop = await openPrintShop(site, { folders, processes: 1 });
});

afterAll(() => shop?.close());

interface Printed {
  readonly plan: PlannedBook;
  readonly pdf: Uint8Array;
  readonly facts: PdfFacts;
  readonly texts: readonly string[];
  /** Pages by title, from the bookmarks. */
  readonly pageOf: ReadonlyMap<string, number>;
}

/** @param faults the codes of what the book is said to lack; a table that is printed in parts is none that stops it */
async function print(
  plan: PlannedBook | undefined,
  paper: BookPaper,
  from = shop,
  faults: string[] = [],
): Promise<Printed> {
  if (!plan) throw new Error("no such book");
  const { pdf, pages, findings } = await pressBook(plan, from, { paper, isFolded: false });
  expect(findings.map(({ code }) => code)).toEqual(faults);
  if (!pdf) throw new Error("not printed");
  const facts = await readPdf(pdf);
  expect(facts.pages).toHaveLength(pages);
  const items = (all: readonly PdfOutlineItem[]): readonly PdfOutlineItem[] =>
    all.flatMap((item) => [item, ...items(item.children)]);
  const pageOf = new Map(items(facts.outline).map(({ title, page }) => [squeeze(title), page ?? 0]));
  return { plan, pdf, facts, pageOf, texts: facts.pages.map((page) => squeeze(pageText(page))) };
}

const plan = (id: string, languages: readonly Language[]) => planBooks(shop.site.context.archive, id, languages);

/** Without spaces, ends of lines and hyphens, for a PDF has them wherever a line happened to break. */
const squeeze = (text: string): string => text.replace(/\p{Default_Ignorable_Code_Point}|[\s\u2010-]/gu, "");

const contentsTitle = { bg: "Съдържание", en: "Contents" };
const indexTitle = {
  bg: squeeze("Азбучен показалец"),
  en: squeeze("Alphabetical index"),
};

describe.each<{ id: string; language: keyof typeof contentsTitle; paper: BookPaper }>([
  { id: "2007", language: "bg", paper: "a5" },
  { id: "all", language: "bg", paper: "a5" },
  { id: "2007", language: "en", paper: "a4" },
])("the book $id in $language on $paper", ({ id, language, paper }) => {
  let book: Printed;

  beforeAll(async () => {
    book = await print(plan(id, [language])[0], paper);
  });

  test("is tagged, with title, language and whole sheets of four pages", () => {
    const { facts } = book;
    expect(facts.isTagged).toBe(true);
    expect(facts.language).toBe(language);
    expect(facts.title).not.toBe("");
    expect(facts.pages.length % 4).toBe(0);
    // Both standards, as validators look for them.
    const raw = Buffer.from(book.pdf).toString("latin1");
    for (const part of [
      "<pdfuaid:part>1<",
      "<pdfaid:part>2<",
      "<pdfaid:conformance>A<",
      "/Marked true",
      "/DisplayDocTitle true",
      "/PageLabels",
    ])
      expect(raw).toContain(part);
  });

  test("bookmarks say every chapter and every practice once, and lead to the page with the title", () => {
    const { facts, texts, plan: planned, pageOf } = book;
    const all = squeeze(
      JSON.stringify(facts.outline.map(({ title, children }) => [title, children.map((c) => c.title)])),
    );
    for (const { item } of planned.parts[0].practices) {
      const title = squeeze(item.title);
      expect(texts[(pageOf.get(title) ?? 0) - 1], item.id).toContain(title);
      expect(all.split(squeeze(JSON.stringify(item.title))).length, item.id).toBe(2);
    }
  });

  test("every practice and chapter is on the page that the contents name", () => {
    const { texts, plan: planned, pageOf } = book;
    const first = pageOf.get(contentsTitle[language]) ?? 0;
    const [chapter] = planned.parts[0].chapters;
    const end = pageOf.get(squeeze(`1. ${chapter?.title}`)) ?? 0;
    const contents = texts.slice(first - 1, end - 1).join("");
    const { practices, chapters } = planned.parts[0];
    const line = (title: string): string => {
      const at = contents.indexOf(squeeze(title));
      return contents.slice(at + squeeze(title).length).replace(/^\.+/, "");
    };
    for (const { item } of practices)
      expect(line(item.title), item.id).toMatch(new RegExp(`^${pageOf.get(squeeze(item.title))}`));
    for (const [index, { title }] of chapters.entries())
      expect(line(`${index + 1}. ${title}`)).toMatch(new RegExp(`^${pageOf.get(squeeze(`${index + 1}. ${title}`))}`));
  });

  test("every name of the indexes stands with the pages of its practices, runs of them as ranges", () => {
    const { texts, plan: planned, pageOf } = book;
    const index = texts.slice((pageOf.get(indexTitle[language]) ?? 0) - 1).join("");
    for (const { entries } of planned.parts[0].indexes) {
      for (const { name, practices } of entries) {
        const pages = [...new Set(practices.map(({ item }) => pageOf.get(squeeze(item.title)) ?? 0))];
        const ranges = pages.reduce<number[][]>((runs, page) => {
          const last = runs.at(-1);
          if (last?.at(-1) === page - 1) last.push(page);
          else runs.push([page]);
          return runs;
        }, []);
        const written = ranges.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(",")));
        expect(index, name).toContain(squeeze(`${name}${written.join(",")}`));
      }
    }
  });

  test("large chapters open on right-hand pages, small ones run in, and blank pages carry nothing", () => {
    const { plan: planned, pageOf } = book;
    for (const [index, { title, practices }] of planned.parts[0].chapters.entries()) {
      const page = pageOf.get(squeeze(`${index + 1}. ${title}`)) ?? 0;
      const first = pageOf.get(squeeze(practices[0]?.item.title ?? ""));
      if (practices.length >= 3) expect([page % 2, first]).toEqual([1, page + 1]);
      else expect(first).toBe(page);
    }
    // A small book has no paper to spare.
    const { practices } = planned.parts[0];
    const blank = book.texts.filter((text) => text === "").length;
    if (practices.length < 24) expect(blank).toBeLessThan(4);
    else expect([contentsTitle, indexTitle].map((title) => (pageOf.get(title[language]) ?? 0) % 2)).toEqual([1, 1]);
  });

  test("no page holds only what comes after the text of a practice", () => {
    const cost = squeeze({ bg: "Колко струва", en: "What it cost" }[language]);
    // After the running head.
    expect(book.texts.filter((text) => text.slice(0, 50).includes(cost))).toEqual([]);
    expect(book.texts.some((text) => text.includes(cost))).toBe(true);
  });

  test.runIf(id === "2007" && language === "bg")(
    "a picture goes on to the next page, the text before it does not",
    () => {
      const pageWith = (words: string): number => book.texts.findIndex((text) => text.includes(squeeze(words)));
      const [before, after] = ["избира видовете и обучава", "Където има съседни дворове"].map(pageWith);
      expect(after).toBe(before);
      expect(pageWith("Осем от дванадесетте участъка бяха")).toBe((after ?? 0) + 1);
    },
  );

  test("pages carry the issue on the left, the chapter on the right, and their own number", () => {
    const { texts, plan: planned, pageOf } = book;
    const issue = squeeze(planned.parts[0].issue.title[language] ?? "");
    const openings = new Set(pageOf.values());
    texts.forEach((text, index) => {
      const page = index + 1;
      if (text === "" || page < 5 || openings.has(page)) return;
      expect(text).toContain(String(page));
      if (page % 2 === 0) expect(text.startsWith(issue), `page ${page}`).toBe(true);
    });
  });

  test("no telephone number or address of a project is divided", () => {
    const all = book.facts.pages.map(pageText).join("\n").replaceAll("\u00a0", " ");
    for (const { item } of book.plan.parts[0].practices) {
      if (/^[+\d ]+$/.test(item.contact?.tel ?? "")) expect(all, item.id).toContain(item.contact?.tel);
      const address = item.projectUrl?.replace(/^https?:\/\//, "").replace(/\/$/, "") ?? "";
      if (address.length < 32) expect(all, item.id).toContain(address);
    }
  });

  test("no bound book counts votes, and every innovator is in it", () => {
    const all = book.texts.join("");
    for (const { item } of book.plan.parts[0].practices) expect(all).toContain(squeeze(item.innovator ?? ""));
    expect(all).not.toMatch(/Номинации0|Nominations0/);
  });
});

test("the same book has the same bytes", async () => {
  const [one, two] = [await print(plan("2007", ["bg"])[0], "a5"), await print(plan("2007", ["bg"])[0], "a5")];
  expect(one.pdf).toEqual(two.pdf);
});

test("a bilingual issue is one book, each language with a cover, contents and index of its own", async () => {
  const [bg, en] = [plan("2007", ["bg"])[0]?.parts[0], plan("2007", ["en"])[0]?.parts[0]];
  if (!bg || !en) throw new Error("no such issue");
  const { texts, pageOf, facts } = await print({ form: "book", name: "2007", parts: [bg, en] }, "a5");
  const contents = pageOf.get("Contents") ?? 0;
  // The cover, the title of the file, bookmarks and contents say that there are two.
  const [ofBg, ofEn] = [squeeze(bg.issue.title.bg ?? ""), squeeze(en.issue.title.en ?? "")] as const;
  expect(squeeze(facts.title)).toBe(`${ofBg}/${ofEn}`);
  expect(texts[0]).toMatch(new RegExp(`${ofBg}.*${ofEn}`));
  const cover = pageOf.get(ofEn) ?? 0;
  expect([pageOf.get(ofBg), cover % 2, texts[cover - 1]?.includes(ofBg)]).toEqual([1, 1, false]);
  expect(texts[(pageOf.get("Съдържание") ?? 0) - 1]).toMatch(new RegExp(`English:${ofEn}\\.*${cover}`));
  expect(texts[contents - 1]).toMatch(new RegExp(`Български:${ofBg}\\.*1`));
  for (const { item } of en.practices)
    expect(texts[contents - 1]).toMatch(
      new RegExp(`${squeeze(item.title).replace(/[()?]/g, "\\$&")}\\.*${pageOf.get(squeeze(item.title))}`),
    );
  for (const { item } of bg.practices) expect(texts[contents - 1]).not.toContain(squeeze(item.title));
});

test("an issue that says so is planned as one book; else each language has its own", () => {
  const { archive } = shop.site.context;
  expect(plan("2007", ["bg", "en"]).map(({ name }) => name)).toEqual(["2007.bg", "2007.en"]);
  const edition = archive.editions.get("bg");
  const entry = [...(edition?.issues.values() ?? [])].find(({ issue }) => issue.id === "2007");
  if (!edition || !entry) throw new Error("no such issue");
  const bilingual = { ...entry, issue: { ...entry.issue, bilingual: true } };
  const editions = new Map([["bg" as const, { ...edition, issues: new Map([[entry.issue.id, bilingual]]) }]]);
  expect(planBooks({ ...archive, editions }, "2007", ["bg"]).map(({ name }) => name)).toEqual(["2007"]);
  expect(plan("1066", ["bg"])).toEqual([]);
});

test("a book of more pages than a volume may have comes in volumes, numbered through, each with the contents of all", async () => {
  const { context } = shop.site;
  const { archive } = context;
  const site = { ...archive.site, binding: { volumePages: 16, signature: 8 } };
  const thin = { ...shop, site: { ...shop.site, context: { ...context, archive: { ...archive, site } } } };
  const [whole] = plan("all", ["en"]);
  if (!whole) throw new Error("no such book");
  let pdfs = 0;
  const press = await shop.press();
  const use: typeof press.use = (work, letters) =>
    press.use((line) => {
      const pdf: typeof line.pdf = (...document) => {
        pdfs++;
        return line.pdf(...document);
      };
      return work({ pdf, query: line.query.bind(line), svg: line.svg.bind(line) });
    }, letters);
  const counting = { ...thin, press: async () => ({ ...press, use }) };
  const volumes = await pressVolumes(whole, counting, { paper: "a5", isFolded: false });
  expect(pdfs).toBe(volumes.length);
  expect(volumes.map(({ name }) => name)).toEqual(volumes.map((_, index) => `all.en.${index + 1}`));
  expect(volumes.length).toBeGreaterThan(1);
  const texts: string[] = [];
  const contents: string[] = [];
  const covers: string[] = [];
  for (const { pdf, pages } of volumes) {
    expect([pages % 8, pages <= 16]).toEqual([0, true]);
    const facts = await readPdf(pdf ?? new Uint8Array());
    const own = facts.pages.map((page) => squeeze(pageText(page)));
    const at = facts.outline.find(({ title }) => title === contentsTitle.en)?.page ?? 0;
    const end = own.findIndex((text, page) => page >= at && !text.includes("....") && text !== "");
    contents.push(own.slice(at - 1, end).join(""));
    covers.push(own[0] ?? "");
    texts.push(...own);
  }
  expect(covers.map((text) => /Volume\dof\d/.exec(text)?.[0])).toEqual(
    volumes.map((_, index) => `Volume${index + 1}of${volumes.length}`),
  );
  const pageOf = new Map<string, number>();
  // A page number counts through all volumes, so that their pages in a row are where it leads.
  for (const { item } of whole.parts[0].practices) {
    const title = squeeze(item.title);
    const page = contents[0]?.slice(contents[0].indexOf(title)).match(/\.{3,}(\d+)/)?.[1] ?? "";
    // The contents themselves, on page 3, are no place for what is on page 37.
    const at = texts.findLastIndex((text, index) => page.startsWith(String(index + 1)) && text.includes(title)) + 1;
    expect(at, item.id).toBeGreaterThan(0);
    pageOf.set(item.id, at);
    for (const text of contents) expect(text, item.id).toMatch(new RegExp(`${title}\\.{3,}${at}`));
  }
  // A link into another volume names it, with a page on which a practice of that volume begins.
  const starts = volumes.map((_, index) => volumes.slice(0, index).reduce((sum, { pages }) => sum + pages, 0));
  const links = [...texts.join("").matchAll(/\(vol\.(\d+),p\.(\d+)\)/g)].map(([, ...numbers]) => numbers.map(Number));
  expect(links.length).toBeGreaterThan(0);
  for (const [volume = 0, page = 0] of links) {
    expect([...pageOf.values()]).toContain(page);
    const first = starts[volume - 1] ?? Number.NaN;
    expect(page > first && page <= first + (volumes[volume - 1]?.pages ?? 0)).toBe(true);
  }
  const hasIndex = volumes.map(({ settled }) => settled?.places.has("en/index"));
  expect(hasIndex).toEqual(volumes.map((_, index) => index === volumes.length - 1));
  const last = texts.slice(texts.length - (volumes.at(-1)?.pages ?? 0)).join("");
  for (const { name, practices } of whole.parts[0].indexes[0]?.entries ?? []) {
    const page = pageOf.get(practices[0]?.item.id ?? "");
    expect(last.includes(`${squeeze(name)}${page}`), name).toBe(true);
  }
});

describe("one wide thing in a practice", () => {
  test.each(["table", "code", "address", "word"])(
    "%s changes the type of no other practice, and loses nothing",
    async (id) => {
      const { site, folders } = await prepareShared(fixture("wide-site"));
      const wide = await openPrintShop(site, { folders, processes: 1 });
      try {
        const sizes = async (issue: string): Promise<readonly string[]> => {
          const [planned] = planBooks(site.context.archive, issue, ["bg"]);
          const { facts } = await print(planned, "a5", wide, issue === "table" ? ["print/wide-table"] : []);
          const pieces = facts.pages.flatMap(({ text }) => text).filter(({ text }) => text.includes("Общината"));
          // A reader of PDFs adds up rounded widths of letters: a tenth of a point is nothing on paper.
          for (const { text, width } of facts.pages)
            for (const { right } of text) expect(right).toBeLessThan(width - (14 * 72) / 25.4 + 0.1);
          return [...new Set(pieces.map(({ size }) => size.toFixed(1)))].sort();
        };
        expect(await sizes(id)).toEqual(await sizes("plain"));
      } finally {
        await wide.close();
      }
    },
  );
});

describe("a booklet of chosen practices", () => {
  const select = (query: string, form: "booklet" | "overview", title?: string) => {
    const options = { form, title, languages: ["bg"] as const };
    const plans = planSelection(shop.site.context.archive, readQuery(query), options);
    if ("term" in plans || !plans[0]) throw new Error("nothing chosen");
    return plans[0];
  };

  test("begins with its title and contents, and each practice with its page", async () => {
    const { texts, plan: planned, pageOf, facts } = await print(select("year:2007", "booklet", "За срещата"), "a4");
    const { practices } = planned.parts[0];
    expect(practices.length).toBeGreaterThan(3);
    expect(facts).toMatchObject({ isTagged: true, title: "За срещата", language: "bg" });
    expect(texts[0]).toContain("Засрещата");
    for (const { item } of practices) {
      const page = pageOf.get(squeeze(item.title)) ?? 0;
      expect(texts[page - 1], item.id).toMatch(new RegExp(`^${squeeze(item.title)}`));
      expect(texts[0], item.id).toMatch(new RegExp(`${squeeze(item.title)}[^.]*\\.+${page}`));
    }
  });

  test("is folded from sheets with two pages on each side, all pages in the order of the folded pile", async () => {
    const plan = select("year:2007", "booklet");
    const { texts } = await print(plan, "a5");
    const { pdf, pages } = await pressBook(plan, shop, { paper: "a5", isFolded: true });
    const sides = (await readPdf(pdf ?? new Uint8Array())).pages;
    expect(pages % 4).toBe(0);
    expect(sides).toHaveLength(pages / 2);
    expect([sides[0]?.width, sides[0]?.height].map(Math.round as (n?: number) => number)).toEqual([842, 595]);
    const shown = sides.map((side) => squeeze(pageText(side)));
    for (const [index, [left, right]] of foldingOrder(pages).entries())
      expect(shown[index]).toBe((texts[left - 1] ?? "") + (texts[right - 1] ?? ""));
  });

  test("can be a list with every practice, its innovator and year", async () => {
    const { texts, facts, plan: planned } = await print(select("", "overview"), "a4");
    const written = facts.pages.map(pageText).join(" ");
    const text = texts.join("");
    for (const { item } of planned.parts[0].practices) {
      expect(text).toContain(squeeze(item.title));
      if (item.innovator) expect(text).toContain(squeeze(item.innovator));
      // No name is divided.
      for (const word of item.innovator?.split(/\s/) ?? []) expect(written).toContain(word);
    }
  });
});
