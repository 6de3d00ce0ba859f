import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quote } from "../../../src/print/typst/code.ts";
import { openPress, PressFault, type PressLine } from "../../../src/print/typst/press.ts";
import { readPdf } from "../paper/read-pdf.ts";
import { openTestPress } from "./press-texts.ts";

const { press } = await openTestPress();
/** What a line of the press does not tell everybody: its process. */
type Started = { started(): Promise<{ readonly pid?: number }> };
const head = '#set document(title: "x", date: datetime(year: 2020, month: 1, day: 2))\n#set text(lang: "bg")\n';

describe("the press", () => {
  it("gives the same bytes for the same document", async () => {
    const [one, two] = await Promise.all([1, 2].map(() => press.use((line) => line.pdf(`${head}Текст`))));
    expect(one).toEqual(two);
  });

  it("gives a text back as it was written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (text) => {
        const found = await press.use((line) => line.query(`#metadata(${quote(text)})<x>`, {}, "x"));
        expect(found).toEqual([text.replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, "")]);
      }),
      { numRuns: 200 },
    );
  });

  it("does not break down over texts that are nearly alike", async () => {
    for (const text of ["Ꮹᾆ", "ᾆ", "Ꮹ", "жᾆ", "ж", "ѡ", "Ꮹᾆᾆ"])
      expect(await press.use((line) => line.query(`#metadata(${quote(text)})<x>`, {}, "x"))).toEqual([text]);
  });

  it("makes PDFs that say of themselves that they are for archives and for everybody", async () => {
    const pdf = Buffer.from(await press.use((line) => line.pdf(`${head}= Заглавие\nТекст`)));
    const text = pdf.toString("latin1");
    const said = [...text.matchAll(/<(pdf\w*id:\w+)>(\w+)</g)].map(([, name, value]) => `${name} ${value}`);
    expect(said).toEqual(["pdfuaid:part 1", "pdfaid:part 2", "pdfaid:conformance A"]);
    expect(text).toContain("/DisplayDocTitle true");
    const xrefAt = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    expect(text.slice(xrefAt, xrefAt + 5)).toBe("xref\n");
    const offsets = [...text.slice(xrefAt).matchAll(/^(\d{10}) \d{5} n/gm)].map(([, offset]) => Number(offset));
    for (const [index, offset] of offsets.entries())
      expect(text.slice(offset, offset + 14)).toMatch(new RegExp(`^${index + 1} 0 obj`));
    const metadata = /\/Length (\d+)\s+\/Type \/Metadata.*?stream\n/s.exec(text);
    const end = (metadata?.index ?? 0) + (metadata?.[0].length ?? 0) + Number(metadata?.[1]);
    expect(text.slice(end, end + 10)).toBe("\nendstream");
    expect((await readPdf(pdf)).title).toBe("x");
  });

  it("makes a PDF for everybody alone of a document that is none for archives", async () => {
    const pdf = await press.use((line) =>
      line.pdf('#set document(title: "x", date: none)\n#set text(lang: "bg")\nТекст'),
    );
    const text = Buffer.from(pdf).toString("latin1");
    expect(text).toContain("<pdfuaid:part>1<");
    expect(text).not.toContain("pdfaid");
  });

  it("replaces a process that would have set too much, and gives the new one the files of a document again", async () => {
    const path = "/.praktika-print/texts/a.typ";
    const source = { text: `#import "${path}": it\n#it`, files: new Map([[path, "#let it = [#metadata(1)<x>]"]]) };
    const count = () => press.use((line) => line.query(source, {}, "x"), 3_400_000);
    const long = { ...source, text: `${source.text}\n//${" ".repeat(100_001)}` };
    const engine = () => press.use(async (line) => (await (line as PressLine & Started).started()).pid);
    expect(await count()).toEqual([1]);
    const before = await engine();
    expect(await press.use((line) => line.query(long, {}, "x"))).toEqual([1]);
    expect([await engine(), await count()]).toEqual([before, [1]]);
    expect(await engine()).not.toBe(before);
  });

  it("says what is wrong with a document, and goes on", async () => {
    await expect(press.use((line) => line.pdf(`${head}#panic("стига")`))).rejects.toThrow(/стига/);
    expect((await press.use((line) => line.pdf(`${head}Текст`))).byteLength).toBeGreaterThan(1_000);
  });

  it.each(['#read("../../etc/passwd")', '#read("/../../etc/passwd")', '#import "@preview/cetz:0.3.0"'])(
    "reads nothing outside the content: %s",
    async (source) => {
      await expect(press.use((line) => line.pdf(head + source))).rejects.toThrow(PressFault);
    },
  );

  it("gives up a document that takes too long, and prints the next one", async () => {
    const setup = { workspace: "/nowhere", fonts: [], templates: new Map<string, string>() };
    const impatient = await openPress({ setup, processes: 1, timeoutMs: 1_500 });
    try {
      const slow = `#let x = 0\n#for i in range(20000) { for j in range(20000) { x += 1 } }`;
      const fault = await impatient.use((line) => line.query(slow, {}, "x")).catch((error: unknown) => error);
      expect(fault).toBeInstanceOf(PressFault);
      expect((fault as PressFault).isTimeout).toBe(true);
      expect(await impatient.use((line) => line.query("#metadata(1)<x>", {}, "x"))).toEqual([1]);
    } finally {
      await impatient.close();
    }
  });
});
