import { expect, it } from "vitest";
import { gutterOf } from "../../../src/print/book/book-source.ts";

it.each([
  [70, 0],
  [71, 1.5],
  [150, 1.5],
  [151, 3],
  [400, 3],
  [401, 5],
])("a book of %i practices has %d mm more at its binding", (count, millimetres) => {
  expect(gutterOf(count)).toBe(millimetres);
});
