import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { Miniflare, type MiniflareOptions, Response as WorkerResponse } from "miniflare";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { bundleWorker } from "../../../deploy/bundle.ts";
import { patient } from "../patient.ts";
import { origin, secret } from "../test-endpoint.ts";
import { describeEntry, get, post, type RunningEntry, rightBallot } from "./contract.ts";
import { siteFiles } from "./published-site.ts";

let folder: string;
let modules: { type: "ESModule"; path: string; contents: string }[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "praktika-worker-"));
  await bundleWorker(folder);
  const names = (await readdir(folder)).sort(
    (left, right) => Number(right === "worker.js") - Number(left === "worker.js"),
  );
  modules = await Promise.all(
    names.map(async (name) => {
      return { type: "ESModule" as const, path: name, contents: await readFile(join(folder, name), "utf8") };
    }),
  );
});
afterAll(() => rm(folder, { recursive: true }));

const answerFile = (url: string): WorkerResponse => {
  const file = siteFiles[new URL(url).pathname];
  return WorkerResponse.json(file ?? null, { status: file ? 200 : 404 });
};

/** The bundle as it is deployed, in a real workerd with a real D1; log lines come to `log`. */
async function startWorker(
  options: Partial<MiniflareOptions> & { readonly bindings?: Record<string, string> } = {},
  log: string[] = [],
): Promise<{ readonly workerd: Miniflare; readonly entry: RunningEntry }> {
  const workerd = new Miniflare({
    modules,
    modulesRoot: "/",
    compatibilityDate: "2026-01-01",
    host: "127.0.0.1",
    d1Databases: ["DB"],
    outboundService: ({ url }: { url: string }) => answerFile(url),
    handleRuntimeStdio: (stdout: Readable, stderr: Readable) => {
      for (const stream of [stdout, stderr]) stream.on("data", (bytes: Buffer) => log.push(String(bytes)));
    },
    ...options,
    bindings: { PRAKTIKA_SECRET: secret, PRAKTIKA_SITE_URL: origin, ...patient, ...options.bindings },
  } as MiniflareOptions);
  await workerd.ready;
  const send = async (request: Request, address: string): Promise<Response> => {
    const response = await workerd.dispatchFetch(request.url, {
      method: request.method,
      headers: { ...Object.fromEntries(request.headers), "CF-Connecting-IP": address },
      ...(request.method === "POST" && { body: await request.text() }),
      redirect: "manual",
    });
    return response as unknown as Response;
  };
  return { workerd, entry: { origin, send, close: () => workerd.dispose() } };
}

describeEntry("Cloudflare Workers", async () => (await startWorker()).entry);

describe("a worker", () => {
  let running: Awaited<ReturnType<typeof startWorker>>;
  afterEach(() => running.workerd.dispose());

  test("starts once for many requests that come at the same time", async () => {
    running = await startWorker();
    const paths = Array.from({ length: 20 }, (_, index) => (index % 2 ? "/healthz" : "/nominate/solar-roofs"));
    const responses = await Promise.all(paths.map((path) => get(running.entry, path)));
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([200]));
  });

  test("reads the lists from its own static assets where it serves the site as well", async () => {
    running = await startWorker({
      serviceBindings: { ASSETS: ({ url }: { url: string }) => answerFile(url) } as never,
      outboundService: () => new WorkerResponse("nothing outside", { status: 500 }),
    });
    const response = await post(running.entry, "/api/nominations", await rightBallot(running.entry, "solar-roofs"), {
      address: "192.0.2.1",
    });
    expect(response.status).toBe(201);
  });

  test("answers 503 and names the wrong settings in the log", async () => {
    const log: string[] = [];
    running = await startWorker({ d1Databases: [], bindings: { PRAKTIKA_SECRET: "short" } }, log);
    const response = await get(running.entry, "/healthz");
    expect([response.status, response.headers.get("content-type")]).toEqual([503, "application/problem+json"]);
    await expect.poll(() => log.join("")).toContain("at least 32 characters each; DB is missing");
    expect(log.join("")).not.toContain("short");
  });

  test("goes on for others with what it began for a reader who has left", async () => {
    let asked = 0;
    const { promise: hasLeft, resolve: leave } = Promise.withResolvers<void>();
    const slowSite = async ({ url }: { url: string }) => {
      asked++;
      await hasLeft;
      return answerFile(url);
    };
    running = await startWorker({ outboundService: slowSite as never });
    expect((await get(running.entry, "/healthz")).status).toBe(200);
    const { hostname, port } = await running.workerd.ready;
    const leaving = connect(Number(port), hostname);
    leaving.write(`GET /nominate/solar-roofs HTTP/1.1\r\nHost: ${hostname}:${port}\r\n\r\n`);
    await expect.poll(() => asked, { interval: 10 }).toBe(2);
    // Not with a mere farewell, after which a client may still read.
    leaving.resetAndDestroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    leave();
    expect((await get(running.entry, "/nominate/solar-roofs")).status).toBe(200);
    // nominees.json and ballot-paper.json, each read once.
    expect(asked).toBe(2);
  });

  test("logs nothing of addresses, tokens, answers or receipts", async () => {
    const log: string[] = [];
    running = await startWorker({}, log);
    const ballot = await rightBallot(running.entry, "solar-roofs");
    const response = await post(running.entry, "/api/nominations", ballot, { address: "203.0.113.77" });
    const { receipt } = (await response.json()) as { receipt: string };
    await expect.poll(() => log.join("")).toContain('"outcome":"counted"');
    for (const hidden of ["203.0.113", ballot.token, ballot.answer, receipt])
      expect(log.join("")).not.toContain(hidden);
  });

  test("fixes the tally when its cron trigger fires", async () => {
    running = await startWorker();
    const { workerd, entry } = running;
    const vote = await post(entry, "/api/nominations", await rightBallot(entry, "solar-roofs"), {
      address: "192.0.2.1",
    });
    expect(vote.status).toBe(201);
    const database = await workerd.getD1Database("DB");
    await database.prepare("UPDATE tally SET votes = 400 WHERE practice = 'solar-roofs'").run();
    const worker = await workerd.getWorker();
    expect((await worker.scheduled({ cron: "17 3 * * *" })).outcome).toBe("ok");
    const tally = await (await get(entry, "/api/tally")).json();
    expect(tally).toMatchObject({ counts: { "solar-roofs": 1 } });
  });

  test("keeps the tally for readers who come soon, for each origin, and not for one who has voted", async () => {
    running = await startWorker();
    const { entry } = running;
    const ask = (headers: Record<string, string>) => get(entry, "/api/tally", headers);
    expect(await (await ask({ Origin: origin })).json()).toMatchObject({ counts: {} });
    const ballot = await rightBallot(entry, "solar-roofs");
    await post(entry, "/api/nominations", ballot, { address: "192.0.2.1" });
    const soon = await ask({ Origin: origin });
    expect(await soon.json()).toMatchObject({ counts: {} });
    expect(soon.headers.get("access-control-allow-origin")).toBe(origin);
    const voter = await ask({ Origin: origin, "Cache-Control": "no-cache" });
    expect(await voter.json()).toMatchObject({ counts: { "solar-roofs": 1 } });
    const elsewhere = await ask({ Origin: "https://elsewhere.example" });
    expect(elsewhere.headers.get("access-control-allow-origin")).toBeNull();
    expect(await elsewhere.json()).toMatchObject({ counts: { "solar-roofs": 1 } });
  });
});
