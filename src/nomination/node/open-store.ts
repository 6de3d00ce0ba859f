import type { VoteStore } from "../store.ts";

/** Opens the store that an address names: `postgres://…`, `file:…` or a path. Its tables are brought up to date. */
export async function openStore(databaseUrl: string): Promise<VoteStore> {
  const store = await createStore(databaseUrl);
  await store.migrate();
  return store;
}

async function createStore(databaseUrl: string): Promise<VoteStore> {
  if (/^postgres(ql)?:\/\//.test(databaseUrl)) {
    const { PostgresStore } = await import("./postgres-store.ts");
    return new PostgresStore(databaseUrl);
  }
  const { SqliteStore } = await import("./sqlite-store.ts");
  return new SqliteStore(databaseUrl.replace(/^file:(\/\/(?=\/))?/, ""));
}
