import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { LogHead, LogRow } from "../../core/protocol.ts";
import { type Bytes, hex, utf8 } from "../encoding.ts";
import { type Changes, decide, type Loaded, spentKey, type Touched, touchedBy } from "../ledger.ts";
import { webPrimitives } from "../primitives.ts";
import type { Recorded, StoreEntry, StoreTally, Trial, VoteStore } from "../store.ts";
import { chainLater, emptyHead } from "../vote-log.ts";
import { checkContinuation, restorationOf } from "./restoration.ts";
import { d1Migrations } from "./sqlite-migrations.ts";
import { readTallyRows, type TallyRow } from "./tally-rows.ts";

/**
 * Votes in Cloudflare D1. D1 has no transaction that lasts from reading to writing, only batches that happen as a whole.
 * So a change is decided on what was loaded, and its batch fails as a whole if anything of that has changed meanwhile:
 * by the guard's version, by the key of what is spent, by the log's sequence. Then it is decided again.
 *
 * Lists travel as JSON in one parameter, because D1 allows a hundred parameters in a statement and fifty statements in a
 * request.
 */
export class D1Store implements VoteStore {
  readonly #database: D1Database;
  readonly #timeoutMs: number;

  /**
   * @param timeoutMs a change that loses to others is tried again for this time, in milliseconds: the endpoint has to
   * say within two seconds that there is no room
   */
  constructor(database: D1Database, timeoutMs = 1_400) {
    this.#database = database;
    this.#timeoutMs = timeoutMs;
  }

  async migrate(): Promise<void> {
    for (let done = await this.#migrated(); done < d1Migrations.length; done++) {
      const statements = d1Migrations[done] as readonly string[];
      try {
        await this.#batch(
          this.#prepare("INSERT INTO migrations VALUES (?)", done + 1),
          ...statements.map((statement) => this.#prepare(statement)),
        );
      } catch (error) {
        // Someone else who started at the same time may have done it.
        if ((await this.#migrated()) <= done) throw error;
      }
    }
  }

  async record(entries: readonly StoreEntry[]): Promise<readonly Recorded[]> {
    const touched = touchedBy(entries);
    return this.#attempt(async () => {
      const loaded = await this.#load(touched);
      const { results, changes } = decide(entries, loaded);
      await this.#apply(changes, await chainLater(changes.entries, loaded.head, sha256Hex), loaded.version);
      return results;
    });
  }

  async salt(day: string, fresh: Bytes): Promise<Bytes> {
    const dayBefore = Date.parse(`${day}T00:00:00Z`) / 1000 - 86_400;
    const results = await this.#batch(
      this.#prepare("INSERT INTO salt VALUES (?, ?) ON CONFLICT DO NOTHING", day, fresh),
      this.#prepare("DELETE FROM salt WHERE day < ?", day),
      this.#prepare("DELETE FROM used WHERE day < ?", day),
      this.#prepare("DELETE FROM spent WHERE expires_at > 0 AND expires_at < ?", dayBefore),
      this.#prepare("SELECT salt FROM salt WHERE day = ?", day),
    );
    const [kept] = results[4] as { salt: number[] }[];
    return new Uint8Array(kept?.salt ?? fresh);
  }

  async used(keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const sql = "SELECT network, votes FROM used WHERE network IN (SELECT value FROM json_each(?))";
    const rows = await this.#all<{ network: string; votes: number }>(sql, json(keys));
    return new Map(rows.map(({ network, votes }) => [network, votes]));
  }

  async tally(practices?: readonly string[]): Promise<StoreTally> {
    const condition = practices ? "practice IN (SELECT value FROM json_each(?))" : "votes <> 0";
    const rows = await this.#all<TallyRow>(
      `SELECT 'head' AS of, hash AS key, sequence AS value FROM log WHERE sequence = (SELECT max(sequence) FROM log)
      UNION ALL SELECT 'count', practice, votes FROM tally WHERE ${condition} ORDER BY 1, 2`,
      ...(practices ? [json(practices)] : []),
    );
    return readTallyRows(rows, practices);
  }

  async counts(practices?: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return (await this.tally(practices)).counts;
  }

  async head(): Promise<LogHead> {
    const [last] = await this.#all<LogHead>(
      "SELECT sequence AS size, hash AS root FROM log ORDER BY sequence DESC LIMIT 1",
    );
    return last ?? emptyHead;
  }

  rows(from: number, limit: number): Promise<readonly LogRow[]> {
    return this.#all("SELECT * FROM log WHERE sequence >= ? ORDER BY sequence LIMIT ?", from, limit);
  }

  async findVote(commitment: string): Promise<{ readonly row: LogRow; readonly revoked: boolean } | undefined> {
    const [found] = await this.#all<LogRow & { revoked: number }>(
      `SELECT log.*, EXISTS (SELECT 1 FROM spent WHERE key = ?) AS revoked
      FROM log JOIN spent USING (sequence) WHERE key = ?`,
      spentKey("revoke", commitment),
      spentKey("vote", commitment),
    );
    if (!found) return undefined;
    const { revoked, ...row } = found;
    return { row, revoked: revoked === 1 };
  }

  async rehearse({ key, now, expiresAt }: Trial): Promise<boolean> {
    const [, before] = await this.#batch(
      this.#prepare("DELETE FROM trial WHERE expires_at < ?", now),
      this.#prepare("SELECT 1 FROM trial WHERE key = ?", key),
      this.#prepare(
        "INSERT INTO trial VALUES (?, ?) ON CONFLICT DO UPDATE SET expires_at = ?",
        key,
        expiresAt,
        expiresAt,
      ),
    );
    return before?.length === 0;
  }

  async rebuildTally(): Promise<readonly string[]> {
    return this.#attempt(async () => {
      const [guard, wrong] = (await this.#batch(
        this.#prepare("SELECT version FROM guard"),
        this.#prepare(`SELECT practice, coalesce(l.votes, 0) AS votes FROM tally t
          FULL JOIN (SELECT practice, sum(amount) AS votes FROM log GROUP BY practice) l USING (practice)
          WHERE coalesce(t.votes, 0) <> coalesce(l.votes, 0) ORDER BY practice`),
      )) as [{ version: number }[], { practice: string; votes: number }[]];
      const counts = new Map(wrong.map(({ practice, votes }) => [practice, votes]));
      await this.#apply({ ...noChanges, counts }, [], guard[0]?.version ?? 0);
      return [...counts.keys()];
    });
  }

  async restore(rows: readonly LogRow[]): Promise<void> {
    const practices = [...new Set(rows.map(({ practice }) => practice))];
    await this.#attempt(async () => {
      const { version, head, counts } = await this.#load({ practices, spent: [], networks: [] });
      checkContinuation(rows, await chainLater(rows, head, sha256Hex), head);
      await this.#apply(restorationOf(rows, counts), rows, version);
    });
  }

  async close(): Promise<void> {}

  /** Tries again, after a while that differs from others' and grows, what failed because others were faster. */
  async #attempt<Result>(change: () => Promise<Result>): Promise<Result> {
    const begun = Date.now();
    for (let maxPauseMs = 16; ; maxPauseMs = Math.min(2 * maxPauseMs, 250)) {
      try {
        return await change();
      } catch (error) {
        if (!/constraint failed/i.test(String(error)) || Date.now() - begun > this.#timeoutMs) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, Math.random() * maxPauseMs));
    }
  }

  /** Everything in one statement, so that it was true at one time. */
  async #load(touched: Touched): Promise<Loaded & { readonly version: number }> {
    const list = (name: keyof Touched) => `IN (SELECT value FROM json_each(?1, '$.${name}'))`;
    const rows = await this.#all<{ of: "version" | "head" | "counts" | "spent" | "used"; key: string; value: number }>(
      `SELECT 'version' AS of, '' AS key, version AS value FROM guard
      UNION ALL SELECT 'head', hash, sequence FROM log WHERE sequence = (SELECT max(sequence) FROM log)
      UNION ALL SELECT 'counts', practice, votes FROM tally WHERE practice ${list("practices")}
      UNION ALL SELECT 'spent', key, sequence FROM spent WHERE key ${list("spent")}
      UNION ALL SELECT 'used', network, votes FROM used WHERE network ${list("networks")}`,
      json(touched),
    );
    const loaded = { version: 0, head: emptyHead, counts: new Map(), spent: new Map(), used: new Map() };
    for (const { of, key, value } of rows) {
      if (of === "version") loaded.version = value;
      else if (of === "head") loaded.head = { size: value, root: key };
      else loaded[of].set(key, value);
    }
    return loaded;
  }

  async #apply({ spent, counts, used }: Changes, rows: readonly LogRow[], version: number): Promise<void> {
    const batch: D1PreparedStatement[] = [];
    const add = (size: number, sql: string, value: unknown) => {
      if (size > 0) batch.push(this.#prepare(sql, json(value)));
    };
    if (counts.size + used.size > 0) batch.push(this.#prepare(raiseGuard, version));
    add(
      rows.length,
      `INSERT INTO log SELECT value ->> 'sequence', value ->> 'day', value ->> 'practice', value ->> 'kind',
      value ->> 'amount', value ->> 'commitment', value ->> 'hash' FROM json_each(?)`,
      rows,
    );
    add(
      spent.length,
      "INSERT INTO spent SELECT value ->> 'key', value ->> 'sequence', value ->> 'expiresAt' FROM json_each(?)",
      spent,
    );
    add(
      counts.size,
      `INSERT INTO tally SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE true
      ON CONFLICT DO UPDATE SET votes = excluded.votes`,
      [...counts],
    );
    add(
      used.size,
      `INSERT INTO used SELECT value ->> 0, value ->> 1 ->> 'day', value ->> 1 ->> 'votes' FROM json_each(?) WHERE true
      ON CONFLICT DO UPDATE SET day = excluded.day, votes = excluded.votes`,
      [...used],
    );
    if (batch.length > 0) await this.#batch(...batch);
  }

  async #migrated(): Promise<number> {
    const [, last] = await this.#batch(
      this.#prepare("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY) STRICT"),
      this.#prepare("SELECT coalesce(max(number), 0) AS number FROM migrations"),
    );
    return (last as { number: number }[])[0]?.number ?? 0;
  }

  #prepare(sql: string, ...values: unknown[]): D1PreparedStatement {
    return this.#database.prepare(sql).bind(...values);
  }

  async #all<Row>(sql: string, ...values: unknown[]): Promise<Row[]> {
    return (await this.#prepare(sql, ...values).all<Row>()).results;
  }

  async #batch(...statements: D1PreparedStatement[]): Promise<unknown[][]> {
    return (await this.#database.batch(statements)).map(({ results }) => results);
  }
}

const raiseGuard = "UPDATE guard SET version = CASE WHEN version = ? THEN version + 1 ELSE 0 END";
const noChanges: Changes = { entries: [], spent: [], counts: new Map(), used: new Map() };

const json = (value: unknown): string => JSON.stringify(value);

async function sha256Hex(text: string): Promise<string> {
  return hex(await webPrimitives.sha256(utf8(text)));
}
