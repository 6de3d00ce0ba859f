import { expect, it } from "vitest";
import { pageCount } from "../../../src/pages/lists/paginate.ts";
import { archiveOf, editionIn, entry } from "../../builders.ts";

it.each([
  [0, 1],
  [1, 1],
  [20, 1],
  [21, 2],
  [40, 2],
  [41, 3],
])("%i practices, twenty on each, take %i pages", (count, pages) => {
  const practices = Array.from({ length: count }, (_, index) => entry({ id: `p${index}` }));
  expect(pageCount(editionIn(archiveOf(practices), "bg"), { practicesPerPage: 20 })).toBe(pages);
});
