import { SettingsError } from "../settings.ts";
import type { VoteStore } from "../store.ts";

/**
 * Opens the store that an address names: `postgres://…`, `file:…` or a path. Its tables are brought up to date. Throws
 * `SettingsError` if the address cannot be read.
 */
export async function openStore(databaseUrl: string): Promise<VoteStore> {
  const store = await createStore(databaseUrl);
  await store.migrate();
  return store;
}

async function createStore(databaseUrl: string): Promise<VoteStore> {
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) {
    const { PostgresStore } = await import("./postgres-store.ts");
    try {
      return new PostgresStore(databaseUrl);
    } catch (error) {
      // Its message shows nothing of the address.
      throw new SettingsError(`DATABASE_URL: ${(error as Error).message}`);
    }
  }
  const { SqliteStore } = await import("./sqlite-store.ts");
  return new SqliteStore(databaseUrl.replace(/^file:(\/\/(?=\/))?/, ""));
}
