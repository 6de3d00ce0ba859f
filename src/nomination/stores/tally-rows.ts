import type { StoreTally } from "../store.ts";
import { emptyHead } from "../vote-log.ts";

/** What a store's statement gives: the head of the log, and counts by practice. */
export interface TallyRow {
  readonly of: "head" | "count";
  readonly key: string;
  readonly value: number;
}

/** Rows of one statement, which saw one moment, → the tally. */
export function readTallyRows(rows: Iterable<TallyRow>, practices: readonly string[] = []): StoreTally {
  const counts = new Map(practices.map((practice) => [practice, 0]));
  let log = emptyHead;
  for (const { of, key, value } of rows) {
    if (of === "head") log = { size: value, root: key };
    else counts.set(key, value);
  }
  return { counts, log };
}
