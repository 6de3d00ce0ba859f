import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { SqliteStore } from "../../../src/nomination/node/sqlite-store.ts";
import { describeStore } from "./contract.ts";

describeStore("SqliteStore", async () => {
  const folder = await mkdtemp(join(tmpdir(), "praktika-sqlite-"));
  const path = join(folder, "votes.db");
  const stores: SqliteStore[] = [];
  const connect = async () => {
    const store = new SqliteStore(path);
    stores.push(store);
    return store;
  };
  const closeStores = async () => {
    for (const store of stores.splice(0)) await store.close();
  };
  return {
    store: await connect(),
    second: connect,
    reopen: async () => {
      await closeStores();
      return connect();
    },
    tamper: async (sql) => {
      const database = new DatabaseSync(path);
      try {
        database.exec(sql);
      } finally {
        database.close();
      }
    },
    close: async () => {
      await closeStores();
      await rm(folder, { recursive: true });
    },
  };
});

it("keeps the file of votes to its owner", async () => {
  const folder = await mkdtemp(join(tmpdir(), "praktika-sqlite-"));
  const store = new SqliteStore(join(folder, "new folder", "votes.db"));
  await store.migrate();
  expect((await stat(join(folder, "new folder", "votes.db"))).mode & 0o777).toBe(0o600);
  await store.close();
  await rm(folder, { recursive: true });
});
