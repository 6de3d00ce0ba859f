import type { PublishedTally } from "../../core/model/tally.ts";
import type { LogHead, LogRow } from "../../core/protocol.ts";
import { sha256Hex } from "../../nomination/node/node-primitives.ts";
import { type LogFault, recount } from "../../nomination/vote-log.ts";

/** A practice whose count is not what the log says. */
export interface Difference {
  readonly practice: string;
  readonly counted: number;
  readonly said: number;
}

/** What recounting a log has shown. */
export interface Verdict {
  /** Where the chain ends, or where it breaks. */
  readonly head: LogHead;
  readonly counts: ReadonlyMap<string, number>;
  readonly fault: LogFault | undefined;
}

/** Recounts a log by its chain. */
export function checkChain(rows: Iterable<LogRow>): Verdict {
  return recount(rows, sha256Hex);
}

/** Whether a log with a whole chain begins with all that a published tally was made from. */
export function checkBeginning(rows: readonly LogRow[], { log }: PublishedTally): LogFault | undefined {
  if (log.size > rows.length) return { sequence: rows.length + 1, reason: "truncated" };
  const hash = log.size === 0 ? log.root : rows[log.size - 1]?.hash;
  return hash === log.root ? undefined : { sequence: log.size, reason: "altered" };
}

/** Where a published tally and the log, as far as it went then, count differently. */
export function compareCounts(
  rows: readonly LogRow[],
  { counts, log, formerIds = {} }: PublishedTally,
): readonly Difference[] {
  const counted = new Map<string, number>();
  for (const { sequence, practice, amount } of rows) {
    if (sequence > log.size) break;
    const id = Object.hasOwn(formerIds, practice) ? (formerIds[practice] as string) : practice;
    counted.set(id, (counted.get(id) ?? 0) + amount);
  }
  const said = new Map(Object.entries(counts));
  return [...new Set([...counted.keys(), ...said.keys()])]
    .sort()
    .map((practice) => ({ practice, counted: counted.get(practice) ?? 0, said: said.get(practice) ?? 0 }))
    .filter((difference) => difference.counted !== difference.said);
}
