import { load } from "cheerio";
import { expect, it } from "vitest";
import { archiveOf, entry, ids, issue } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

const practices = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    entry({
      id: `p${index}`,
      date: `20${String(10 + (index % 3)).padStart(2, "0")}-01-${String(28 - index).padStart(2, "0")}`,
      municipalities: ["SLV20"],
    }),
  );
const home = (count: number, others: Parameters<typeof archiveOf>[1] = {}) =>
  load(renderAt("/bg/", contextOf(archiveOf(practices(count), others))));

it.each([
  [1, 0],
  [5, 4],
  [6, 5],
  [7, 5],
])("of %i practices the newest is told, and %i more are shown", (count, shown) => {
  const page = home(count);
  expect(page(".told h2").text()).toBe(`Практика p${Math.min(count, 3) - 1}`);
  expect(page(".row").length).toBe(shown);
});

it("an archive without practices says so", () => {
  expect(home(0)(".told").length).toBe(0);
  expect(home(0)("#home-newest").length).toBe(1);
});

it("the newest issue that has practices is shown", () => {
  const issues = [
    issue({ id: "2012", year: 2012, selection: ids("nowhere") }),
    issue({ id: "2010", year: 2010, selection: ids("p0") }),
    issue({ id: "2011", year: 2011, selection: ids("p0") }),
  ];
  const page = home(3, { issues });
  expect(page("main a[href*='/issues/20']").first().attr("href")).toContain("/issues/2011/");
});

it("years are named from the first to the last", () => {
  expect(home(3)("main").text()).toContain("2010–2012");
  expect(home(1)("main").text()).not.toContain("2010–");
});
