import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { joinTally } from "../../../src/archive/join-tally.ts";
import type { Archive } from "../../../src/core/model/archive.ts";
import { archiveOf, entry, pageEntry } from "../../builders.ts";
import { contextOf, renderAt } from "../render-route.ts";

function counted(archive: Archive, counts: Record<string, number>) {
  const published = { counts, log: { size: 1, root: "ab".repeat(32) }, asOf: "2026-11-24T12:00:00Z" };
  return contextOf({ ...archive, tally: joinTally(archive, published, "tally.json").value });
}

const practices = (total: number) =>
  Array.from({ length: total }, (_, index) =>
    entry({ id: `p${index}`, title: `Практика ${index}`, themes: ["energy"] }),
  );
const countsOf = (total: number, votes: (index: number) => number) =>
  Object.fromEntries(Array.from({ length: total }, (_, index) => [`p${index}`, votes(index)]));
const ranksIn = (html: string) => [...html.matchAll(/<li value="(\d+)">/g)].map(([, rank]) => Number(rank));

describe("lists of the most nominated", () => {
  it("stand on a page of a theme only if it is long and more than one has nominations", () => {
    const shown = (total: number, votes: (index: number) => number): boolean =>
      renderAt("/bg/themes/energy/", counted(archiveOf(practices(total)), countsOf(total, votes))).includes(
        "most-nominated",
      );
    expect(shown(6, (index) => (index < 2 ? 1 : 0))).toBe(true);
    expect(shown(6, (index) => (index < 1 ? 9 : 0))).toBe(false);
    expect(shown(5, () => 1)).toBe(false);
  });

  it("are as short as their page wants them", () => {
    const context = counted(
      archiveOf(practices(60)),
      countsOf(60, (index) => 100 - index),
    );
    expect(ranksIn(renderAt("/bg/themes/energy/", context))).toEqual([1, 2, 3]);
    expect(ranksIn(renderAt("/bg/years/2016/", context))).toEqual([1, 2, 3]);
    expect(ranksIn(renderAt("/bg/", context))).toEqual([1, 2, 3, 4, 5]);
    const all = renderAt("/bg/nominated/", context);
    expect(ranksIn(all)).toHaveLength(50);
    expect(all).toContain("Показани са първите 50.");
  });

  it("share ranks", () => {
    const context = counted(archiveOf(practices(4)), { p0: 2, p1: 5, p2: 2, p3: 1 });
    expect(ranksIn(renderAt("/bg/nominated/", context))).toEqual([1, 2, 2, 4]);
  });

  it("link to the page that explains the number where there is one", () => {
    const without = counted(archiveOf(practices(2)), { p0: 1 });
    expect(renderAt("/bg/nominated/", without)).not.toContain("Какво означава броят");
    const pages = [pageEntry({ id: "nominations" })];
    const withPage = counted(archiveOf(practices(2), { pages }), { p0: 1 });
    expect(renderAt("/bg/nominated/", withPage)).toContain('<a href="../../bg/nominations/">Какво означава броят</a>');
  });

  it("are only in languages whose practices have nominations", () => {
    const context = counted(archiveOf([...practices(2), entry({ id: "only-en", language: "en" })]), { p0: 1 });
    const kinds = context.routes.filter(({ kind }) => kind === "nominated").map(({ permalink }) => permalink);
    expect(kinds).toEqual(["/bg/nominated/"]);
  });
});

describe("the page of the most nominated", () => {
  it.each([
    [50, false],
    [51, true],
  ])("with %i practices says that it shows the first fifty: %s", (total, says) => {
    const all = renderAt(
      "/bg/nominated/",
      counted(
        archiveOf(practices(total)),
        countsOf(total, (index) => 100 - index),
      ),
    );
    const shown = load(all)("ol").first().find("li[value]").length;
    expect([shown, all.includes("Показани са първите")]).toEqual([50, says]);
  });

  it.each([
    [1, 1],
    [3, 3],
    [4, 3],
  ])("names three practices at most that share the first place of a theme: of %i, %i", (total, named) => {
    const page = load(
      renderAt(
        "/bg/nominated/",
        counted(
          archiveOf(practices(total)),
          countsOf(total, () => 7),
        ),
      ),
    );
    expect(page('[id="by-theme"]').closest("section").find("a[href*='/practices/p']").length).toBe(named);
  });

  it("adds up the nominations of each theme and year", () => {
    const page = load(renderAt("/bg/nominated/", counted(archiveOf(practices(3)), { p0: 2, p1: 5 })));
    expect(page('[id="by-theme"]').closest("section").text()).toMatch(/Тема energy\s*7Практика 1/);
  });
});
