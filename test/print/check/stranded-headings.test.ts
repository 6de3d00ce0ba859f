import { describe, expect, it } from "vitest";
import { bodyText } from "../../../src/print/check/body-text.ts";
import { strandedHeadings } from "../../../src/print/check/stranded-headings.ts";
import type { PdfTag } from "../../../src/print/pdf-structure.ts";
import type { PdfPage, PdfText } from "../../../src/print/read-pdf.ts";

const piece = (text: string, baseline: number, left = 0): PdfText => ({
  text,
  left,
  right: left + 100,
  baseline,
  size: 10,
  font: "serif",
  endsLine: true,
});
const tag = (role: string, ...text: readonly PdfText[]): PdfTag => ({
  role,
  alternative: "",
  children: [],
  text,
  isShown: true,
});
const page = (...children: readonly PdfTag[]): PdfPage => ({
  width: 595,
  height: 842,
  text: children.flatMap(({ text }) => text),
  structure: { role: "Root", alternative: "", children, text: [], isShown: true },
});
const heading = (baseline: number, left = 0): PdfTag => tag("H2", piece("Резултати", baseline, left));
const paragraph = (baseline: number, left = 0): PdfTag => tag("P", piece("Текст", baseline, left));
const found = (...pages: readonly PdfPage[]) => strandedHeadings(pages).map((one) => one.page);

describe("a heading is alone", () => {
  it("at the end of a page whose text goes on", () => {
    expect(found(page(paragraph(100), heading(800)), page(paragraph(100)))).toEqual([1]);
    expect(found(page(paragraph(100), heading(800), paragraph(815)), page(paragraph(100)))).toEqual([]);
  });

  it("at the end of a column, though there is text beside it", () => {
    expect(found(page(heading(800), paragraph(100, 300)), page(paragraph(100)))).toEqual([1]);
    expect(found(page(heading(800), paragraph(100, 300)))).toEqual([1]);
  });

  it("with nothing but another heading under it", () => {
    expect(found(page(paragraph(100), heading(780), heading(800)), page(paragraph(100)))).toEqual([1, 1]);
  });

  it("not on a page that holds only headings, nor at the end of all, where it has no text", () => {
    expect(found(page(heading(100)), page(paragraph(100)))).toEqual([]);
    expect(found(page(paragraph(100), heading(800)))).toEqual([]);
  });

  it("not before a picture, whose place nobody knows", () => {
    expect(found(page(paragraph(100), heading(800), tag("Figure")), page(paragraph(100)))).toEqual([]);
  });
});

it.each([
  // 15 mm are 42.52 points.
  [42.5, false],
  [42.6, true],
  [799.4, true],
  [799.5, false],
])("what stands %d points from the edge belongs to the text: %s", (baseline, expected) => {
  expect(bodyText(page(paragraph(baseline)))).toHaveLength(expected ? 1 : 0);
});
