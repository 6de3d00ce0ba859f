import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankByNominations } from "../../src/archive/rank.ts";
import type { CalendarDay } from "../../src/core/language/calendar-day.ts";
import type { PracticeId } from "../../src/core/model/ids.ts";
import type { Tally } from "../../src/core/model/tally.ts";
import { entry } from "../builders.ts";

function tally(counts: Record<string, number>): Tally {
  return {
    counts: new Map(Object.entries(counts) as [PracticeId, number][]),
    day: "2026-11-24" as CalendarDay,
    published: { counts, log: { size: 0, root: "" }, asOf: "2026-11-24T00:00:00Z" },
  };
}

describe("ranking by nominations", () => {
  it("gives equal numbers one rank, in dictionary order of the titles, and counts on from there", () => {
    const practices = [
      entry({ id: "a", title: "Яз" }),
      entry({ id: "b", title: "Юг" }),
      entry({ id: "c", title: "ябълка" }),
      entry({ id: "d", title: "Вода" }),
      entry({ id: "e", title: "Никой" }),
    ];
    const ranked = rankByNominations(practices, tally({ a: 5, b: 9, c: 5, d: 1 }), "bg");
    expect(ranked.map(({ rank, votes, item }) => [rank, votes, item.item.title])).toEqual([
      [1, 9, "Юг"],
      [2, 5, "ябълка"],
      [2, 5, "Яз"],
      [4, 1, "Вода"],
    ]);
  });

  it("is empty without a tally", () => {
    expect(rankByNominations([entry({ id: "a" })], undefined, "bg")).toEqual([]);
  });

  it("does not depend on the order of the practices, and ranks by how many have more", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 }), fc.nat(), (votes, seed) => {
        const practices = votes.map((_, index) => entry({ id: `p${index}`, title: `Т${index % 3}` }));
        const counts = tally(Object.fromEntries(votes.map((count, index) => [`p${index}`, count])));
        const turn = practices.length === 0 ? 0 : seed % practices.length;
        const ranked = rankByNominations(practices, counts, "bg");
        expect(rankByNominations([...practices.slice(turn), ...practices.slice(0, turn)], counts, "bg")).toEqual(
          ranked,
        );
        for (const { rank, votes: own } of ranked) expect(rank).toBe(1 + votes.filter((other) => other > own).length);
      }),
    );
  });
});
