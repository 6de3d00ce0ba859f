import { load } from "cheerio";
import { iidIn } from "./page-lines.ts";

/**
 * Summaries stood only in lists: rows of a page with a link to each practice. By number; empty if a page is no list.
 *
 * @param html of a saved list page
 */
export function readListPage(html: string): ReadonlyMap<number, string> {
  const page = load(html);
  const summaries = new Map<number, string>();
  const links = page("a[href]")
    .toArray()
    .filter((link) => iidIn(page(link).attr("href") ?? "") !== undefined);
  const numbers = new Set(links.map((link) => iidIn(page(link).attr("href") ?? "")));
  if (numbers.size < 2) return summaries;
  for (const link of links) {
    const iid = iidIn(page(link).attr("href") ?? "") ?? 0;
    // The row is the largest element around the link that leads to no other practice.
    let row = page(link);
    for (let outer = row.parent(); outer.length > 0; outer = outer.parent()) {
      const others = outer
        .find("a[href]")
        .toArray()
        .map((other) => iidIn(page(other).attr("href") ?? ""));
      if (others.some((other) => other !== undefined && other !== iid)) break;
      row = outer;
    }
    const pieces = row
      .find("*")
      .addBack()
      .contents()
      .toArray()
      .filter((node) => node.type === "text")
      .map((node) => page(node).text().replace(/\s+/g, " ").trim());
    const titles = new Set(links.map((other) => page(other).text().replace(/\s+/g, " ").trim()));
    const isLabel = /^(иноватор|innovator|дата|date|номинации|nominations|publication date|още|more)\b/i;
    const longest = pieces
      .filter((piece) => piece.length > 40 && !titles.has(piece) && !isLabel.test(piece))
      .sort((a, b) => b.length - a.length)[0];
    if (longest && !summaries.has(iid)) summaries.set(iid, longest);
  }
  return summaries;
}
