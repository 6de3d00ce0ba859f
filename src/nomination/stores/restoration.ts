import type { LogHead, LogRow } from "../../core/protocol.ts";
import { type Changes, spentKey } from "../ledger.ts";

/** What puts rows of another store's log at the end of this one's. */
export function restorationOf(rows: readonly LogRow[], loadedCounts: ReadonlyMap<string, number>): Changes {
  const counts = new Map<string, number>();
  for (const { practice, amount } of rows) {
    counts.set(practice, (counts.get(practice) ?? loadedCounts.get(practice) ?? 0) + amount);
  }
  const spent = rows.map(({ kind, commitment, sequence }) => {
    return { key: spentKey(kind, commitment), sequence, expiresAt: 0 };
  });
  return { entries: rows, spent, counts, used: new Map() };
}

/** Rows do not continue the log of a store: it holds another one, or votes have come in between. */
export class OtherLog extends Error {}

/**
 * Throws `OtherLog` unless rows continue the log that ends with `head`.
 * @param chained what `chain` makes of the same rows after that head
 */
export function checkContinuation(rows: readonly LogRow[], chained: readonly LogRow[], head: LogHead): void {
  for (const [index, { sequence, hash }] of rows.entries()) {
    if (sequence !== head.size + index + 1 || hash !== chained[index]?.hash) {
      throw new OtherLog(`row ${sequence} does not continue the log, which has ${head.size + index} rows before it`);
    }
  }
}
