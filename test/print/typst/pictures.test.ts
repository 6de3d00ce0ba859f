import { expect, it } from "vitest";
import { markMissingSigns } from "../../../src/print/typst/drawings.ts";
import { openPictureShelf } from "../../../src/print/typst/pictures.ts";

const shown = (path: string, bytes: number, width: number): string | undefined => {
  const file = { path, source: `content/${path}`, bytes, size: { width, height: 10 } };
  return openPictureShelf("/nowhere", new Map([[path, file]]), { has: () => true }).describe(path)?.path;
};

it.each([
  ["media/a.jpg", 1_200_000, 2_100, "media/a.jpg"],
  ["media/a.jpg", 1_200_001, 2_100, "media/a.jpg.paper"],
  ["media/a.jpg", 1_200_000, 2_101, "media/a.jpg.paper"],
  ["media/a.png", 10, 10, "media/a.png"],
  ["media/a.avif", 10, 10, "media/a.avif.paper"],
])("%s of %i bytes, %i pixels wide, is on paper %s: large photographs are copied", (path, bytes, width, expected) => {
  expect(shown(path, bytes, width)).toBe(expected);
});

it("signs of a drawing that no font has become squares, where they are words", () => {
  const letters = { has: (codePoint: number) => codePoint < 0x500 };
  const missing: string[] = [];
  const svg = '<svg><title>🌳</title><text x="1">Дъб 🌳, <tspan>&#x4e2d; &lt;</tspan></text><text>Бук</text></svg>';
  expect(markMissingSigns(svg, letters, (sign) => missing.push(sign))).toBe(
    '<svg><title>🌳</title><text x="1">Дъб □, <tspan>□ &lt;</tspan></text><text>Бук</text></svg>',
  );
  expect(missing).toEqual(["🌳", "中"]);
});
