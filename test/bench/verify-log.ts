/**
 * How long `votes verify` takes: `npx node test/bench/verify-log.ts [votes]`. Fills a store in a temporary folder with so
 * many votes (100,000) and times the recount of its log, and the whole command as a process of its own.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkChain, compareCounts } from "../../src/cli/votes/check-log.ts";
import { rowsOf, tallyOf } from "../../src/cli/votes/read-log.ts";
import { SqliteStore } from "../../src/nomination/node/sqlite-store.ts";
import { castVotes } from "../cli/votes/vote-store.ts";

const votes = Number(process.argv[2] ?? 100_000);
const program = fileURLToPath(new URL("../../src/cli/praktika.js", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "praktika-bench-"));
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(3)} s`;

try {
  mkdirSync(join(root, ".praktika"));
  const store = new SqliteStore(join(root, ".praktika/votes.db"));
  await store.migrate();
  const practices = Array.from({ length: 1_700 }, (_, index) => `practice-${index}`);
  let started = performance.now();
  await castVotes(store, votes, ({ index }) => practices[(index * 7919) % practices.length] ?? "");
  console.log(`${votes} votes recorded in ${seconds(started)}`);
  for (let run = 1; run <= 5; run++) {
    started = performance.now();
    const before = process.cpuUsage();
    const rows = await rowsOf(store);
    const read = seconds(started);
    const { fault } = checkChain(rows);
    const differences = compareCounts(rows, await tallyOf(store, new Date()));
    const { user, system } = process.cpuUsage(before);
    const verdict = `${fault ? "fault" : "whole"}, ${differences.length} differences`;
    // On a busy machine the time of the processor says more than the time on the wall.
    console.log(`run ${run}: read ${read}, all ${seconds(started)}, processor ${(user + system) / 1e6} s; ${verdict}`);
  }
  await store.close();
  started = performance.now();
  const { status } = spawnSync(process.execPath, [program, "votes", "verify", "--root", root], { stdio: "inherit" });
  console.log(`the command: ${seconds(started)}, status ${status}`);
} finally {
  rmSync(root, { recursive: true, force: true });
}
