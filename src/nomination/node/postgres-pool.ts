import postgres, { type Sql, type TransactionSql } from "postgres";
import { SettingsError } from "../settings.ts";

/** For editors and for a process that starts. */
export const editorTimeoutMs = 60_000;

/** The one lock that all who write take; the number is "prak" in ASCII, so as not to meet other programs' locks. */
const takeLock = "SELECT pg_advisory_xact_lock(1886544235, 1)";

/** Milliseconds after which a connection that nobody has used is not trusted any more. */
const idleMs = 25_000;

/** Milliseconds that must be left for asking once more. */
const minRetryMs = 300;

/** Connections to PostgreSQL that answer in time or fail in time, and come back when the database does. */
export class PostgresPool {
  readonly #open: () => Sql;
  readonly #readerTimeoutMs: number;
  #pool: Sql;
  /** When the last question was asked, in milliseconds since 1970. */
  #askedAt = Date.now();
  /** Number of queries that the server has answered or refused so far. */
  #settled = 0;

  /**
   * Connects for the first query.
   * Throws `SettingsError` if the address cannot be read.
   * @param connections the maximum
   * @param readerTimeoutMs for queries of readers; the endpoint says within two seconds that the store is down
   */
  constructor(url: string, connections: number, readerTimeoutMs: number) {
    this.#readerTimeoutMs = readerTimeoutMs;
    this.#open = () => openPool(url, connections, readerTimeoutMs);
    this.#pool = this.#open();
  }

  /**
   * Queries the server within `timeoutMs`. Connections that seem lost are replaced by new ones, and the question is asked once
   * more: after a function has been frozen for a while, its first reader would otherwise hear that the store is down.
   * @param isRepeatable false for what must not happen a second time if the answer to the first was lost
   */
  async ask<Result>(
    question: (sql: Sql, leftMs: number) => PromiseLike<Result>,
    { timeoutMs = this.#readerTimeoutMs, isRepeatable = true } = {},
  ): Promise<Result> {
    // Nobody may have heard that a connection ended while the process was frozen or the network cut.
    if (Date.now() - this.#askedAt > idleMs) this.#reopen(this.#pool);
    this.#askedAt = Date.now();
    const end = this.#askedAt + timeoutMs;
    try {
      return await this.#askOnce(question, timeoutMs);
    } catch (error) {
      const leftMs = end - Date.now();
      const isSilent = (error as { code?: unknown }).code === "CONNECT_TIMEOUT";
      if (!isRepeatable || isSilent || !isLostConnection(error) || leftMs < minRetryMs) throw error;
      return this.#askOnce(question, leftMs);
    }
  }

  async #askOnce<Result>(
    question: (sql: Sql, leftMs: number) => PromiseLike<Result>,
    timeoutMs: number,
  ): Promise<Result> {
    const [pool, settledBefore] = [this.#pool, this.#settled];
    const tooLate = new Error("PostgreSQL gives no answer");
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(tooLate), timeoutMs);
    });
    const answer = Promise.resolve(question(pool, timeoutMs)).finally(() => this.#settled++);
    try {
      return await Promise.race([answer, deadline]);
    } catch (error) {
      const isSilent = error === tooLate && this.#settled === settledBefore;
      if (isSilent || isLostConnection(error)) this.#reopen(pool);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Runs work as one transaction that no other writer shares, and that is on the disk when the promise is fulfilled.
   * @param waitMs for others that write; without it, as long as everything may take
   */
  transact<Result>(
    work: (sql: TransactionSql) => Promise<Result>,
    { waitMs, ...limits }: { timeoutMs?: number; waitMs?: number; isRepeatable?: boolean } = {},
  ): Promise<Result> {
    return this.ask(async (pool, leftMs) => {
      // Set for each transaction, not for the session, which behind a pooler belongs to everybody.
      const settings = `SET LOCAL statement_timeout = ${Math.max(leftMs - 200, 100)};
        SET LOCAL idle_in_transaction_session_timeout = ${Math.max(leftMs - 200, 100)};
        SET LOCAL lock_timeout = ${waitMs ?? 0}; SET LOCAL synchronous_commit = on; ${takeLock}`;
      const [, result] = await pool.begin((sql: TransactionSql) => {
        // What work asks first goes out together with this and is answered after it.
        const locked = sql.unsafe(settings).execute();
        return Promise.all([locked, work(sql)]).catch(leaveLostConnection);
      });
      return result as Result;
    }, limits);
  }

  async close(): Promise<void> {
    await this.#pool.end({ timeout: 1 });
  }

  /**
   * The driver waits longer and longer before it connects again, and what it had not yet written to a socket that closed
   * spoils the next one (porsager/postgres, issues 1154 and 1208). So a pool that lost a connection is not used again.
   */
  #reopen(lost: Sql): void {
    if (this.#pool !== lost) return;
    this.#pool = this.#open();
    // Others may still get their answers from it.
    void lost.end({ timeout: 2 });
  }
}

function isLostConnection(error: unknown): boolean {
  if (error instanceof postgres.PostgresError) return error.severity === "FATAL" || error.severity === "PANIC";
  return error instanceof Error && "code" in error;
}

/**
 * After an error in a transaction the driver sends ROLLBACK, even to a socket that is closed, and that ends the process
 * (issue 1208). It also rejects the transaction when the socket closes, so there is nothing more to say here.
 */
function leaveLostConnection(error: unknown): Promise<never> {
  if (isLostConnection(error)) return new Promise(() => {});
  throw error;
}

/** What the driver understands of an address's settings; it would send all others to the server, which refuses them. */
const knownSettings = ["sslmode", "sslnegotiation", "prepare", "options"];

/**
 * An address without the settings that hosts add for other drivers (`channel_binding`, `connection_limit` …). Behind a
 * pooler that knows no prepared statements it ends in `?prepare=false` or, as some hosts write, `?pgbouncer=true`.
 */
export function readAddress(url: string): string {
  const [address = "", query = ""] = url.split("?");
  const settings = new URLSearchParams(query);
  if (settings.get("pgbouncer") === "true") settings.set("prepare", "false");
  for (const name of [...settings.keys()]) if (!knownSettings.includes(name)) settings.delete(name);
  return settings.size > 0 ? `${address}?${settings}` : address;
}

function openPool(url: string, connections: number, readerTimeoutMs: number): Sql {
  try {
    return postgres(readAddress(url), {
      max: connections,
      connect_timeout: (0.7 * readerTimeoutMs) / 1_000,
      idle_timeout: 30,
      // The driver would ask for the types of arrays and, when that fails, end the process. Lists travel as JSON instead.
      fetch_types: false,
      connection: { application_name: "praktika" },
      onnotice: () => {},
    });
  } catch {
    // The error itself would show the address, and with it the password.
    throw new SettingsError((texts) => texts.encoding("DATABASE_URL"));
  }
}
