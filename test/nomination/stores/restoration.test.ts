import { describe, expect, it } from "vitest";
import { spentKey } from "../../../src/nomination/ledger.ts";
import { sha256Hex } from "../../../src/nomination/node/node-primitives.ts";
import { checkContinuation, restorationOf } from "../../../src/nomination/stores/restoration.ts";
import { chain, emptyHead, type LogEntry } from "../../../src/nomination/vote-log.ts";

const entries = Array.from({ length: 6 }, (_, index): LogEntry => {
  return { day: "2026-11-24", practice: index % 2 ? "b" : "a", kind: "vote", amount: 1, commitment: `c${index}` };
});
const rows = chain(entries, emptyHead, sha256Hex);
const headAfter = (size: number) => (size === 0 ? emptyHead : { size, root: rows[size - 1]?.hash ?? "" });

describe("rows of another store", () => {
  const check = (size: number, given = rows.slice(size)) =>
    checkContinuation(given, chain(given, headAfter(size), sha256Hex), headAfter(size));

  it.each([0, 1, 5, 6])("continue a log that has the first %i of them", (size) => {
    expect(() => check(size)).not.toThrow();
  });

  it("do not if one is missing, comes again, or is altered", () => {
    expect(() => check(2, rows.slice(3))).toThrow("row 4 does not continue the log, which has 2 rows before it");
    expect(() => check(2, rows.slice(1))).toThrow("row 2 does not");
    expect(() => check(2, rows.slice(2).toSpliced(1, 1))).toThrow("row 5 does not");
    expect(() =>
      check(
        2,
        rows.slice(2).map((row) => ({ ...row, practice: "x" })),
      ),
    ).toThrow("row 3 does not");
  });

  it.each([-1, 1])("do not if they are numbered otherwise, though they hash to the same", (shift) => {
    const given = rows.slice(2).map((row) => ({ ...row, sequence: row.sequence + shift }));
    expect(() => checkContinuation(given, given, headAfter(2))).toThrow(`row ${3 + shift} does not`);
  });
});

it("are added to what the store has counted, and spend their nonces for good", () => {
  const revoked: LogEntry = { day: "2026-11-25", practice: "a", kind: "revoke", amount: -1, commitment: "c0" };
  const added = chain([revoked, { ...revoked, kind: "import", amount: 40, practice: "c" }], headAfter(6), sha256Hex);
  expect(
    restorationOf(
      [...rows.slice(4), ...added],
      new Map([
        ["a", 2],
        ["d", 9],
      ]),
    ),
  ).toEqual({
    entries: [...rows.slice(4), ...added],
    spent: [
      { key: spentKey("vote", "c4"), sequence: 5, expiresAt: 0 },
      { key: spentKey("vote", "c5"), sequence: 6, expiresAt: 0 },
      { key: spentKey("revoke", "c0"), sequence: 7, expiresAt: 0 },
      { key: spentKey("import", "c0"), sequence: 8, expiresAt: 0 },
    ],
    counts: new Map([
      ["a", 2],
      ["b", 1],
      ["c", 40],
    ]),
    used: new Map(),
  });
});
