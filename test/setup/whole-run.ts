import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { compileCache } from "./compile-cache.ts";
import { chooseMemory } from "./memory.ts";
import { endProcesses, markProcesses } from "./processes.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Temporary files of this run, removed after it. */
    runFolder: string;
    /** Where the shared site and browser are asked for. */
    sharedServices: string;
  }
}

/** What the files of a run take at most; writing them to a disk takes a third of the processor's time. */
const enoughBytes = 3 * 1024 ** 3;

const graceMs = 10_000;

/** Runs once before all test files; what it returns runs after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const runFolder = realpathSync(mkdtempSync(join(chooseMemory(enoughBytes) ?? tmpdir(), "praktika-")));
  // PostgreSQL runs as a user of its own where the tests run as root.
  chmodSync(runFolder, 0o711);
  shareCompileCache();
  markProcesses(`${runFolder}/shared`);
  const shared = join(runFolder, "shared");
  mkdirSync(shared);
  project.provide("runFolder", runFolder);
  const services = startSharedServices(shared);
  const [url] = await once(services, "message");
  project.provide("sharedServices", String(url));
  return async () => {
    const ended = once(services, "exit");
    services.disconnect();
    await ended;
    const left = await endProcesses(`${runFolder}/`, graceMs);
    rmSync(runFolder, { recursive: true, force: true, maxRetries: 3 });
    if (left.length > 0) throw new Error(`The tests left processes running:\n${left.join("\n")}`);
  };
}

/** Programs that tests start are compiled once, also for the ordinary account that some of them run as. */
function shareCompileCache(): void {
  mkdirSync(compileCache, { recursive: true });
  try {
    chmodSync(compileCache, 0o1777);
  } catch {
    // It is somebody else's, who has done so.
  }
}

function startSharedServices(folder: string): ChildProcess {
  return fork(fileURLToPath(new URL("shared-services.ts", import.meta.url)), [folder], { execArgv: [] });
}
