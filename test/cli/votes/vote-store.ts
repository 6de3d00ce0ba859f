import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { toBase64Url } from "../../../src/nomination/encoding.ts";
import { SqliteStore } from "../../../src/nomination/node/sqlite-store.ts";
import type { CheckedBallot, VoteStore } from "../../../src/nomination/store.ts";

/** The nonce of the n-th vote that tests cast, and what belongs to it. */
function nonceOf(index: number): Buffer {
  return createHash("sha256").update(`nonce ${index}`).digest().subarray(0, 16);
}

export const receiptOf = (index: number): string => toBase64Url(nonceOf(index));

/** A checked ballot as the endpoint would record it; each comes from a network of its own. */
function ballot(index: number, practice: string, day = "2026-11-20"): CheckedBallot {
  return {
    practice,
    day,
    commitment: createHash("sha256").update(nonceOf(index)).digest("hex"),
    purpose: "vote",
    expiresAt: 0,
    kind: "code",
    level: 0,
    networks: [{ key: `n${index}`, shares: { household: 5, office: 60 } }],
  };
}

export interface CastVote {
  readonly index: number;
  readonly total: number;
}

/** Records so many votes in groups, as the endpoint does. */
export async function castVotes(
  store: Pick<VoteStore, "record">,
  total: number,
  practiceOf: (vote: CastVote) => string,
  dayOf: (vote: CastVote) => string = () => "2026-11-20",
): Promise<void> {
  const group = 500;
  for (let start = 0; start < total; start += group) {
    const votes = Array.from({ length: Math.min(group, total - start) }, (_, offset) => ({
      index: start + offset,
      total,
    }));
    await store.record(votes.map((vote) => ballot(vote.index, practiceOf(vote), dayOf(vote))));
  }
}

/** Opens or makes a store in a file, works with it, closes it. */
export async function inStore<Result>(path: string, work: (store: SqliteStore) => Promise<Result>): Promise<Result> {
  mkdirSync(dirname(path), { recursive: true });
  const store = new SqliteStore(path);
  await store.migrate();
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** What somebody with the database in hand can do: the triggers are dropped first. */
export function tamper(path: string, ...statements: readonly string[]): void {
  const database = new DatabaseSync(path);
  database.exec("DROP TRIGGER IF EXISTS log_keeps_rows; DROP TRIGGER IF EXISTS log_keeps_values");
  for (const statement of statements) database.exec(statement);
  database.close();
}
