import { spawn } from "node:child_process";
import { readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import { sha256Hex } from "../../../src/nomination/node/node-primitives.ts";
import { SqliteStore } from "../../../src/nomination/node/sqlite-store.ts";
import { recount } from "../../../src/nomination/vote-log.ts";
import { isSoak } from "../../setup/soak.ts";
import { createTestEndpoint } from "../test-endpoint.ts";
import { endServeProcesses, prepareBallots, send, siteRoot, startServe } from "./serve-process.ts";

async function tallyOf(url: string): Promise<number> {
  const { counts } = (await (await fetch(`${url}/api/tally`)).json()) as { counts: Record<string, number> };
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

afterEach(endServeProcesses);

const openVotes = (root: string): SqliteStore => new SqliteStore(join(root, ".praktika", "votes.db"));

describe("the endpoint", () => {
  it("answers 503 when the disk is full, and goes on where it was when there is room again", async () => {
    const root = siteRoot();
    // A file may have at most 1,024 blocks: what a full disk does to the database.
    const full = await startServe(root, { shellPrefix: "ulimit -f 1024;" });
    let counted = 0;
    let refused: Response | undefined;
    const ballots = [...(await prepareBallots(2_000))];
    let refusedBallot = ballots[0];
    while (!refused && ballots.length > 0) {
      const ballot = ballots.pop();
      if (!ballot) break;
      const response = await send(full.url, ballot);
      if (response?.status === 201) counted += 1;
      else {
        refused = response;
        refusedBallot = ballot;
      }
    }
    expect(counted).toBeGreaterThan(10);
    expect(refused?.status).toBe(503);
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused?.json()).toMatchObject({ code: "store-down" });
    await full.end("SIGTERM");
    const roomy = await startServe(root);
    expect(await tallyOf(roomy.url)).toBe(counted);
    if (refusedBallot) expect((await send(roomy.url, refusedBallot))?.status).toBe(201);
    await roomy.end("SIGTERM");
    const store = openVotes(root);
    expect(recount(await store.rows(1, 100_000), sha256Hex)).toMatchObject({
      fault: undefined,
      head: { size: counted + 1 },
    });
    await store.close();
  });

  it("shares its file with a second process: each ballot counts once, the chain has no gap", async () => {
    const root = siteRoot();
    const servers = await Promise.all([startServe(root), startServe(root)]);
    const ballots = await prepareBallots(120);
    const responses = await Promise.all(
      ballots.flatMap((ballot) => servers.map(async ({ url }) => (await send(url, ballot))?.status)),
    );
    expect(responses.filter((status) => status === 201)).toHaveLength(ballots.length);
    expect(responses.filter((status) => status === 409)).toHaveLength(ballots.length);
    expect(await tallyOf(servers[0]?.url ?? "")).toBe(ballots.length);
    await Promise.all(servers.map((server) => server.end("SIGTERM")));
    const store = openVotes(root);
    expect(recount(await store.rows(1, 1_000), sha256Hex).fault).toBeUndefined();
    await store.close();
  });

  it("knows a ballot that it had counted when it died before it could say so", async () => {
    const root = siteRoot();
    const [ballot] = await prepareBallots(1);
    if (!ballot) throw new Error("no ballot");
    const script = fileURLToPath(new URL("die-after-commit.ts", import.meta.url));
    const dying = spawn(process.execPath, [script, root], { stdio: ["ignore", "pipe", "inherit"] });
    onTestFinished(() => void dying.kill("SIGKILL"));
    const url = await new Promise<string>((resolve) =>
      dying.stdout.once("data", (text) => resolve(String(text).trim())),
    );
    expect(await send(url, ballot)).toBeUndefined();
    const server = await startServe(root);
    const again = await send(server.url, ballot);
    expect(again?.status).toBe(409);
    expect(await again?.json()).toMatchObject({ code: "already-counted", receipt: ballot.receipt, count: 1 });
    expect(await tallyOf(server.url)).toBe(1);
  });

  it("starts with a torn write-ahead log: what is left is whole, and counting goes on", async () => {
    const root = siteRoot();
    const server = await startServe(root);
    for (const ballot of await prepareBallots(30)) await send(server.url, ballot);
    await server.end("SIGKILL");
    const file = join(root, ".praktika", "votes.db");
    const [database, wal] = [readFileSync(file), readFileSync(`${file}-wal`)];
    for (const share of isSoak ? [0.01, 0.3, 0.5, 0.9, 0.999] : [0.3, 0.999]) {
      writeFileSync(file, database);
      writeFileSync(`${file}-wal`, wal);
      truncateSync(`${file}-wal`, Math.floor(wal.length * share));
      const store = openVotes(root);
      await store.migrate();
      const before = recount(await store.rows(1, 1_000), sha256Hex);
      expect(before.fault).toBeUndefined();
      expect(await store.rebuildTally()).toEqual([]);
      await store.close();
      expect(statSync(file).mode & 0o777).toBe(0o600);
      const again = await startServe(root);
      for (const ballot of await prepareBallots(2)) expect((await send(again.url, ballot))?.status).toBe(201);
      expect(await tallyOf(again.url)).toBe(before.head.size + 2);
      await again.end("SIGTERM");
    }
  });

  it("finishes what is under way when it is told to stop", async () => {
    const server = await startServe(siteRoot());
    const ballots = await prepareBallots(40);
    const answers = ballots.map((ballot) => send(server.url, ballot));
    await new Promise((resolve) => setTimeout(resolve, 30));
    const code = await server.end("SIGTERM");
    const statuses = (await Promise.all(answers)).map((response) => response?.status);
    expect(code).toBe(0);
    expect(statuses.every((status) => status === 201 || status === undefined)).toBe(true);
  });

  it("answers in time when the store hangs, and counts the ballot once when it comes back", async () => {
    const store = new SqliteStore(":memory:");
    let open: (() => void) | undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const slow = Object.assign(Object.create(store), {
      migrate: () => store.migrate(),
      salt: (day: string, fresh: Uint8Array<ArrayBuffer>) => store.salt(day, fresh),
      counts: () => store.counts(),
      head: () => store.head(),
      findVote: (commitment: string) => store.findVote(commitment),
      record: async (entries: Parameters<SqliteStore["record"]>[0]) => {
        await gate;
        return store.record(entries);
      },
    });
    const hasty = await createTestEndpoint({ store: slow, environment: { PRAKTIKA_ANSWER_MS: "1000" } });
    const endpoint = await createTestEndpoint({ store });
    const ballot = await endpoint.ballot("solar-roofs");
    const response = await hasty.post("/api/nominations", ballot);
    expect(response.status).toBe(503);
    open?.();
    await expect.poll(() => store.head()).toMatchObject({ size: 1 });
    expect((await endpoint.post("/api/nominations", ballot)).status).toBe(409);
    expect(await (await endpoint.get("/api/tally")).json()).toMatchObject({ counts: { "solar-roofs": 1 } });
  });
});
