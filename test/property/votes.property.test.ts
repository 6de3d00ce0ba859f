import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkBeginning, checkChain, compareCounts } from "../../src/cli/votes/check-log.ts";
import { formatRows, logHeader, parseLog } from "../../src/cli/votes/log-file.ts";
import type { LogRow } from "../../src/core/protocol.ts";
import { sha256Hex } from "../../src/nomination/node/node-primitives.ts";
import { chain, emptyHead } from "../../src/nomination/vote-log.ts";

const practice = fc.oneof(fc.constantFrom("a", "b", "c"), fc.string({ unit: "grapheme", maxLength: 12 }));

/** A log of votes, some revoked later, and imports; its chain holds. */
const log = fc
  .array(fc.record({ practice, kind: fc.constantFrom("vote", "import"), revoked: fc.boolean() }), { maxLength: 20 })
  .map((entries): readonly LogRow[] => {
    const first = entries.map(({ practice: id, kind }, index) => ({
      day: "2026-11-20",
      practice: id,
      kind: kind as "vote" | "import",
      amount: kind === "vote" ? 1 : index + 1,
      commitment: sha256Hex(`${index}`),
    }));
    const revoked = first
      .filter(({ kind }, index) => kind === "vote" && entries[index]?.revoked)
      .map((entry) => ({ ...entry, day: "2026-11-21", kind: "revoke" as const, amount: -1 }));
    return chain([...first, ...revoked], emptyHead, sha256Hex);
  });

function tallyOf(rows: readonly LogRow[]) {
  const { head, counts } = checkChain(rows);
  return { counts: Object.fromEntries(counts), log: head, asOf: "2026-11-24T12:00:00Z" };
}

/** Ways to change a log by one row. */
const faults: readonly ((rows: LogRow[], at: number) => LogRow[])[] = [
  (rows, at) => rows.with(at, { ...(rows[at] as LogRow), practice: `${rows[at]?.practice}x` }),
  (rows, at) => rows.with(at, { ...(rows[at] as LogRow), day: "2026-11-19" }),
  (rows, at) => rows.with(at, { ...(rows[at] as LogRow), amount: (rows[at]?.amount ?? 0) + 1 }),
  (rows, at) => rows.with(at, { ...(rows[at] as LogRow), commitment: sha256Hex("another") }),
  (rows, at) => rows.with(at, { ...(rows[at] as LogRow), hash: sha256Hex("another") }),
  (rows, at) => rows.toSpliced(at, 1),
  (rows, at) => rows.toSpliced(at, 0, rows[at] as LogRow),
  (rows) => rows.slice(0, -1),
  (rows, at) => [...rows.slice(0, at), ...rows.slice(at).reverse()],
];

describe("a log", () => {
  it("is the same after it was written to a file and read again", () => {
    fc.assert(
      fc.property(log, fc.constantFrom("jsonl" as const, "csv" as const), (rows, format) => {
        expect(parseLog(logHeader(format) + formatRows(rows, format))).toEqual(rows);
      }),
    );
  });

  it("agrees with its own tally, and with every one that was published on the way", () => {
    fc.assert(
      fc.property(log, fc.nat(), (rows, seed) => {
        const then = tallyOf(rows.slice(0, seed % (rows.length + 1)));
        expect(checkChain(rows).fault).toBeUndefined();
        expect(checkBeginning(rows, then)).toBeUndefined();
        expect(compareCounts(rows, then)).toEqual([]);
      }),
    );
  });

  it("cannot be changed by one row without being found out", () => {
    fc.assert(
      fc.property(log, fc.nat(), fc.constantFrom(...faults), (rows, seed, change) => {
        fc.pre(rows.length > 0);
        const changed = change([...rows], seed % rows.length);
        fc.pre(JSON.stringify(changed) !== JSON.stringify(rows));
        const published = tallyOf(rows);
        const found = checkChain(changed).fault ?? checkBeginning(changed, published);
        expect(found).toBeDefined();
      }),
    );
  });
});
