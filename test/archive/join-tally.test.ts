import { describe, expect, it } from "vitest";
import { joinTally } from "../../src/archive/join-tally.ts";
import { archiveOf, entry } from "../builders.ts";

const archive = archiveOf([
  entry({ id: "nova", aliases: ["/bg/practices/stara/"] }),
  entry({ id: "nova", language: "en" }),
  entry({ id: "chernova", draft: true }),
]);
const published = (counts: Record<string, number>) => ({
  counts,
  log: { size: 9, root: "ab".repeat(32) },
  asOf: "2026-11-24T23:59:59.999Z",
});

describe("joining a tally with the archive", () => {
  it("adds the nominations of an earlier id to today's", () => {
    const { value, findings } = joinTally(archive, published({ stara: 3, nova: 4 }), "tally.json");
    expect([...value.counts]).toEqual([["nova", 7]]);
    expect(findings).toEqual([]);
  });

  it("keeps what was published as it was, and takes its day in UTC", () => {
    const given = published({ stara: 3 });
    const { value } = joinTally(archive, given, "tally.json");
    expect(value.published).toEqual(given);
    expect(value.day).toBe("2026-11-24");
  });

  it("reports nominations for practices that are not there, drafts among them, and leaves them out", () => {
    const { value, findings } = joinTally(archive, published({ novaa: 2, chernova: 1, nikoya: 0 }), "tally.json");
    expect([...value.counts]).toEqual([]);
    expect(findings.map(({ code, parameters }) => [code, parameters])).toEqual([
      ["tally/unknown-practice", { id: "novaa", votes: 2, nearest: "nova" }],
      ["tally/unknown-practice", { id: "chernova", votes: 1, nearest: undefined }],
    ]);
  });

  it("takes no inherited property for a practice", () => {
    const counts = JSON.parse('{"__proto__": 5, "constructor": 6, "nova": 1}');
    const { value, findings } = joinTally(archive, published(counts), "tally.json");
    expect([...value.counts]).toEqual([["nova", 1]]);
    expect(findings).toHaveLength(2);
  });
});
