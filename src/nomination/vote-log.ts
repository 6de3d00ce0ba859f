import type { LogFaultReason, LogHead, LogRow } from "../core/protocol.ts";

/** A row before it has a place in the chain. */
export type LogEntry = Omit<LogRow, "sequence" | "hash">;

export const emptyHead: LogHead = { size: 0, root: "0".repeat(64) };

/**
 * The text whose SHA-256 is a row's hash: a JSON list, so that no two rows share one. Whoever wants to verify the log
 * with a program of their own needs only this line.
 */
function rowText(row: Omit<LogRow, "hash">, previous: string): string {
  return JSON.stringify([row.sequence, row.day, row.practice, row.kind, row.amount, row.commitment, previous]);
}

/** Puts entries at the end of a chain. Yields each text whose hash it needs, and returns the rows. */
function* linkRows(entries: readonly LogEntry[], head: LogHead): Generator<string, LogRow[], string> {
  const rows: LogRow[] = [];
  let { size, root } = head;
  for (const entry of entries) {
    const placed = { sequence: ++size, ...entry };
    root = yield rowText(placed, root);
    rows.push({ ...placed, hash: root });
  }
  return rows;
}

/** Puts entries at the end of a chain, with a hash function that returns at once. */
export function chain(entries: readonly LogEntry[], head: LogHead, sha256: (text: string) => string): LogRow[] {
  const links = linkRows(entries, head);
  let step = links.next();
  while (!step.done) step = links.next(sha256(step.value));
  return step.value;
}

/** `chain` with a hash function that returns a promise. */
export async function chainLater(
  entries: readonly LogEntry[],
  head: LogHead,
  sha256: (text: string) => Promise<string>,
): Promise<LogRow[]> {
  const links = linkRows(entries, head);
  let step = links.next();
  while (!step.done) step = links.next(await sha256(step.value));
  return step.value;
}

/** What is wrong with a log, and where. */
export interface LogFault {
  readonly sequence: number;
  readonly reason: LogFaultReason;
}

/** What a log says when it is read from its first row to its last. */
export interface Recount {
  readonly head: LogHead;
  readonly counts: ReadonlyMap<string, number>;
  /** The first fault; the chain proves nothing beyond it. */
  readonly fault: LogFault | undefined;
}

/**
 * Recounts a log: follows the chain, and checks that each vote was counted once and revoked at most once. With
 * `expected`, a head that was published before (in a built site), also that the log still begins with what was then.
 */
export function recount(
  rows: Iterable<LogRow>,
  sha256: (text: string) => string,
  expected: LogHead = emptyHead,
): Recount {
  const counts = new Map<string, number>();
  /** Practices by kind and commitment. */
  const seen = new Map<string, string>();
  let { size, root } = emptyHead;
  const stop = (sequence: number, reason: LogFaultReason): Recount => ({
    head: { size, root },
    counts,
    fault: { sequence, reason },
  });
  for (const row of rows) {
    if (row.sequence !== size + 1) return stop(size + 1, "missing");
    const hash = sha256(rowText(row, root));
    if (hash !== row.hash) return stop(row.sequence, "altered");
    const key = `${row.kind} ${row.commitment}`;
    if (seen.has(key)) return stop(row.sequence, "repeated");
    const rightAmount =
      row.kind === "vote"
        ? row.amount === 1
        : row.kind === "revoke"
          ? row.amount === -1 && seen.get(`vote ${row.commitment}`) === row.practice
          : row.amount > 0;
    if (!rightAmount) return stop(row.sequence, "amount");
    seen.set(key, row.practice);
    counts.set(row.practice, (counts.get(row.practice) ?? 0) + row.amount);
    size = row.sequence;
    root = hash;
    if (size === expected.size && root !== expected.root) return stop(size, "altered");
  }
  if (size < expected.size) return stop(size + 1, "truncated");
  return { head: { size, root }, counts, fault: undefined };
}
