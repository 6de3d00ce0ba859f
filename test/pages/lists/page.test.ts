import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { archiveOf, entry, vocabulary } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

/** The list of all practices, one to a page, as its number of pages asks. */
function listOf(pages: number, practicesPerPage = 1, practices = pages) {
  const entries = Array.from({ length: practices }, (_, index) =>
    entry({ id: `p${index + 1}`, date: `2016-01-${String(28 - index).padStart(2, "0")}` }),
  );
  const context = contextOf(archiveOf(entries, { vocabulary: vocabulary({ practicesPerPage }) }));
  return (page: number) => load(renderAt(page === 1 ? "/bg/practices/" : `/bg/practices/page/${page}/`, context));
}

/** The page numbers below a list, with … for a gap and brackets around the current one. */
const numbersOn = (html: ReturnType<ReturnType<typeof listOf>>): string =>
  html(".pagination li")
    .toArray()
    .map((item) => html(item))
    .filter((item) => item.find("[rel]").length === 0)
    .map((item) => (item.find("[aria-current]").length > 0 ? `[${item.text()}]` : item.text()))
    .join(" ");

describe("the numbers of the pages of a list", () => {
  it.each([
    [1, 1, ""],
    [1, 2, "[1] 2"],
    [1, 3, "[1] 2 3"],
    [1, 4, "[1] 2 … 4"],
    [2, 4, "1 [2] 3 4"],
    [3, 4, "1 2 [3] 4"],
    [4, 4, "1 … 3 [4]"],
    [4, 9, "1 … 3 [4] 5 … 9"],
    [3, 9, "1 2 [3] 4 … 9"],
    [7, 9, "1 … 6 [7] 8 9"],
  ])("on page %i of %i are %j", (page, total, numbers) => {
    expect(numbersOn(listOf(total)(page))).toBe(numbers);
  });
});

it("a page leads to the one before and the one after, where there is one", () => {
  const pageOf = listOf(3);
  const ways = [1, 2, 3].map((page) => ["prev", "next"].map((way) => pageOf(page)(`.pagination [rel=${way}]`).length));
  expect(ways).toEqual([
    [0, 1],
    [1, 1],
    [1, 0],
  ]);
});

it("practices are divided among the pages, each on one, and are counted through", () => {
  const pageOf = listOf(3, 2, 5);
  const shown = [1, 2, 3].map((page) => {
    const html = pageOf(page);
    return html(".row-title a")
      .toArray()
      .map((link) => html(link).attr("href")?.split("/").at(-2));
  });
  expect(shown).toEqual([["p1", "p2"], ["p3", "p4"], ["p5"]]);
});

it("the list of a subject is divided beyond a hundred practices; only its first page says what is nominated most and what can be printed", () => {
  const entries = Array.from({ length: 105 }, (_, index) => entry({ id: `p${index}`, themes: ["youth"] }));
  const context = contextOf(archiveOf(entries));
  const [first, second] = ["", "page/2/"].map((page) => load(renderAt(`/bg/themes/youth/${page}`, context)));
  expect([first?.(".row").length, second?.(".row").length]).toEqual([100, 5]);
  expect(second?.("ol.rows").attr("start")).toBe("101");
  expect(second?.("h1").text()).toMatch(/ – Страница 2$/);
  expect(second?.(".pagination [rel=prev]").attr("href")).toMatch(/bg\/themes\/youth\/$/);
  expect([first?.(".booklet-link").length, second?.(".booklet-link").length]).toEqual([1, 0]);
  expect(second?.("link[rel=canonical]").attr("href")).toMatch(/themes\/youth\/page\/2\/$/);
});
