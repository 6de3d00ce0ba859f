import { describe, expect, it } from "vitest";
import { bodyText } from "../../../src/print/check/body-text.ts";
import { checkPages, type PrintedDocument } from "../../../src/print/check/check-pages.ts";
import { fillOfLastPage } from "../../../src/print/check/page-fill.ts";
import type { PdfTag } from "../../../src/print/pdf-structure.ts";
import type { PdfPage, PdfText } from "../../../src/print/read-pdf.ts";
import { codesOf } from "../../builders.ts";

/** Where the rules begin and end; that they hold for what a browser prints, check-pages.test.ts says. */

/** A piece of text from `top` to `top + height`, in points from the head of the page. */
function piece(top: number, height: number, text = "дума"): PdfText {
  const size = height / 1.25;
  return { text, left: 60, right: 300, baseline: top + size, size, font: "serif", endsLine: true };
}

function tag(role: string, children: readonly PdfTag[] = [], text: readonly PdfText[] = [], alternative = ""): PdfTag {
  return { role, alternative, children, text, isShown: true };
}

const page = (
  text: readonly PdfText[],
  structure: PdfTag | undefined = tag("Root", [tag("P", [], text)]),
): PdfPage => ({
  width: 595,
  height: 842,
  text,
  structure,
});

/** A page filled from 100 to 700 points. */
const fullPage = page([piece(100, 600)]);

function check(pages: readonly PdfPage[], changes: Partial<PrintedDocument> = {}) {
  return checkPages({
    file: "content/practices/2016/most.bg.md",
    language: "bg",
    paper: "a4",
    isSheet: true,
    pdf: { pages, destinations: new Map(), outline: [], language: "bg", title: "", author: "", isTagged: true },
    measures: { language: "bg", titleSize: 0, widest: null },
    ...changes,
  });
}

describe("the last page", () => {
  it.each([
    ["a fifth", 120, []],
    ["less than a fifth", 119, [{ code: "print/short-last-page", parameters: { percent: 20, pages: 2 } }]],
    ["nearly nothing", 12, [{ code: "print/short-last-page", parameters: { percent: 2, pages: 2 } }]],
  ])("filled to %s", (_, height, findings) => {
    expect(check([fullPage, page([piece(100, height)])])).toMatchObject(findings);
    expect(check([fullPage, page([piece(100, height)])], { isSheet: false })).toEqual([]);
  });

  it("of a sheet that has one alone may be as short as it likes", () => {
    expect(check([page([piece(100, 12)])])).toEqual([]);
  });

  it.each([
    ["36 points count", 36, 56],
    ["37 points do not", 37, 20],
  ])("is filled by lines and what is between them: gaps of up to %s", (_, gap, height) => {
    expect(fillOfLastPage([fullPage, page([piece(100, 10), piece(110 + gap, 10)])])).toBeCloseTo(height / 600);
  });

  it("with a picture counts from its first line to its last, but the code for telephones is none", () => {
    const text = [piece(100, 10), piece(390, 10)];
    const withFigure = (alternative: string) =>
      page(text, tag("Root", [tag("P", [], text), tag("Figure", [], [], alternative)]));
    expect(fillOfLastPage([fullPage, withFigure("Мостът")])).toBeCloseTo(300 / 600);
    expect(fillOfLastPage([fullPage, withFigure("QR код")])).toBeCloseTo(20 / 600);
  });

  it("is full where there is nothing to compare", () => {
    expect([fillOfLastPage([]), fillOfLastPage([page([])])]).toEqual([1, 1]);
  });
});

it.each([
  [2, []],
  [3, ["print/over-one-sheet"]],
])("%i sides of a practice, of which one piece of paper has two", (count, codes) => {
  expect(codesOf(check(Array(count).fill(fullPage)))).toEqual(codes);
  expect(check(Array(count).fill(fullPage), { isSheet: false })).toEqual([]);
});

describe("a title that is printed smaller than its style says", () => {
  const titled = (size: number) =>
    page([{ ...piece(100, 10), size }], tag("Root", [tag("H1", [], [{ ...piece(100, 10), size }])]));
  const measures = { language: "bg", titleSize: 100, widest: { text: "Таблица", search: "Година" } };

  it.each([
    ["by 1.5 %: that is rounding", 75 * 0.985, []],
    ["by a little more", 75 * 0.984, [{ text: "Таблица", millimetres: 3 }]],
    ["by a tenth", 75 * 0.9, [{ text: "Таблица", millimetres: 20 }]],
    ["by a fifth", 75 * 0.8, [{ text: "Таблица", millimetres: 45 }]],
  ])("%s", (_, size, overflows) => {
    expect(check([titled(size)], { measures }).map(({ parameters }) => parameters)).toEqual(overflows);
  });
});

describe("the language of a document", () => {
  it.each([
    ["bg", "bg", []],
    ["bg", "bg-BG", []],
    ["bg", "en", ["print/wrong-language"]],
    ["bg", "bgx", ["print/wrong-language"]],
    ["", "bg", ["print/wrong-language"]],
  ])("stated as %j in HTML and %j in the PDF", (stated, language, codes) => {
    const pdf = { pages: [fullPage], destinations: new Map(), outline: [], title: "", author: "" };
    const measures = { language: stated, titleSize: 0, widest: null };
    expect(codesOf(check([], { pdf: { ...pdf, language, isTagged: true }, measures }))).toEqual(codes);
  });
});

it("a row that is split is quoted with at most sixty letters", () => {
  const row = (text: string) => tag("TR", [tag("TD", [], [piece(100, 10, text)])]);
  const table = (text: string) => page([piece(100, 600)], tag("Root", [tag("Table", [row(text)])]));
  const quoted = (length: number) => {
    const [found] = check([table("а".repeat(length)), table("а".repeat(length))]);
    return (found?.parameters as { row: string } | undefined)?.row;
  };
  expect(quoted(60)).toBe("а".repeat(60));
  expect(quoted(61)).toBe(`${"а".repeat(59)}…`);
});

it("page numbers and running heads, within 15 mm of the edges, are no text of a page and fill none", () => {
  const at = (baseline: number): PdfText => ({ ...piece(0, 10), baseline });
  const [inside, outside] = [
    [at(43), at(799)],
    [at(42), at(800)],
  ];
  expect(bodyText(page([...outside, ...inside]))).toEqual(inside);
  const blank: PdfPage = { width: 595, height: 842, text: outside, structure: undefined };
  expect(check([fullPage, blank], { isSheet: false })).toMatchObject([
    { code: "print/blank-page", parameters: { page: 2, pages: 2 } },
  ]);
});
