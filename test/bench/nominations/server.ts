// One endpoint for the benchmark, in a process of its own: node server.ts <store>, where store is
// none | sqlite:<path> | sqlite-single:<path> | postgres-url | single:postgres-url. Says its port on stdout.
import { serve } from "@hono/node-server";
import { createNominationApp } from "../../../src/nomination/app.ts";
import { createServices } from "../../../src/nomination/create-services.ts";
import { GroupCommit } from "../../../src/nomination/node/group-commit.ts";
import { createServerPrimitives } from "../../../src/nomination/node/node-primitives.ts";
import { PostgresStore } from "../../../src/nomination/node/postgres-store.ts";
import { openSqliteThread } from "../../../src/nomination/node/sqlite-thread.ts";
import type { Services } from "../../../src/nomination/services.ts";
import { readSettings } from "../../../src/nomination/settings.ts";
import { benchOrigin, benchPractices, benchSecret } from "./ballots.ts";

const [, , kind = "none"] = process.argv;
const single = kind.startsWith("single:");
const target = kind.replace(/^single:/, "");

/** Answers as a store does, and keeps nothing. */
const nothing: Services["store"] = {
  salt: async (_day, fresh) => fresh,
  used: async () => new Map(),
  tally: async () => ({ counts: new Map(), log: { size: 0, root: "0".repeat(64) } }),
  rehearse: async () => true,
  head: async () => ({ size: 0, root: "0".repeat(64) }),
  rows: async () => [],
  findVote: async () => undefined,
};

async function openStore(): Promise<Pick<Services, "store" | "record">> {
  if (target === "none") return { store: nothing, record: async () => ({ outcome: "counted", sequence: 1, count: 1 }) };
  const store = target.startsWith("postgres:")
    ? new PostgresStore(target, { connections: 16 })
    : openSqliteThread(target);
  await store.migrate();
  const commits = new GroupCommit(store);
  return {
    store,
    record: single
      ? async (entry) => {
          const [recorded] = await store.record([entry]);
          if (!recorded) throw new Error("no result");
          return recorded;
        }
      : (entry) => commits.record(entry),
  };
}

const settings = readSettings({
  PRAKTIKA_SECRET: benchSecret,
  PRAKTIKA_SITE_URL: benchOrigin,
  PRAKTIKA_QUOTA_PRACTICE: "999999",
  PRAKTIKA_QUOTA_NETWORK: "999999",
});
const services = await createServices(settings, {
  ...(await openStore()),
  primitives: createServerPrimitives(),
  readSiteFile: async (name) => (name === "nominees.json" ? benchPractices : {}),
  // Voters of many networks, as the store meets them.
  clientAddress: () => `10.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}.1`,
  observe: () => undefined,
  metrics: undefined,
});
const app = createNominationApp(services);
serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => process.stdout.write(`${port}\n`));
process.on("SIGTERM", () => process.exit(0));
