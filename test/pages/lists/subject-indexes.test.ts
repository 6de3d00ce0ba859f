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

describe("the chronicle", () => {
  const titles = (count: number) => {
    const practices = Array.from({ length: count }, (_, day) => ({
      id: `p${day}`,
      title: `Дело ${day + 1}`,
      date: `2011-01-${String(day + 1).padStart(2, "0")}`,
      municipalities: ["SLV20"] as never,
    }));
    const page = load(renderAt("/bg/years/", context(...practices)));
    return [...page("main li")].map((line) => page(line).text().replace(/\s+/g, " ").trim());
  };

  it("names the practices of a year with their places, the newest first", () => {
    expect(titles(2)).toEqual(["Дело 2 Сливен", "Дело 1 Сливен"]);
  });

  it.each([
    [10, 10, "Дело 1 Сливен"],
    [11, 11, "Дело 1 Сливен"],
    [12, 11, "и още 2"],
    [30, 11, "и още 20"],
  ])("of a year of %i has %i lines, the last of them „%s“", (count, lines, last) => {
    expect([titles(count).length, titles(count).at(-1)]).toEqual([lines, last]);
  });
});

describe("innovators", () => {
  const groups = (language: "bg" | "en", ...names: readonly string[]) => {
    const practices = names.map((innovator, index) => ({ id: `p${index}`, innovator, language }));
    const page = load(renderAt(`/${language}/innovators/`, context(...practices)));
    return [...page("main section")].map((group) =>
      [page(group).find("h2"), ...page(group).find("a")].map((part) =>
        page(part as never)
          .text()
          .replace(/\s+/g, " ")
          .trim(),
      ),
    );
  };

  it("stand under the first letter or digit by which they are looked for, in this order", () => {
    const names = ["„Астра“ ООД", "3-та гимназия", "община Сливен", "Община Асеновград", "Общински музей", "Театър"];
    expect(groups("bg", ...names)).toEqual([
      ["3", "3-та гимназия"],
      ["А", "Община Асеновград", "„Астра“ ООД"],
      ["О", "Общински музей"],
      ["С", "община Сливен"],
      ["Т", "Театър"],
    ]);
  });

  it("do so in English", () => {
    expect(groups("en", "Municipality of Troyan", "Town Theatre", "City of Ruse", "Burgas Municipality")).toEqual([
      ["B", "Burgas Municipality"],
      ["R", "City of Ruse"],
      ["T", "Town Theatre", "Municipality of Troyan"],
    ]);
  });

  it("of several municipalities stand under the first", () => {
    expect(groups("bg", "Общините Трявна и Габрово", "Район „Одесос“", "Община и хора")).toEqual([
      ["О", "Община и хора", "Район „Одесос“"],
      ["Т", "Общините Трявна и Габрово"],
    ]);
  });
});

it("an index of what no practice has is not there", () => {
  const kinds = new Set(context({ id: "a", innovator: undefined } as never).routes.map(({ kind }) => kind));
  expect([kinds.has("themes"), kinds.has("municipalities"), kinds.has("years")]).toEqual([false, false, true]);
});
