import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, inject } from "vitest";
import { compileCache } from "./compile-cache.ts";
import { endProcesses, markProcesses } from "./processes.ts";
import { isSoak } from "./soak.ts";

/** Runs before each test file, in its process. */

/** A run that fails fails again. `npm run soak` takes other inputs than `npm test`, and more. */
fc.configureGlobal(isSoak ? { seed: 20_261_129, numRuns: 2_000 } : { seed: 20_261_128 });

// Programs that tests start have been compiled by an earlier one.
process.env.NODE_COMPILE_CACHE = compileCache;

// What a test leaves behind goes with the folder of the run.
process.env.TMPDIR = inject("runFolder");

const mark = `${inject("runFolder")}/${randomUUID()}`;
markProcesses(mark);

const graceMs = 10_000;

afterAll(async () => {
  const left = await endProcesses(mark, graceMs);
  if (left.length > 0) throw new Error(`This test file left processes running:\n${left.join("\n")}`);
});
