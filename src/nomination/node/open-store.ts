import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultAnswerMs } from "../deadlines.ts";
import type { VoteStore } from "../store.ts";
import { type DatabaseAddress, readDatabaseAddress } from "./database-address.ts";

/** Milliseconds that a server waits at its start for others that write; then whatever minds it tries again. */
const startWaitMs = 700;

export interface OpenOptions {
  /** A file in a thread of its own, for what serves requests meanwhile; without it in this one. */
  readonly inThread?: boolean;
  readonly answerMs?: number;
  /** Milliseconds that opening waits for others that write. */
  readonly waitMs?: number;
  /** Nothing is written, and the tables stay as they are. */
  readonly readOnly?: boolean;
}

/**
 * Opens the store that an address names (`readDatabaseAddress`). Its tables are brought up to date. Throws
 * `SettingsError` if the address cannot be read.
 */
export async function openStore(databaseUrl: string, options: OpenOptions = {}): Promise<VoteStore> {
  const address = readDatabaseAddress(databaseUrl);
  if (options.readOnly && address.kind === "sqlite") return openSqliteForReading(address.path);
  const store = await createStore(address, options);
  try {
    if (!options.readOnly) await store.migrate(options.waitMs ?? startWaitMs);
  } catch (error) {
    await store.close().catch(() => undefined);
    throw error;
  }
  return store;
}

async function createStore(
  address: DatabaseAddress,
  { inThread = false, answerMs = defaultAnswerMs }: OpenOptions,
): Promise<VoteStore> {
  if (address.kind === "postgres") {
    const { PostgresStore } = await import("./postgres-store.ts");
    return new PostgresStore(address.url, { answerMs });
  }
  if (inThread) return (await import("./sqlite-thread.ts")).openSqliteThread(address.path);
  const { SqliteStore } = await import("./sqlite-store.ts");
  return new SqliteStore(address.path);
}

/**
 * A file of which nothing is changed. Where SQLite would have to write beside it all the same (a journal that nobody else has
 * open, on a read-only disk), a copy is read.
 */
async function openSqliteForReading(path: string): Promise<VoteStore> {
  const { SqliteStore } = await import("./sqlite-store.ts");
  let store: VoteStore | undefined;
  try {
    store = new SqliteStore(path, { readOnly: true });
    await store.head();
    return store;
  } catch (error) {
    await store?.close();
    if (!isUnwritable(error)) throw error;
  }
  const folder = mkdtempSync(join(tmpdir(), "praktika-votes-"));
  const copy = join(folder, "votes.db");
  copyFileSync(path, copy);
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
  const copied = new SqliteStore(copy);
  const close = copied.close.bind(copied);
  copied.close = async () => {
    await close();
    rmSync(folder, { recursive: true });
  };
  return copied;
}

/** SQLITE_CANTOPEN or SQLITE_READONLY: for the files beside it. */
function isUnwritable(error: unknown): boolean {
  const { errcode } = error as { errcode?: unknown };
  return typeof errcode === "number" && ((errcode & 0xff) === 14 || (errcode & 0xff) === 8);
}
