import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import { afterAll, beforeAll } from "vitest";
import type { VoteStore } from "../../../src/nomination/store.ts";
import { describeStore } from "./contract.ts";
import type { Question } from "./d1-worker.ts";
import { fromWire, toWire } from "./wire.ts";

/** Databases, of which each test takes one. */
const names = Array.from({ length: 80 }, (_, index) => `DB${index}`);
let taken = 0;

let folder: string;
let script: string;
let workerd: Miniflare;

/** A real workerd with real D1 databases in a folder. */
function startWorkerd(): Miniflare {
  return new Miniflare({
    modules: true,
    script,
    compatibilityDate: "2026-01-01",
    d1Databases: names,
    d1Persist: folder,
    host: "127.0.0.1",
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "praktika-d1-"));
  const entry = join(import.meta.dirname, "d1-worker.ts");
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "esm", write: false });
  script = outputFiles[0]?.text ?? "";
  workerd = startWorkerd();
  await workerd.ready;
});
afterAll(async () => {
  await workerd?.dispose();
  await rm(folder, { recursive: true });
});

async function ask(question: Question): Promise<unknown> {
  const response = await workerd.dispatchFetch("http://store/", { method: "POST", body: toWire(question) });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return (fromWire(text) as { value?: unknown }).value;
}

const methods = [
  "migrate",
  "record",
  "salt",
  "used",
  "tally",
  "counts",
  "head",
  "rows",
  "findVote",
  "rehearse",
  "rebuildTally",
  "restore",
  "close",
];

/** A store whose methods run inside workerd, one request each. */
function remoteStore(database: string): VoteStore {
  const call = (method: string) => [method, (...parameters: unknown[]) => ask({ database, method, parameters })];
  return Object.fromEntries(methods.map(call));
}

describeStore("D1Store in workerd", async () => {
  const database = names[taken++] as string;
  return {
    store: remoteStore(database),
    second: async () => remoteStore(database),
    reopen: async () => {
      await workerd.dispose();
      workerd = startWorkerd();
      return remoteStore(database);
    },
    tamper: async (sql) => {
      await ask({ database, method: "run", parameters: [sql] });
    },
    close: async () => {},
  };
});
