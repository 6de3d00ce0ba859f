import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { SqliteStore } from "../../../src/nomination/node/sqlite-store.ts";
import { openSqliteThread } from "../../../src/nomination/node/sqlite-thread.ts";
import type { VoteStore } from "../../../src/nomination/store.ts";
import { describeStore, type OpenedStore } from "./contract.ts";

const ways: readonly { name: string; open: (path: string) => VoteStore }[] = [
  { name: "SqliteStore", open: (path) => new SqliteStore(path) },
  { name: "SqliteStore in a thread", open: openSqliteThread },
];

for (const { name, open } of ways) describeStore(name, () => openIn(open));

async function openIn(open: (path: string) => VoteStore): Promise<OpenedStore> {
  const folder = await mkdtemp(join(tmpdir(), "praktika-sqlite-"));
  const path = join(folder, "votes.db");
  const stores: VoteStore[] = [];
  const connect = async () => {
    const store = open(path);
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
}

it("keeps the file of votes to its owner", async () => {
  const folder = await mkdtemp(join(tmpdir(), "praktika-sqlite-"));
  const store = new SqliteStore(join(folder, "new folder", "votes.db"));
  await store.migrate();
  expect((await stat(join(folder, "new folder", "votes.db"))).mode & 0o777).toBe(0o600);
  await store.close();
  await rm(folder, { recursive: true });
});

describe("a thread of the store", () => {
  it("that cannot open its file says so", async () => {
    const folder = await mkdtemp(join(tmpdir(), "praktika-sqlite-"));
    const store = openSqliteThread(folder);
    await expect(store.migrate()).rejects.toMatchObject({ code: "ERR_SQLITE_ERROR" });
    await expect(store.head()).rejects.toThrow();
    await rm(folder, { recursive: true });
  });

  it("hands over the codes of a fault, which tell a full disk from a bad ballot", async () => {
    const folder = await mkdtemp(join(tmpdir(), "praktika-sqlite-"));
    const store = openSqliteThread(join(folder, "votes.db"));
    // No tables yet.
    await expect(store.head()).rejects.toMatchObject({ code: "ERR_SQLITE_ERROR", errcode: 1 });
    await store.close();
    await rm(folder, { recursive: true });
  });
});
