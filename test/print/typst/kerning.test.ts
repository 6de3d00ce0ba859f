import { readFileSync } from "node:fs";
import { Blob, Face, Font, shape, Buffer as Text } from "harfbuzzjs";
import { describe, expect, it } from "vitest";
import { findPrintFonts, readPrintFonts } from "../../../src/print/typst/fonts.ts";

const paths = [...findPrintFonts().values()];
const fonts = readPrintFonts();

/** Widths and places of letters in thousandths of the size of type, and after which of them a line can end without anything being placed anew. */
function lay(font: Uint8Array, text: string) {
  const bytes = font.buffer.slice(font.byteOffset, font.byteOffset + font.byteLength) as ArrayBuffer;
  const run = new Text();
  run.addText(text);
  run.guessSegmentProperties();
  shape(new Font(new Face(new Blob(bytes))), run);
  const letters = run.getGlyphInfosAndPositions();
  return {
    advances: letters.map(({ xAdvance = 0 }) => xAdvance),
    kerned: letters.filter(({ flags = 0 }) => (flags & 1) !== 0).length,
  };
}

describe("the kerning of texts", () => {
  it.each([0, 4])("is left out of the font where nobody sees it, and kept where it is seen (%i)", (index) => {
    const text = "Трудът на Гладстон: уличното осветление в малките общини, Training for all";
    const [whole, used] = [readFileSync(paths[index] ?? ""), fonts[index] ?? new Uint8Array()].map((font) =>
      lay(font, text),
    );
    const changes = whole?.advances.map((advance, at) => Math.abs(advance - (used?.advances[at] ?? 0)));
    expect(Math.max(...(changes ?? []))).toBeLessThanOrEqual(12);
    expect(used?.kerned).toBeGreaterThan(0);
    expect(used?.kerned).toBeLessThan((whole?.kerned ?? 0) * 0.7);
  });

  it("is whole in the fonts of headings", () => {
    for (const [index, path] of paths.entries())
      if (path.includes("600SemiBold"))
        expect(Buffer.from(fonts[index] ?? []).equals(readFileSync(path)), path).toBe(true);
  });
});
