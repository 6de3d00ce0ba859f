import { defaultAnswerMs } from "../deadlines.ts";
import { SettingsError } from "../settings.ts";
import type { VoteStore } from "../store.ts";

/**
 * Opens the store that an address names: `postgres://…`, `file:…` or a path. Its tables are brought up to date. Throws
 * `SettingsError` if the address cannot be read. A file is best opened in a thread of its own by what serves requests
 * meanwhile, and in this one by what only reads or writes it.
 */
export async function openStore(
  databaseUrl: string,
  { inThread = false, answerMs = defaultAnswerMs } = {},
): Promise<VoteStore> {
  const store = await createStore(databaseUrl, inThread, answerMs);
  await store.migrate();
  return store;
}

async function createStore(databaseUrl: string, inThread: boolean, answerMs: number): Promise<VoteStore> {
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) {
    const { PostgresStore } = await import("./postgres-store.ts");
    try {
      return new PostgresStore(databaseUrl, { answerMs });
    } catch (error) {
      // Its message shows nothing of the address.
      throw new SettingsError(`DATABASE_URL: ${(error as Error).message}`);
    }
  }
  const path = databaseUrl.replace(/^file:(\/\/(?=\/))?/, "");
  if (inThread) return (await import("./sqlite-thread.ts")).openSqliteThread(path);
  const { SqliteStore } = await import("./sqlite-store.ts");
  return new SqliteStore(path);
}
