import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256Hex } from "../../../src/nomination/node/node-primitives.ts";
import { readAddress } from "../../../src/nomination/node/postgres-pool.ts";
import { PostgresStore } from "../../../src/nomination/node/postgres-store.ts";
import { recount } from "../../../src/nomination/vote-log.ts";
import { runs } from "../../setup/soak.ts";
import { ballot, ballots } from "./ballots.ts";
import { describeStore, type OpenedStore } from "./contract.ts";
import { type PostgresServer, startPostgres } from "./embedded-postgres.ts";
import { startSilentProxy } from "./silent-proxy.ts";

let server: PostgresServer;
let address: string;
/** A connection past the stores. */
let admin: Sql;
beforeAll(async () => {
  server = await startPostgres();
  address = await server.createDatabase();
  admin = postgres(address, {
    max: 1,
    connection: { search_path: "praktika" },
    onnotice: () => {},
    fetch_types: false,
  });
});
afterAll(async () => {
  await admin?.end();
  await server?.remove();
});

/** A store without tables. */
async function openStore(settings = "", answerMs = 120_000): Promise<OpenedStore> {
  const url = address + settings;
  await admin`DROP SCHEMA IF EXISTS praktika CASCADE`;
  const stores: PostgresStore[] = [];
  const connect = async () => {
    const store = new PostgresStore(url, { answerMs });
    stores.push(store);
    return store;
  };
  const close = async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
  };
  return {
    store: await connect(),
    second: connect,
    reopen: async () => {
      await close();
      return connect();
    },
    tamper: async (sql) => {
      await admin.unsafe(sql);
    },
    close,
  };
}

/** Of a store that has to say soon that it gets no answer. */
const hastyMs = 3_000;

/** What a promise comes to; "too late" if it took the limit of editors, a minute, for that of readers. */
function comesTo(promise: Promise<unknown>): Promise<unknown> {
  const tooLate = new Promise((resolve) => setTimeout(resolve, 10 * hastyMs, "too late"));
  return Promise.race([promise.then(() => "answered").catch(() => "rejected"), tooLate]);
}

describeStore("PostgresStore", openStore);

describe("PostgresStore", () => {
  it("works without prepared statements", async () => {
    const { store, close } = await openStore("?pgbouncer=true&channel_binding=prefer");
    await store.migrate();
    const [counted, spoiled] = await store.record([ballot("a"), ballot("b", { purpose: "spoil" })]);
    expect([counted, spoiled]).toEqual([{ outcome: "counted", sequence: 1, count: 1 }, { outcome: "spoiled" }]);
    expect(await store.record([ballot("a"), ballot("b")])).toMatchObject([
      { outcome: "already-counted" },
      { outcome: "already-spent" },
    ]);
    expect(await store.rows(1, 10)).toHaveLength(1);
    expect(await store.rebuildTally()).toEqual([]);
    await close();
  });

  it("refuses to empty the log, also to a session that plays a replica", async () => {
    const { store, tamper, close } = await openStore();
    await store.migrate();
    await store.record([ballot("a")]);
    await expect(tamper("TRUNCATE log")).rejects.toThrow(/append-only/);
    const replica = "SET LOCAL session_replication_role = replica;";
    await expect(tamper(`${replica} DELETE FROM log`)).rejects.toThrow(/append-only/);
    expect((await store.head()).size).toBe(1);
    await close();
  });

  it("needs no right to create anything once the tables are there", async () => {
    const { store: owner, tamper, close } = await openStore();
    await owner.migrate();
    await tamper(
      `CREATE ROLE clerk LOGIN PASSWORD 'clerk'; GRANT USAGE ON SCHEMA praktika TO clerk;
      GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA praktika TO clerk;
      GRANT UPDATE, DELETE ON praktika.spent, praktika.tally, praktika.used, praktika.salt, praktika.trial TO clerk`,
    );
    const store = new PostgresStore(address.replace(/\/\/.*@/, "//clerk:clerk@"));
    await store.migrate();
    expect(await store.record([ballot("a")])).toEqual([{ outcome: "counted", sequence: 1, count: 1 }]);
    await store.salt("2026-11-24", new Uint8Array(32));
    expect(await store.rebuildTally()).toEqual([]);
    await store.close();
    await close();
  });

  it("says in time that the database is down, and goes on when it is back", async () => {
    const { store, second, close } = await openStore("", hastyMs);
    const other = await second();
    await store.migrate();
    await store.record(ballots(5, "before"));
    await other.head();
    await server.stop();
    const asked = [store.record([ballot("down")]), other.record([ballot("down")]), store.head(), other.counts()];
    expect(await Promise.all(asked.map(comesTo))).toEqual(Array(4).fill("rejected"));
    await server.start();
    expect(await store.record([ballot("down"), ballot("before 0")])).toEqual([
      { outcome: "counted", sequence: 6, count: 6 },
      { outcome: "already-counted", sequence: 1, count: 6 },
    ]);
    expect((await other.head()).size).toBe(6);
    await close();
  });

  it("loses nothing that it has confirmed when the database is stopped under load", async () => {
    const { store, close } = await openStore();
    await store.migrate();
    await store.head();
    const entries = ballots(400, "load");
    const sent = Promise.allSettled(
      entries.map(async (entry, index) => {
        await new Promise((resolve) => setTimeout(resolve, index));
        return store.record([entry]);
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 150));
    await server.stop();
    const answers = await sent;
    await server.start();
    const size = (await store.head()).size;
    const again = (await store.record(entries)).map(({ outcome }) => outcome);
    expect((await store.head()).size).toBe(entries.length);
    for (const [index, answer] of answers.entries()) {
      if (answer.status === "fulfilled") expect(again[index]).toBe("already-counted");
    }
    expect(again.filter((outcome) => outcome === "counted")).toHaveLength(entries.length - size);
    await close();
  });

  it("survives connections that the database ends in the middle of a transaction", async () => {
    const { store, second, tamper, close } = await openStore();
    const other = await second();
    await store.migrate();
    const counted = new Set<string>();
    for (let round = 0; round < runs(4, 10); round++) {
      const entries = ballots(10, `round ${round}`);
      const sent = Promise.allSettled(
        entries.map(async (entry, index) => {
          await (index % 2 ? store : other).record([entry]);
          counted.add(entry.commitment);
        }),
      );
      await tamper(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'praktika'`);
      await sent;
    }
    // A connection of which the end has not been noticed yet would tell nothing.
    const fresh = await second();
    for (const commitment of counted) expect((await fresh.findVote(commitment))?.row.kind).toBe("vote");
    const { head, fault } = recount(await fresh.rows(1, 1_000), sha256Hex, await fresh.head());
    expect(fault).toBeUndefined();
    expect(head.size).toBeGreaterThanOrEqual(counted.size);
    expect(await fresh.rebuildTally()).toEqual([]);
    await close();
  });

  it("leaves connections that fell silent for new ones", async () => {
    const proxy = await startSilentProxy(server.port);
    const { store: direct, close } = await openStore();
    await direct.migrate();
    const store = new PostgresStore(address.replace(String(server.port), String(proxy.port)), {
      connections: 1,
      answerMs: hastyMs,
    });
    await store.record([ballot("a")]);
    proxy.fallSilent();
    expect(await comesTo(store.record([ballot("b")]))).toBe("rejected");
    // New connections get no answer either.
    expect(await comesTo(store.head())).toBe("rejected");
    proxy.speak();
    expect(await store.record([ballot("c"), ballot("a")])).toMatchObject([
      { outcome: "counted", sequence: 2 },
      { outcome: "already-counted" },
    ]);
    await store.close();
    await proxy.close();
    await close();
  });

  it("gives up a turn that another program holds, and takes it when it is free", async () => {
    const { store, close } = await openStore("", hastyMs);
    await store.migrate();
    const holder = postgres(address, { max: 1 });
    await holder`SELECT pg_advisory_lock(1886544235, 1)`;
    expect(await comesTo(store.record([ballot("a")]))).toBe("rejected");
    expect((await store.head()).size).toBe(0);
    await holder.end();
    expect(await store.record([ballot("a")])).toMatchObject([{ outcome: "counted" }]);
    await close();
  });

  it("does not show the address when it cannot be read", () => {
    let error: unknown;
    try {
      new PostgresStore("postgres://user:top#secret@host:port/votes");
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(Error);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain("secret");
    expect((error as Error).cause).toBeUndefined();
  });
});

describe("readAddress", () => {
  const address = "postgres://user:password@host:5432/votes";

  it("keeps what the driver understands", () => {
    expect(readAddress(address)).toBe(address);
    expect(readAddress(`${address}?sslmode=require&prepare=false`)).toBe(`${address}?sslmode=require&prepare=false`);
  });

  it("drops settings of other drivers, which the server would refuse", () => {
    expect(readAddress(`${address}?sslmode=require&channel_binding=require&connection_limit=1`)).toBe(
      `${address}?sslmode=require`,
    );
    expect(readAddress(`${address}?connect_timeout=300`)).toBe(address);
  });

  it("prepares nothing behind a pooler that says so", () => {
    expect(readAddress(`${address}?pgbouncer=true`)).toBe(`${address}?prepare=false`);
  });
});
