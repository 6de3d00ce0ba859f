import { describe, expect, it } from "vitest";
import { countValues, readFacets, restrict, withoutFacet } from "../../../../src/pages/search/engine/facets.ts";
import type { IndexHead } from "../../../../src/pages/search/engine/index-format.ts";

const columns = {
  theme: {
    values: [
      ["energy", "Енергия"],
      ["youth", "Младежи"],
      ["finance", "Финанси"],
    ],
    of: "0;0,1;;1",
  },
  year: {
    values: [
      ["2016", "2016"],
      ["2018", "2018"],
    ],
    of: "0;1;1;0",
  },
} as unknown as IndexHead["facets"];
const facets = readFacets(columns);
const all = [0, 1, 2, 3];

describe("practices", () => {
  it("have none, one or more values of a facet", () => {
    expect(facets.values.get("theme")).toEqual([[0], [0, 1], [], [1]]);
  });

  it.each([
    [{}, undefined, [0, 1, 2, 3]],
    [{ theme: "energy" }, undefined, [0, 1]],
    [{ theme: "energy", year: "2018" }, undefined, [1]],
    [{ theme: "energy", year: "2018" }, "theme", [1, 2]],
    [{ theme: "energy", year: "2018" }, "year", [0, 1]],
    [{ theme: "unknown" }, undefined, []],
    // An index without this facet cannot narrow by it.
    [{ municipality: "SFO46" }, undefined, [0, 1, 2, 3]],
  ] as const)("that meet %j, %s left out", (restrictions, except, expected) => {
    const kept = except === undefined ? restrictions : withoutFacet(restrictions, except);
    expect(restrict(all, kept, facets)).toEqual(expected);
  });
});

it("the values are counted in the order of the index, without those that no practice has", () => {
  expect(countValues("theme", all, facets).map(({ key, count }) => [key, count])).toEqual([
    ["energy", 2],
    ["youth", 2],
  ]);
  expect(countValues("theme", [1], facets).map(({ label, count }) => [label, count])).toEqual([
    ["Енергия", 1],
    ["Младежи", 1],
  ]);
  expect(countValues("theme", [2], facets)).toEqual([]);
  expect(countValues("municipality", all, facets)).toEqual([]);
});
