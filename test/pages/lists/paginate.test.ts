import { expect, it } from "vitest";
import { pageCount, pageOf } from "../../../src/pages/lists/paginate.ts";

it.each([
  [0, 1],
  [1, 1],
  [20, 1],
  [21, 2],
  [40, 2],
  [41, 3],
])("%i practices, twenty on each, take %i pages, which hold each of them once", (count, pages) => {
  const practices = Array.from({ length: count }, (_, index) => index);
  expect(pageCount(practices, 20)).toBe(pages);
  expect(Array.from({ length: pages }, (_, index) => pageOf(practices, index + 1, 20)).flat()).toEqual(practices);
});
