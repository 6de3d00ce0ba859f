import { chmodSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { LogHead, LogRow } from "../../core/protocol.ts";
import { makeFolder } from "../../state/make-folder.ts";
import type { Bytes } from "../encoding.ts";
import { type Changes, decide, type Loaded, spentKey, type Touched, touchedBy } from "../ledger.ts";
import type { Recorded, StoreEntry, StoreTally, Trial, VoteStore } from "../store.ts";
import { checkContinuation, restorationOf } from "../stores/restoration.ts";
import { sqliteMigrations } from "../stores/sqlite-migrations.ts";
import { readTallyRows, type TallyRow } from "../stores/tally-rows.ts";
import { chain, emptyHead } from "../vote-log.ts";
import { sha256Hex } from "./node-primitives.ts";

/** How long a vote waits for another process that is writing, in milliseconds. */
const busyTimeoutMs = 1_500;

/** The same for opening, which a process that starts does before it can say anything. */
const openTimeoutMs = 700;

/**
 * Pages of 4 KB after which the journal is carried over into the file. Keys are random, so every group touches pages all
 * over it: the longer this waits, the more of them are written once instead of many times.
 */
const walPages = 8_000;

/** The local store: one file, no server. Every commit is on the disk before anyone is told of it. */
export class SqliteStore implements VoteStore {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /** Opens or makes the file, readable to its owner alone; `:memory:` keeps everything in memory. */
  constructor(path: string, { readOnly = false } = {}) {
    if (path !== ":memory:" && !readOnly) makeFolder(dirname(path));
    this.#database = new DatabaseSync(path, { timeout: openTimeoutMs, readOnly });
    if (readOnly) return;
    if (path !== ":memory:") chmodSync(path, 0o600);
    // Full durability: a commit waits for the disk. Erased salts are overwritten, not only unlinked.
    this.#database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA fullfsync = ON;
      PRAGMA checkpoint_fullfsync = ON;
      PRAGMA secure_delete = ON;
      PRAGMA cache_size = -32768;
      PRAGMA wal_autocheckpoint = ${walPages};
    `);
  }

  async migrate(waitMs = busyTimeoutMs): Promise<void> {
    this.#database.exec(`PRAGMA busy_timeout = ${waitMs}`);
    this.#transact(() => {
      const { user_version: done } = this.#get("PRAGMA user_version") as { user_version: number };
      for (const statement of sqliteMigrations.slice(done).flat()) this.#database.exec(statement);
      // Also if nothing has changed: a full or read-only disk shows now, not with the first vote.
      this.#database.exec(`PRAGMA user_version = ${sqliteMigrations.length}`);
    });
    this.#database.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
  }

  async record(entries: readonly StoreEntry[]): Promise<readonly Recorded[]> {
    return this.#transact(() => {
      const loaded = this.#load(touchedBy(entries));
      const { results, changes } = decide(entries, loaded);
      this.#apply(changes, chain(changes.entries, loaded.head, sha256Hex));
      return results;
    });
  }

  async salt(day: string, fresh: Bytes): Promise<Bytes> {
    return this.#transact(() => {
      this.#run("INSERT INTO salt (day, salt) VALUES (?, ?) ON CONFLICT DO NOTHING", day, fresh);
      this.#run("DELETE FROM salt WHERE day < ?", day);
      this.#run("DELETE FROM used WHERE day < ?", day);
      const dayBefore = Date.parse(`${day}T00:00:00Z`) / 1000 - 86_400;
      this.#run("DELETE FROM spent WHERE expires_at > 0 AND expires_at < ?", dayBefore);
      const { salt } = this.#get("SELECT salt FROM salt WHERE day = ?", day) as { salt: Uint8Array };
      return new Uint8Array(salt);
    });
  }

  async used(keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return this.#load({ practices: [], spent: [], networks: keys }).used;
  }

  async tally(practices?: readonly string[]): Promise<StoreTally> {
    const rows = practices
      ? this.#all(selectTally("practice IN (SELECT value FROM json_each(?))"), JSON.stringify(practices))
      : this.#all(selectTally("votes <> 0"));
    return readTallyRows(rows as unknown as TallyRow[], practices);
  }

  async counts(practices?: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return (await this.tally(practices)).counts;
  }

  async head(): Promise<LogHead> {
    return this.#head();
  }

  async rows(from: number, limit: number): Promise<readonly LogRow[]> {
    return this.#all(`${selectRow} WHERE sequence >= ? ORDER BY sequence LIMIT ?`, from, limit) as unknown as LogRow[];
  }

  async findVote(commitment: string): Promise<{ readonly row: LogRow; readonly revoked: boolean } | undefined> {
    const sql = `${selectRow} WHERE sequence = (SELECT sequence FROM spent WHERE key = ?)`;
    const row = this.#get(sql, spentKey("vote", commitment)) as LogRow | undefined;
    if (!row) return undefined;
    return {
      row,
      revoked: this.#get("SELECT 1 FROM spent WHERE key = ?", spentKey("revoke", commitment)) !== undefined,
    };
  }

  async rehearse({ key, now, expiresAt }: Trial): Promise<boolean> {
    return this.#transact(() => {
      this.#run("DELETE FROM trial WHERE expires_at < ?", now);
      const isNew = this.#get("SELECT 1 FROM trial WHERE key = ?", key) === undefined;
      this.#run(saveTrial, key, expiresAt);
      return isNew;
    });
  }

  async rebuildTally(): Promise<readonly string[]> {
    // One statement sees one moment, so that others may go on writing as long as nothing is wrong.
    if (this.#all(selectWrongCounts).length === 0) return [];
    return this.#transact(() => {
      const wrong = this.#all(selectWrongCounts);
      for (const { practice, votes } of wrong) this.#run(upsertTally, practice as string, votes as number);
      return wrong.map(({ practice }) => practice as string);
    });
  }

  async restore(rows: readonly LogRow[]): Promise<void> {
    this.#transact(() => {
      const practices = [...new Set(rows.map(({ practice }) => practice))];
      const { head, counts } = this.#load({ practices, spent: [], networks: [] });
      checkContinuation(rows, chain(rows, head, sha256Hex), head);
      this.#apply(restorationOf(rows, counts), rows);
    });
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  #load({ practices, spent, networks }: Touched): Loaded {
    const pairs = (sql: string, keys: readonly string[]): Map<string, number> => {
      const statement = this.#prepare(sql);
      const found = new Map<string, number>();
      for (const key of keys) {
        const row = statement.get(key) as { value: number } | undefined;
        if (row) found.set(key, row.value);
      }
      return found;
    };
    return {
      head: this.#head(),
      counts: this.#countsOf(practices),
      spent: pairs("SELECT sequence AS value FROM spent WHERE key = ?", spent),
      used: pairs("SELECT votes AS value FROM used WHERE network = ?", networks),
    };
  }

  #apply({ spent, counts, used }: Changes, rows: readonly LogRow[]): void {
    const insert = this.#prepare("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (const row of rows)
      insert.run(row.sequence, row.day, row.practice, row.kind, row.amount, row.commitment, row.hash);
    const spend = this.#prepare("INSERT INTO spent VALUES (?, ?, ?)");
    for (const { key, sequence, expiresAt } of spent) spend.run(key, sequence, expiresAt);
    for (const [practice, votes] of counts) this.#run(upsertTally, practice, votes);
    const use = this.#prepare(
      "INSERT INTO used VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET votes = excluded.votes, day = excluded.day",
    );
    for (const [network, { day, votes }] of used) use.run(network, day, votes);
  }

  #head(): LogHead {
    const last = this.#get("SELECT sequence AS size, hash AS root FROM log ORDER BY sequence DESC LIMIT 1");
    return (last as LogHead | undefined) ?? emptyHead;
  }

  #countsOf(practices: readonly string[]): Map<string, number> {
    const statement = this.#prepare("SELECT votes FROM tally WHERE practice = ?");
    return new Map(
      practices.map((practice) => [practice, (statement.get(practice)?.votes as number | undefined) ?? 0]),
    );
  }

  /** Runs work as one transaction that takes the right to write at its beginning. */
  #transact<Result>(work: () => Result): Result {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      this.#database.exec("COMMIT");
      return result;
    } catch (error) {
      // A failed COMMIT (disk full) may have ended the transaction already.
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #run(sql: string, ...values: SQLInputValue[]): void {
    this.#prepare(sql).run(...values);
  }

  #get(sql: string, ...values: SQLInputValue[]) {
    return this.#prepare(sql).get(...values);
  }

  #all(sql: string, ...values: SQLInputValue[]) {
    return this.#prepare(sql).all(...values);
  }
}

/** Counts and head of the log in one statement, which sees one moment whoever writes meanwhile. */
const selectTally = (condition: string) => `
  SELECT 'head' AS of, hash AS key, sequence AS value FROM log WHERE sequence = (SELECT max(sequence) FROM log)
  UNION ALL SELECT 'count', practice, votes FROM tally WHERE ${condition} ORDER BY 1, 2`;
const selectWrongCounts = `
  SELECT practice, coalesce(l.votes, 0) AS votes FROM tally t
  FULL JOIN (SELECT practice, sum(amount) AS votes FROM log GROUP BY practice) l USING (practice)
  WHERE coalesce(t.votes, 0) <> coalesce(l.votes, 0) ORDER BY practice`;
const saveTrial = "INSERT INTO trial VALUES (?, ?) ON CONFLICT DO UPDATE SET expires_at = excluded.expires_at";
const selectRow = "SELECT sequence, day, practice, kind, amount, commitment, hash FROM log";
const upsertTally = "INSERT INTO tally VALUES (?, ?) ON CONFLICT DO UPDATE SET votes = excluded.votes";
