import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { archiveOf, entry, ids, issue } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

const practices = [
  ...["a", "b", "c", "d"].map((id) => entry({ id, date: "2010-05-01" })),
  entry({ id: "e", date: "2012-05-01" }),
  entry({ id: "f", date: "2013-05-01" }),
  entry({ id: "g", date: "2013-06-01" }),
];
const context = (...selections: readonly (readonly string[])[]) =>
  contextOf(
    archiveOf(practices, {
      issues: selections.map((selection, index) =>
        issue({ id: `i${index}`, year: 2010 + index, selection: ids(...selection) }),
      ),
    }),
  );

describe("the cover of an issue", () => {
  it("shows all years of the archive as bars, those of its practices filled", () => {
    const page = load(renderAt("/bg/issues/", context(["a", "g"])));
    const bars = [...page(".cover-motif rect")].map((bar) => {
      const { x, y, height } = bar.attribs;
      return [Number(x), Number(y), Number(height), page(bar).hasClass("chosen")];
    });
    expect(bars).toEqual([
      [0, 0, 100, true],
      [10, 100, 0, false],
      [20, 75, 25, false],
      [30, 50, 50, true],
    ]);
    expect(page(".cover-motif").attr("viewbox") ?? page(".cover-motif").attr("viewBox")).toBe("0 0 40 100");
  });
});

it("the bars of a cover are as high as their part of the highest, to a hundredth", () => {
  const entries = [2010, 2010, 2010, 2011, 2011].map((year, index) =>
    entry({ id: `p${index}`, date: `${year}-01-01` }),
  );
  const archive = archiveOf(entries, { issues: [issue({ id: "i", selection: ids("p0") })] });
  const bars = load(renderAt("/bg/issues/", contextOf(archive)))(".cover-motif rect").toArray();
  expect(bars.map(({ attribs }) => [Number(attribs.y), Number(attribs.height)])).toEqual([
    [0, 100],
    [33, 67],
  ]);
});

it("an issue without practices has no page and no cover", () => {
  const made = context(["a"], ["nowhere"]);
  expect(
    made.routes.filter(({ kind, language }) => kind === "issue" && language === "bg").map(({ key }) => key),
  ).toEqual(["i0"]);
  expect(load(renderAt("/bg/issues/", made))(".cover").length).toBe(1);
  expect(context(["nowhere"]).routes.some(({ kind }) => kind === "issues")).toBe(false);
});

it("the practices of an issue are listed in its order", () => {
  const page = load(renderAt("/bg/issues/i0/", context(["g", "a", "e"])));
  expect([...page("main .row a")].map((link) => link.attribs.href).filter(Boolean)).toHaveLength(3);
  expect(page("main").text().indexOf("Практика g")).toBeLessThan(page("main").text().indexOf("Практика a"));
});
