// npm run bench:nominations – votes a second of each store against the same handler without one, interleaved in one run.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type PostgresServer, startPostgres } from "../../nomination/stores/embedded-postgres.ts";
import { prepareRequests } from "./ballots.ts";
import { sendLoad } from "./load.ts";

const rounds = Number(process.argv[2] ?? 5);
const ballots = 10_000;
const connections = 64;
// Not a temporary file system in memory: the disk's part is what is measured.
const folder = mkdtempSync(join(process.env.BENCH_DISK ?? "/var/tmp", "praktika-bench-"));
let postgres: PostgresServer | undefined;

function start(store: string): Promise<{ port: number; child: ChildProcess }> {
  const script = fileURLToPath(new URL("server.ts", import.meta.url));
  const child = spawn(process.execPath, [script, store], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve) => child.stdout?.once("data", (port) => resolve({ port: Number(port), child })));
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

try {
  postgres = await startPostgres({ durable: true });
  const stores: [string, string][] = [
    ["no store", "none"],
    ["SQLite, group commit", join(folder, "group.db")],
    ["SQLite, single commits", `single:${join(folder, "single.db")}`],
    ["PostgreSQL, group commit", await postgres.createDatabase()],
    ["PostgreSQL, single commits", `single:${await postgres.createDatabase()}`],
  ];
  const figures = new Map(stores.map(([name]) => [name, [] as number[]]));
  const servers = [];
  for (const [name, store] of stores) servers.push({ name, ...(await start(store)) });
  for (let round = 0; round <= rounds; round++) {
    for (const { name, port } of servers) {
      const requests = await prepareRequests(name.includes("single") ? ballots / 5 : ballots);
      const { perSecond, statuses } = await sendLoad(port, requests, connections);
      if (statuses.size !== 1 || !statuses.has("201")) throw new Error(`${name}: ${[...statuses]}`);
      // The first round warms up.
      if (round > 0) figures.get(name)?.push(perSecond);
    }
  }
  const base = median(figures.get("no store") ?? []);
  for (const [name, values] of figures) {
    const shown = values.map((value) => Math.round(value)).join(" ");
    const ratios = values.map((value, index) => value / (figures.get("no store")?.[index] ?? base));
    console.log(
      `${name.padEnd(28)} ${Math.round(median(values))} votes/s, ${median(ratios).toFixed(2)} of no store (${shown})`,
    );
  }
  const sqlite = servers.find(({ name }) => name === "SQLite, group commit");
  if (sqlite) {
    const { latencies } = await sendLoad(sqlite.port, await prepareRequests(5_000), connections, 500);
    const at = (share: number): string => (latencies[Math.floor(latencies.length * share)] ?? 0).toFixed(1);
    console.log(`SQLite at 500 a second: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(0.9999)} ms`);
  }
  for (const { child } of servers) child.kill();
} finally {
  await postgres?.remove();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
