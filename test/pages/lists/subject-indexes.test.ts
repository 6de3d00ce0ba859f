import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { archiveOf, entry } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

const context = (...practices: Parameters<typeof entry>[0][]) =>
  contextOf(archiveOf(practices.map((one) => entry(one))));
const ofYears = (...years: readonly number[]) =>
  context(...years.map((year, index) => ({ id: `p${index}`, date: `${year}-01-01` })));

describe("the index of years", () => {
  it.each([
    [[2010, 2011], 0],
    [[2010, 2011, 2012], 1],
    [[2010, 2010, 2010], 0],
  ])("of %j has so many drawings: %i", (years, drawings) => {
    expect(load(renderAt("/bg/years/", ofYears(...years)))("main svg[class^=figure]").length).toBe(drawings);
  });

  it("begins with the newest and counts the practices of each", () => {
    const text = load(renderAt("/bg/years/", ofYears(2010, 2012, 2012)))("main")
      .text()
      .replace(/\s+/g, " ");
    expect(text.indexOf("2012")).toBeLessThan(text.indexOf("2010"));
    expect(text).toMatch(/2012\D*2\D/);
  });
});

it("innovators stand under the first letter or digit of their name", () => {
  const page = load(
    renderAt(
      "/bg/innovators/",
      context(
        { id: "a", innovator: "„Астра“ ООД" },
        { id: "b", innovator: "3-та гимназия" },
        { id: "c", innovator: "община Сливен" },
      ),
    ),
  );
  const headings = [...page("main h2")].map((heading) => page(heading).text().trim());
  expect(headings.sort()).toEqual(["3", "А", "О"]);
});

it("an index of what no practice has is not there", () => {
  const kinds = new Set(context({ id: "a", innovator: undefined } as never).routes.map(({ kind }) => kind));
  expect([kinds.has("themes"), kinds.has("municipalities"), kinds.has("years")]).toEqual([false, false, true]);
});
