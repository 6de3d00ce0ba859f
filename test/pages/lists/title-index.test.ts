import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { archiveOf, entry } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

const practices = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    entry({ id: `p${index}`, title: index % 2 ? `Бряг ${index}` : `Вода ${index}` }),
  );
const pagesOf = (count: number) =>
  contextOf(archiveOf(practices(count)))
    .routes.filter(({ kind }) => kind === "title-index")
    .map(({ permalink }) => permalink);

describe("the index of titles", () => {
  it.each([
    [300, ["/bg/index/"]],
    [301, ["/bg/index/", "/bg/index/b/", "/bg/index/v/"]],
  ])("of %i practices is on %s", (count, pages) => {
    expect(pagesOf(count)).toEqual(pages);
  });

  it.each([300, 301])("of %i practices has each title once", (count) => {
    const context = contextOf(archiveOf(practices(count)));
    const titles = pagesOf(count).flatMap((page) => {
      const html = load(renderAt(page, context));
      return html("main li a[href*='/practices/p']")
        .toArray()
        .map((link) => html(link).text());
    });
    expect([titles.length, new Set(titles).size]).toEqual([count, count]);
  });

  it("is in the order of the alphabet, whatever a title begins with; other signs come last", () => {
    const titles = ["„Яворов“", "24 часа", "Ъгъл", "English title", "ябълка", "Алея"];
    const context = contextOf(archiveOf(titles.map((title, index) => entry({ id: `p${index}`, title }))));
    const html = load(renderAt("/bg/index/", context));
    const shown = html("main li a[href*='/practices/p']")
      .toArray()
      .map((link) => html(link).text());
    expect(shown).toEqual(["Алея", "Ъгъл", "ябълка", "„Яворов“", "24 часа", "English title"]);
    expect(
      html("main [id]")
        .toArray()
        .map((element) => html(element).attr("id")),
    ).toEqual(expect.arrayContaining(["a", "er", "ya", "other"]));
  });
});
