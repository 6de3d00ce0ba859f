import { load } from "cheerio";
import { expect, it } from "vitest";
import { archiveOf, pageEntry } from "../../builders.ts";
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
