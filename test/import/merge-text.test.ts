import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeText } from "../../src/import/merge-text.ts";
import { composeDocument } from "../../src/read/compose-document.ts";
import { runs } from "../setup/soak.ts";

const base = composeDocument(
  { title: "A", date: "2016-06-09", cost: "1", draft: "true" },
  "Lead\n\n## Practice\n\nP\n\n## Results\n\nR",
);
const own = (change: (text: string) => string): string => change(base);

describe("an import that is run again", () => {
  it("takes fields and sections that changed in the source, and leaves what the editor wrote", () => {
    const source = base.replace("cost: 1", "cost: 2").replace("\nR\n", "\nR, and more\n");
    const mine = own((text) => text.replace("draft: true\n", "").replace("\nP\n", "\nP\n\n```\n## no heading\n```\n"));
    expect(mergeText({ base, source, own: mine })).toEqual({
      text: mine.replace("cost: 1", "cost: 2").replace("\nR\n", "\nR, and more\n"),
      taken: ["cost", "Results"],
      conflicts: [],
    });
  });

  it("names what both have changed, with what the source says, and keeps the editor's", () => {
    const mine = base.replace("cost: 1", "cost: 3");
    const merged = mergeText({ base, source: base.replace("cost: 1", "cost: 2"), own: mine });
    expect(merged).toEqual({ text: mine, taken: [], conflicts: [{ part: "cost", source: "cost: 2" }] });
  });

  it("adds and removes what the source adds and removes, each in its place", () => {
    const source = base
      .replace("date:", "summary: S\ndate:")
      .replace("cost: 1\n", "")
      .replace("## Results", "## Why\n\nW\n\n## Results");
    expect(mergeText({ base, source, own: base })).toEqual({
      text: source,
      taken: ["summary", "Why", "cost"],
      conflicts: [],
    });
  });

  it("changes nothing where the last import is not known, and names every difference", () => {
    const source = base.replace("cost: 1", "cost: 2");
    expect(mergeText({ base: undefined, source, own: base })).toMatchObject({
      text: base,
      taken: [],
      conflicts: [{ part: "cost" }],
    });
    expect(mergeText({ base: undefined, source: base, own: base }).conflicts).toEqual([]);
  });

  it("never loses an editor's change, and takes every other one of the source", () => {
    const word = fc.constantFrom("a", "b", "c");
    const record = fc.record({ title: word, cost: word, lessons: word, results: word }, { requiredKeys: ["title"] });
    const textOf = ({ results, ...fields }: Readonly<Partial<Record<string, string>>>): string =>
      composeDocument(fields as Record<string, string>, results === undefined ? "" : `## Results\n\n${results}`);
    fc.assert(
      fc.property(record, record, record, (was, now, mine) => {
        const { text } = mergeText({ base: textOf(was), source: textOf(now), own: textOf(mine) });
        const merged = Object.fromEntries(
          (["title", "cost", "lessons", "results"] as const).flatMap((name) => {
            const value = mine[name] === was[name] ? now[name] : mine[name];
            return value === undefined ? [] : [[name, value] as const];
          }),
        );
        const lines = (written: string) =>
          written
            .split("\n")
            .filter((line) => line !== "")
            .sort();
        expect(lines(text)).toEqual(lines(textOf(merged)));
      }),
      { numRuns: runs(50, 2000) },
    );
  });
});
