import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { Miniflare, type MiniflareOptions, Response as WorkerResponse } from "miniflare";
import { bundleWorker, workerOptions } from "../../deploy/bundle.ts";

/*
 * What the worker weighs and how long it takes to start: `npx node test/bench/worker-start.ts [rounds]`. Times: median, and
 * fastest, which says more on a machine that has other work.
 */

const rounds = Number(process.argv[2] ?? 15);
const secret = "a secret that only benchmarks know, 32+";

/** Parts whose weight is worth knowing: what the bundle loses if it does without them. */
const parts: Readonly<Record<string, readonly string[]>> = {
  "altcha-lib": ["altcha-lib", "altcha-lib/*"],
  "Hono, its HTML left out": ["hono/tiny"],
  "texts of both languages": ["./bg.ts", "./en.ts"],
  "form's page, Hono's HTML": ["../form-page.ts", "hono/html"],
  "D1 store, migrations": ["../stores/d1-store.ts"],
  "hosted captchas": ["./captcha/hosted-captcha.ts"],
  ledger: ["../ledger.ts"],
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const packed = (bytes: Uint8Array): number => gzipSync(bytes, { level: 9 }).length;
const printSize = (name: string, bytes: number) => console.log(`${name.padEnd(48)} ${String(bytes).padStart(8)} bytes`);
const printTimes = (name: string, times: readonly number[]) =>
  console.log(
    `${name.padEnd(48)} ${median(times).toFixed(1).padStart(8)} ms ${Math.min(...times)
      .toFixed(1)
      .padStart(8)} ms`,
  );

const folder = await mkdtemp(join(tmpdir(), "praktika-worker-"));
try {
  await bundleWorker(folder);
  await weigh();
  importInNode();
  await startInWorkerd();
} finally {
  await rm(folder, { recursive: true });
}

async function weigh(): Promise<void> {
  for (const name of await readdir(folder)) printSize(`${name}, gzip`, packed(await readFile(join(folder, name))));
  const whole = packed(await readFile(join(folder, "worker.js")));
  for (const [name, external] of Object.entries(parts)) {
    const { outputFiles } = await build({ ...workerOptions, outdir: folder, write: false, external: [...external] });
    const worker = outputFiles.find(({ path }) => path.endsWith("worker.js"));
    printSize(`worker.js, share of ${name}`, whole - packed(worker?.contents ?? new Uint8Array()));
  }
}

/** Each time in a new process, so that nothing is compiled yet. */
function importInNode(): void {
  const file = JSON.stringify(join(folder, "worker.js"));
  const program = `const t = performance.now(); await import(${file}); console.log(performance.now() - t)`;
  const times = Array.from({ length: rounds }, () => {
    return Number(execFileSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" }));
  });
  printTimes("import in a new Node process", times);
}

async function startInWorkerd(): Promise<void> {
  const times = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, milliseconds] of await firstResponses()) {
      times.set(name, [...(times.get(name) ?? []), milliseconds]);
    }
  }
  for (const [name, values] of times) printTimes(name, values);
}

/** The first answers of a new workerd: of an empty worker, then of ours with a database that it has seen before. */
async function firstResponses(): Promise<[string, number][]> {
  const found: [string, number][] = [];
  const time = async (name: string, url: URL | string, init?: RequestInit): Promise<Response> => {
    const begun = performance.now();
    const response = await fetch(url, init);
    await response.clone().arrayBuffer();
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    found.push([name, performance.now() - begun]);
    return response;
  };
  const empty = new Miniflare({
    ...(await optionsOf("export default { fetch: () => new Response('') }")),
  });
  const emptyUrl = await empty.ready;
  await time("workerd: first response of an empty worker", emptyUrl);
  await empty.dispose();

  const persisted = await mkdtemp(join(tmpdir(), "praktika-d1-"));
  for (const isNew of [true, false]) {
    const workerd = new Miniflare(await optionsOf(undefined, persisted));
    const url = await workerd.ready;
    await time(`workerd: first response, ${isNew ? "new" : "known"} database`, new URL("/healthz", url));
    if (!isNew) {
      const headers = { Origin: "https://site.example", "Content-Type": "application/json" };
      const body = JSON.stringify({ practice: "solar-roofs" });
      const init = { method: "POST", headers, body };
      const challenge = await time("workerd: then the first challenge", new URL("/api/challenges", url), init);
      const { image, audio } = (await challenge.json()) as { image: string; audio: string };
      await time("workerd: then the first picture", new URL(image, url));
      await time("workerd: then the first sound", new URL(`${audio}?lang=bg`, url));
      await time("workerd: second response", new URL("/healthz", url));
    }
    await workerd.dispose();
  }
  await rm(persisted, { recursive: true });
  return found;
}

async function optionsOf(script: string | undefined, persisted?: string): Promise<MiniflareOptions> {
  const names = (await readdir(folder)).sort((a, b) => Number(b === "worker.js") - Number(a === "worker.js"));
  const modules = script
    ? [{ type: "ESModule", path: "worker.js", contents: script }]
    : await Promise.all(
        names.map(async (path) => ({ type: "ESModule", path, contents: await readFile(join(folder, path), "utf8") })),
      );
  return {
    modules,
    modulesRoot: "/",
    compatibilityDate: "2026-01-01",
    host: "127.0.0.1",
    d1Databases: ["DB"],
    d1Persist: persisted ?? false,
    bindings: { PRAKTIKA_SECRET: secret, PRAKTIKA_SITE_URL: "https://site.example" },
    outboundService: ({ url }: { url: string }) =>
      WorkerResponse.json(url.endsWith("/nominees.json") ? ["solar-roofs"] : {}),
    handleRuntimeStdio: () => {},
  } as MiniflareOptions;
}
