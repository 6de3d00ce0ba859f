import { describe, expect, it } from "vitest";
import { setPdfAuthor } from "../../src/print/pdf-author.ts";

const info = "<</Title (T)\n/Producer (P)>>";
const made = (trailer = "<</Size 3\n/Root 1 0 R\n/Info 2 0 R>>", fields = info): Uint8Array =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj\n<<>>\nendobj\n2 0 obj\n${fields}\nendobj\nxref\n0 3\ntrailer\n${trailer}\nstartxref\n70\n%%EOF\n`,
  );
const text = (pdf: Uint8Array): string => Buffer.from(pdf).toString("latin1");

describe("the author of a PDF", () => {
  it("is appended, and the PDF before it stays as it was", () => {
    const pdf = made();
    const result = setPdfAuthor(pdf, "Община");
    expect(text(result).startsWith(text(pdf))).toBe(true);
    const update = text(result).slice(pdf.length);
    expect(update).toContain("<</Author <FEFF041E043104490438043D0430>\n/Title (T)\n/Producer (P)>>");
    expect(update).toContain("/Prev 70>>");
    // Both tables lead to where things are.
    const at = Number(/xref\n2 1\n(\d{10}) 00000 n /.exec(update)?.[1]);
    expect(text(result).slice(at, at + 7)).toBe("2 0 obj");
    const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(update)?.[1]);
    expect(text(result).slice(table, table + 4)).toBe("xref");
  });

  it.each([
    ["no author", made(), ""],
    ["an update already", made("<</Size 3\n/Root 1 0 R\n/Info 2 0 R\n/Prev 5>>"), "A"],
    ["no entry of metadata", made("<</Size 3\n/Root 1 0 R>>"), "A"],
    ["an entry that is not there", made("<</Size 3\n/Root 1 0 R\n/Info 9 0 R>>"), "A"],
    ["an author already", made(undefined, "<</Author (B)>>"), "A"],
    ["no end", made().subarray(0, -8), "A"],
  ])("is left out for a PDF with %s", (_, pdf, author) => {
    expect(setPdfAuthor(pdf, author)).toBe(pdf);
  });

  it("that has been set is not set again", () => {
    const once = setPdfAuthor(made(), "A");
    expect(setPdfAuthor(once, "B")).toBe(once);
  });
});
