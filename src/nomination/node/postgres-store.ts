import type { Sql, TransactionSql } from "postgres";
import type { LogHead, LogRow } from "../../core/protocol.ts";
import { defaultAnswerMs } from "../deadlines.ts";
import type { Bytes } from "../encoding.ts";
import { type Changes, decide, type Loaded, spentKey, type Touched, touchedBy } from "../ledger.ts";
import type { Recorded, StoreEntry, StoreTally, Trial, VoteStore } from "../store.ts";
import { postgresMigrations } from "../stores/postgres-migrations.ts";
import { checkContinuation, restorationOf } from "../stores/restoration.ts";
import { readTallyRows, type TallyRow } from "../stores/tally-rows.ts";
import { chain, emptyHead } from "../vote-log.ts";
import { sha256Hex } from "./node-primitives.ts";
import { editorTimeoutMs, PostgresPool } from "./postgres-pool.ts";

/**
 * Votes in PostgreSQL 13 or later, for several machines and for platforms without a disk. Writers take turns by an
 * advisory lock; the primary keys of the log and of what is spent would stop them if they did not.
 */
export class PostgresStore implements VoteStore {
  readonly #pool: PostgresPool;

  /** @param url `postgres://…`; see `readAddress` for its settings */
  constructor(url: string, { connections = 4, answerMs = defaultAnswerMs } = {}) {
    // The endpoint must still be able to say that the store gives no answer.
    this.#pool = new PostgresPool(url, connections, answerMs - 100);
  }

  async migrate(waitMs?: number): Promise<void> {
    const limits = { timeoutMs: editorTimeoutMs, ...(waitMs !== undefined && { waitMs }) };
    await this.#pool.transact(async (sql) => {
      const done = await readMigrated(sql);
      for (const [index, statements] of postgresMigrations.slice(done).entries()) {
        for (const statement of statements) await sql.unsafe(statement);
        await sql`INSERT INTO praktika.migrations VALUES (${done + index + 1})`;
      }
      // Also if nothing has changed: a full or read-only disk shows now, not with the first vote.
      await saveTrial(sql, { key: "start", now: 0, expiresAt: 0 });
    }, limits);
  }

  record(entries: readonly StoreEntry[]): Promise<readonly Recorded[]> {
    return this.#pool.transact(async (sql) => {
      const loaded = await load(sql, touchedBy(entries));
      const { results, changes } = decide(entries, loaded);
      await apply(sql, changes, chain(changes.entries, loaded.head, sha256Hex));
      return results;
    });
  }

  salt(day: string, fresh: Bytes): Promise<Bytes> {
    return this.#pool.transact(async (sql) => {
      const dayBefore = Date.parse(`${day}T00:00:00Z`) / 1000 - 86_400;
      await Promise.all([
        sql`INSERT INTO praktika.salt VALUES (${day}, ${fresh}) ON CONFLICT DO NOTHING`,
        sql`DELETE FROM praktika.salt WHERE day < ${day}`,
        sql`DELETE FROM praktika.used WHERE day < ${day}`,
        sql`DELETE FROM praktika.spent WHERE expires_at > 0 AND expires_at < ${dayBefore}`,
      ]);
      const [kept] = await sql<{ salt: Uint8Array }[]>`SELECT salt FROM praktika.salt WHERE day = ${day}`;
      return new Uint8Array(kept?.salt ?? fresh);
    });
  }

  async used(keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#pool.ask(
      (sql) =>
        sql<Valued[]>`SELECT network AS key, votes AS value FROM praktika.used WHERE network = ${amongKeys(sql, keys)}`,
    );
    return pairs(rows);
  }

  async tally(practices?: readonly string[]): Promise<StoreTally> {
    const rows = await this.#pool.ask(
      (sql) => sql<TallyRow[]>`
        (SELECT 'head' AS of, hash COLLATE "C" AS key, sequence AS value FROM praktika.log ORDER BY sequence DESC LIMIT 1)
        UNION ALL SELECT 'count', practice, votes FROM praktika.tally
        WHERE ${practices ? sql`practice = ${amongKeys(sql, practices)}` : sql`votes <> 0`}
        ORDER BY 1, 2`,
    );
    return readTallyRows(rows, practices);
  }

  async counts(practices?: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return (await this.tally(practices)).counts;
  }

  async head(): Promise<LogHead> {
    const [last] = await this.#pool.ask(
      (sql) => sql<LogHead[]>`SELECT sequence AS size, hash AS root FROM praktika.log ORDER BY sequence DESC LIMIT 1`,
    );
    return last ?? emptyHead;
  }

  async rows(from: number, limit: number): Promise<readonly LogRow[]> {
    const rows = await this.#pool.ask(
      (sql) => sql<LogRow[]>`SELECT * FROM praktika.log WHERE sequence >= ${from} ORDER BY sequence LIMIT ${limit}`,
    );
    return [...rows];
  }

  async findVote(commitment: string): Promise<{ readonly row: LogRow; readonly revoked: boolean } | undefined> {
    const [found] = await this.#pool.ask(
      (sql) => sql<(LogRow & { revoked: boolean })[]>`
        SELECT log.*, EXISTS (SELECT FROM praktika.spent WHERE key = ${spentKey("revoke", commitment)}) AS revoked
        FROM praktika.log JOIN praktika.spent USING (sequence) WHERE key = ${spentKey("vote", commitment)}`,
    );
    if (!found) return undefined;
    const { revoked, ...row } = found;
    return { row, revoked };
  }

  rehearse(trial: Trial): Promise<boolean> {
    return this.#pool.transact((sql) => saveTrial(sql, trial));
  }

  async rebuildTally(): Promise<readonly string[]> {
    const limits = { timeoutMs: editorTimeoutMs };
    // One statement sees one moment, so that others may go on writing as long as nothing is wrong.
    if ((await this.#pool.ask(selectWrongCounts, limits)).length === 0) return [];
    return this.#pool.transact(async (sql) => {
      const wrong = await selectWrongCounts(sql);
      if (wrong.length > 0) await saveCounts(sql, pairs(wrong));
      return wrong.map(({ key }) => key);
    }, limits);
  }

  async restore(rows: readonly LogRow[]): Promise<void> {
    const limits = { timeoutMs: editorTimeoutMs, isRepeatable: false };
    await this.#pool.transact(async (sql) => {
      const practices = [...new Set(rows.map(({ practice }) => practice))];
      const { head, counts } = await load(sql, { practices, spent: [], networks: [] });
      checkContinuation(rows, chain(rows, head, sha256Hex), head);
      await apply(sql, restorationOf(rows, counts), rows);
    }, limits);
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }
}

type Valued = { readonly key: string; readonly value: number };

function pairs(rows: readonly Valued[]): Map<string, number> {
  return new Map(rows.map(({ key, value }) => [key, value]));
}

function amongKeys(sql: Sql | TransactionSql, keys: readonly string[]) {
  return sql`ANY(ARRAY(SELECT jsonb_array_elements_text(${sql.json(keys)})))`;
}

/** Number of migrations that have been done. */
async function readMigrated(sql: TransactionSql): Promise<number> {
  const [known] = await sql`SELECT to_regclass('praktika.migrations') IS NOT NULL AS begun`;
  if (!known?.begun) {
    await sql`CREATE SCHEMA IF NOT EXISTS praktika`;
    await sql`CREATE TABLE praktika.migrations (number integer PRIMARY KEY)`;
  }
  const [last] = await sql`SELECT coalesce(max(number), 0) AS number FROM praktika.migrations`;
  return last?.number;
}

async function saveTrial(sql: TransactionSql, { key, now, expiresAt }: Trial): Promise<boolean> {
  await sql`DELETE FROM praktika.trial WHERE expires_at < ${now}`;
  // `xmax` is 0 in a row that has just come.
  const [saved] = await sql<{ isNew: boolean }[]>`INSERT INTO praktika.trial VALUES (${key}, ${expiresAt})
    ON CONFLICT (key) DO UPDATE SET expires_at = excluded.expires_at RETURNING xmax = 0 AS "isNew"`;
  return saved?.isNew === true;
}

function selectWrongCounts(sql: Sql | TransactionSql): PromiseLike<readonly Valued[]> {
  return sql<Valued[]>`
    SELECT practice AS key, coalesce(l.votes, 0)::integer AS value FROM praktika.tally t
    FULL JOIN (SELECT practice, sum(amount) AS votes FROM praktika.log GROUP BY practice) l USING (practice)
    WHERE coalesce(t.votes, 0) <> coalesce(l.votes, 0) ORDER BY practice`;
}

/** One question instead of four: others wait while it travels. */
async function load(sql: TransactionSql, { practices, spent, networks }: Touched): Promise<Loaded> {
  const among = (keys: readonly string[]) => amongKeys(sql, keys);
  const rows = await sql<(Valued & { of: "head" | "counts" | "spent" | "used" })[]>`
    (SELECT 'head' AS of, hash AS key, sequence AS value FROM praktika.log ORDER BY sequence DESC LIMIT 1)
    UNION ALL SELECT 'counts', practice, votes FROM praktika.tally WHERE practice = ${among(practices)}
    UNION ALL SELECT 'spent', key, sequence FROM praktika.spent WHERE key = ${among(spent)}
    UNION ALL SELECT 'used', network, votes FROM praktika.used WHERE network = ${among(networks)}`;
  const part = (name: string) => pairs(rows.filter(({ of }) => of === name));
  const [head] = [...part("head")].map(([root, size]) => ({ size, root }));
  return { head: head ?? emptyHead, counts: part("counts"), spent: part("spent"), used: part("used") };
}

async function apply(sql: TransactionSql, { spent, counts, used }: Changes, rows: readonly LogRow[]): Promise<void> {
  const saves: PromiseLike<unknown>[] = [];
  if (rows.length > 0) {
    const list = sql.json(rows.map((row) => ({ ...row })));
    saves.push(sql`INSERT INTO praktika.log SELECT * FROM jsonb_populate_recordset(NULL::praktika.log, ${list})`);
  }
  if (spent.length > 0) {
    const list = sql.json(spent.map(({ key, sequence, expiresAt }) => ({ key, sequence, expires_at: expiresAt })));
    saves.push(sql`INSERT INTO praktika.spent SELECT * FROM jsonb_populate_recordset(NULL::praktika.spent, ${list})`);
  }
  if (counts.size > 0) saves.push(saveCounts(sql, counts));
  if (used.size > 0) {
    const list = sql.json([...used].map(([network, { day, votes }]) => ({ network, day, votes })));
    saves.push(
      sql`INSERT INTO praktika.used SELECT * FROM jsonb_populate_recordset(NULL::praktika.used, ${list})
        ON CONFLICT (network) DO UPDATE SET day = excluded.day, votes = excluded.votes`,
    );
  }
  await Promise.all(saves);
}

function saveCounts(sql: TransactionSql, counts: ReadonlyMap<string, number>): PromiseLike<unknown> {
  const list = sql.json([...counts].map(([practice, votes]) => ({ practice, votes })));
  return sql`INSERT INTO praktika.tally SELECT * FROM jsonb_populate_recordset(NULL::praktika.tally, ${list})
    ON CONFLICT (practice) DO UPDATE SET votes = excluded.votes`;
}
