import { expect, it } from "vitest";
import { openPictureShelf } from "../../../src/print/typst/pictures.ts";

const shown = (path: string, bytes: number, width: number): string | undefined => {
  const file = { path, source: `content/${path}`, bytes, size: { width, height: 10 } };
  return openPictureShelf("/nowhere", new Map([[path, file]])).describe(path)?.path;
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
