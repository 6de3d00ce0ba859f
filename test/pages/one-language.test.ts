import { load } from "cheerio";
import { expect, it } from "vitest";
import { renderRoute } from "../../src/pages/pages.ts";
import { archiveOf, entry, vocabulary } from "../builders.ts";
import { contextOf } from "./render-route.ts";

/** What a page of one language would say of the other. */
const traces = {
  bg: /\/en\/|English|англ|\ben\b(?!\.)|en_GB/i,
  en: /\/bg\/|Bulgarian|български|\bbg\b(?!\.)|bg_BG/i,
} as const;

it.each(["bg", "en"] as const)("a site in the language %s alone shows no trace of the other", (language) => {
  const entries = ["most", "park"].map((id) => entry({ id, language, title: id, innovator: "X", summary: id }));
  const context = contextOf(
    archiveOf(entries, { vocabulary: vocabulary({ languages: [language], name: { [language]: "X" } }) }),
  );
  const found = context.routes.flatMap((route) => {
    const { content } = renderRoute(route, context);
    if (!/\/$|\.html$|\.csv$/.test(route.permalink)) return [];
    const page = load(String(content));
    // The search knows words of either language; assets have names of their own.
    page("[data-synonyms]").removeAttr("data-synonyms");
    page("link[rel=preload], link[rel=stylesheet], script, style").remove();
    const [trace] = traces[language].exec(page.html()) ?? [];
    return trace === undefined ? [] : [`${route.permalink}: ${trace}`];
  });
  expect(context.routes.length).toBeGreaterThan(20);
  expect(found).toEqual([]);
});
