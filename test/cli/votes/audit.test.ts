import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditLog, medianOf } from "../../../src/cli/votes/audit.ts";
import { dayLines } from "../../../src/cli/votes/audit-votes.ts";
import type { LogRow } from "../../../src/core/protocol.ts";
import { locales } from "../../../src/locales/locales.ts";
import { castVotes, inStore, tamper } from "./vote-store.ts";
import { votesSite } from "./votes-site.ts";

type Part = readonly [day: string, practice: string, votes: number];

/** Rows that say only what an audit looks at; each vote has a commitment of its own. */
function rowsOf(...parts: readonly Part[]): LogRow[] {
  const rows = parts.flatMap(([day, practice, votes]) =>
    Array.from({ length: votes }, (_, index) => ({ day, practice, index })),
  );
  return rows.map(({ day, practice }, index) => ({
    sequence: index + 1,
    day,
    practice,
    kind: "vote",
    amount: 1,
    commitment: `c${index}`,
    hash: "",
  }));
}

const bursts = (...parts: readonly Part[]) =>
  auditLog(rowsOf(...parts)).bursts.map(({ day, practice, votes, usual }) => [day, practice, votes, usual]);

describe("unusual days", () => {
  it("have more than ten votes and more than five times the usual number", () => {
    expect(bursts(["2026-11-01", "a", 10])).toEqual([]);
    expect(bursts(["2026-11-01", "a", 11])).toEqual([["2026-11-01", "a", 11, 0]]);
    const before = [
      ["2026-11-01", "a", 3],
      ["2026-11-02", "a", 4],
      ["2026-11-05", "a", 3],
    ] as const;
    expect(bursts(...before, ["2026-11-06", "a", 15])).toEqual([]);
    expect(bursts(...before, ["2026-11-06", "a", 16])).toEqual([["2026-11-06", "a", 16, 3]]);
  });

  it("are judged by the thirty days before them, and by their own practice", () => {
    expect(bursts(["2026-10-01", "a", 9], ["2026-10-31", "a", 40])).toEqual([["2026-10-31", "a", 40, 9]].slice(1));
    expect(bursts(["2026-10-01", "a", 9], ["2026-11-01", "a", 40])).toEqual([["2026-11-01", "a", 40, 0]]);
    expect(bursts(["2026-11-01", "b", 9], ["2026-11-02", "a", 40])).toEqual([["2026-11-02", "a", 40, 0]]);
  });

  it("begin with the latest, and say how many of their votes have been revoked", () => {
    const rows = rowsOf(["2026-11-01", "a", 12], ["2026-11-03", "b", 30]);
    const revoke = (commitment: string): LogRow => {
      return { sequence: 0, day: "2026-11-09", practice: "a", kind: "revoke", amount: -1, commitment, hash: "" };
    };
    const audit = auditLog([...rows, revoke("c0"), revoke("c1")]);
    expect(audit.bursts.map(({ practice, revoked }) => [practice, revoked])).toEqual([
      ["b", 0],
      ["a", 2],
    ]);
    expect(audit.days.at(-1)).toEqual({ day: "2026-11-09", votes: 0, revoked: 2, imported: 0 });
  });
});

describe("an audit", () => {
  it("adds up to what was cast, whatever the order", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-02-${String(number).padStart(2, "0")}`);
    const part = fc.tuple(day, fc.constantFrom("a", "b", "c"), fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 15 }), (parts) => {
        const { days, totals, bursts: found } = auditLog(rowsOf(...parts));
        expect(totals.votes).toBe(parts.reduce((sum, [, , votes]) => sum + votes, 0));
        expect(days.reduce((sum, { votes }) => sum + votes, 0)).toBe(totals.votes);
        expect(days.map((entry) => entry.day)).toEqual([...new Set(parts.map(([date]) => date))].sort());
        for (const { votes, usual } of found) expect(votes > 10 && votes > 5 * usual).toBe(true);
      }),
    );
  });

  it("takes the middle for what is usual", () => {
    expect([[], [4], [1, 9], [9, 1, 2], [5, 1, 1, 2]].map(medianOf)).toEqual([0, 4, 5, 2, 1.5]);
  });
});

describe("praktika votes audit", () => {
  it("prints verdict, unusual days and days, and writes them as a page", async () => {
    const site = votesSite();
    await inStore(site.database, async (store) => {
      await castVotes(
        store,
        40,
        ({ index }) => (index < 25 ? "slanchevi-pokrivi" : "<script>"),
        ({ index }) => (index < 25 ? "2026-11-20" : `2026-11-${String(index - 20).padStart(2, "0")}`),
      );
      const commitment = "ab".repeat(32);
      await store.record([{ day: "2026-11-21", practice: "a", kind: "import", amount: 12_345, commitment }]);
    });
    await site.votes("revoke", "--sequence", "1", "--yes");
    const file = site.path("audit.html");
    const { status, stdout } = await site.votes("audit", "--out", file);
    expect(stdout).toMatch(/^Log: .*\n✓ The chain of all rows holds \(42\)/);
    expect(stdout).toContain("Votes: 40. Revoked: 1. Imported old nominations: 12,345.");
    expect(stdout).toMatch(/20.November.2026 +slanchevi-pokrivi +25 +0 +1\n/);
    expect(stdout).toMatch(/20.November.2026 +25 +█{30}\n/);
    expect(status).toBe(0);
    const page = readFileSync(file, "utf8");
    expect(page).toContain('<html lang="en">');
    expect(page).not.toContain("<script");
    expect(page).not.toContain("&quot;Source Sans");
    expect(page).toContain('<td class="number">12,345</td>');
    expect(page).toContain('<rect width="100.0" height="10"/>');
    expect(page).not.toContain('broken">');
  });

  it("says first of all that a log does not hold", async () => {
    const site = votesSite();
    await inStore(site.database, (store) => castVotes(store, 5, () => "a"));
    tamper(site.database, "UPDATE log SET practice = 'b' WHERE sequence = 3");
    const file = site.path("audit.html");
    const { status, stdout } = await site.votes("audit", "--out", file);
    expect(stdout.split("\n")[1]).toContain("✗ Row 3 has been altered");
    expect(status).toBe(1);
    expect(readFileSync(file, "utf8")).toContain('<li class="broken">✗ Row 3');
    expect(readFileSync(file, "utf8")).not.toContain("proves that nothing has been altered");
  });
});

it.each([30, 31])("of %i days the terminal shows the latest thirty, the last first", (count) => {
  const days = Array.from(
    { length: count },
    (_, index) => `2026-${index < 30 ? "01" : "02"}-${String((index % 30) + 1).padStart(2, "0")}`,
  );
  const audit = auditLog(rowsOf(...days.map((day, index) => [day, "a", index + 1] as const)));
  const [head, ...lines] = dayLines(audit, { language: "en", texts: locales.en.cli });
  expect(head).toHaveLength(5);
  expect(lines.map(([, votes]) => votes)).toEqual(Array.from({ length: 30 }, (_, index) => count - index));
  // The bar of the day with most votes is thirty signs long.
  expect(lines[0]?.[2]).toBe("█".repeat(30));
});
