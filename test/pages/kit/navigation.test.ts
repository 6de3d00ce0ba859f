import { load } from "cheerio";
import { expect, it } from "vitest";
import { languageLinks } from "../../../src/pages/kit/navigation.ts";
import { archiveOf, entry, pageEntry } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

it("the foot leads to all pages but those that leave it", () => {
  const pages = [pageEntry({ id: "privacy" }), pageEntry({ id: "handbook", isInFooter: false })];
  const context = contextOf(archiveOf([], { pages }));
  const page = load(renderAt("/bg/privacy/", context));
  const links = page(".footer-navigation a").map((_, link) => page(link).attr("href"));
  expect(links.get()).toContain("../../bg/privacy/");
  expect(links.get().join(" ")).not.toContain("handbook");
  expect(context.planned).toContain("/bg/handbook/");
});

it.each([
  ["/bg/practices/most/", "/en/practices/most/", ""],
  ["/bg/practices/park/", "/en/", "няма превод"],
  ["/404.html", "/en/", ""],
])("%s leads to %s in the other language; of a page that has no version there it says “%s”", (address, href, note) => {
  const practices = [entry({ id: "most" }), entry({ id: "most", language: "en" }), entry({ id: "park" })];
  const context = contextOf(archiveOf(practices));
  const route = context.routes.find(({ permalink }) => permalink === address);
  if (!route) throw new Error(`no ${address}`);
  const [other, ...more] = languageLinks(route, context, (target) => target);
  expect(more).toEqual([]);
  expect(other).toMatchObject({ language: "en", href, same: !note && href !== "/en/", note: note && "no translation" });
});
