import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { sha256Hex } from "../../../src/nomination/node/node-primitives.ts";
import { PostgresStore } from "../../../src/nomination/node/postgres-store.ts";
import { recount } from "../../../src/nomination/vote-log.ts";
import { siteFiles } from "../entries/published-site.ts";
import { endServers, type ProcessOptions, type ServerProcess, startServer } from "../entries/server-process.ts";
import { type PostgresServer, startPostgres } from "../stores/embedded-postgres.ts";
import { startSilentProxy } from "../stores/silent-proxy.ts";
import { origin, secret } from "../test-endpoint.ts";
import { type PreparedBallot, prepareBallots } from "./serve-process.ts";

/*
 * Start, stop, freeze and thaw under each fault: a process that cannot run says why and ends, one that can run answers, and
 * SIGTERM ends every one.
 */

let folder: string;
let server: PostgresServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "praktika-life-"));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, "dist"));
  for (const [name, file] of Object.entries(siteFiles)) writeFileSync(join(folder, "dist", name), JSON.stringify(file));
  server = await startPostgres();
});
afterEach(endServers);
afterAll(async () => {
  await server.remove();
  rmSync(folder, { recursive: true, force: true });
});

const start = (databaseUrl: string, options: ProcessOptions = {}, variables = {}): Promise<ServerProcess> =>
  startServer(
    folder,
    {
      PRAKTIKA_SECRET: secret,
      PRAKTIKA_SITE_URL: origin,
      PRAKTIKA_SITE_FOLDER: join(folder, "dist"),
      DATABASE_URL: databaseUrl,
      ...variables,
    },
    options,
  );

let files = 0;
const newFile = (): string => join(folder, `votes-${++files}.db`);

/** Holds a file as a program does that writes into it for a long time; the function returned lets go. */
function hold(file: string): () => void {
  const other = new DatabaseSync(file);
  other.exec("PRAGMA journal_mode = WAL; BEGIN IMMEDIATE");
  onTestFinished(() => {
    if (other.isOpen) other.close();
  });
  return () => other.close();
}

interface Fault {
  readonly what: string;
  readonly arrange: () => Promise<{ readonly databaseUrl: string; readonly options?: ProcessOptions }>;
  readonly reason: RegExp;
}

const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

const startFaults: readonly Fault[] = [
  {
    what: "another program writes into the file",
    arrange: async () => {
      const databaseUrl = newFile();
      hold(databaseUrl);
      return { databaseUrl };
    },
    reason: /ERR_SQLITE_ERROR 5: database is locked/,
  },
  {
    what: "the disk is full",
    arrange: async () => ({ databaseUrl: newFile(), options: { shellPrefix: "ulimit -f 4;" } }),
    reason: /ERR_SQLITE_ERROR/,
  },
  {
    what: "the folder is read-only",
    arrange: async () => {
      const sealed = join(folder, `sealed-${++files}`);
      mkdirSync(sealed);
      chmodSync(sealed, 0o555);
      return { databaseUrl: join(sealed, "votes.db"), options: isRoot ? { uid: nobody } : {} };
    },
    reason: /EACCES|ERR_SQLITE_ERROR (8|14)/,
  },
  {
    what: "the file is no database",
    arrange: async () => {
      const databaseUrl = newFile();
      writeFileSync(databaseUrl, "no database at all, but a text that somebody has put here".repeat(20));
      return { databaseUrl };
    },
    reason: /ERR_SQLITE_ERROR 26: file is not a database/,
  },
  {
    what: "the file is a folder",
    arrange: async () => ({ databaseUrl: join(folder, "dist") }),
    reason: /ERR_SQLITE_ERROR 14/,
  },
  {
    what: "PostgreSQL is not there",
    arrange: async () => ({ databaseUrl: "postgres://praktika:word@127.0.0.1:9/votes" }),
    reason: /ECONNREFUSED/,
  },
  {
    what: "PostgreSQL knows no such user",
    arrange: async () => ({ databaseUrl: (await server.createDatabase()).replace("only", "never") }),
    reason: /PostgresError 28P01/,
  },
  {
    what: "a migration holds PostgreSQL",
    arrange: async () => {
      const databaseUrl = await server.createDatabase();
      const holder = postgres(databaseUrl, { max: 1 });
      onTestFinished(() => holder.end());
      await holder`SELECT pg_advisory_lock(1886544235, 1)`;
      return { databaseUrl };
    },
    reason: /PostgresError 55P03/,
  },
];

describe("a start", () => {
  it.each(startFaults)("ends with 70 and a reason when $what", async ({ arrange, reason }) => {
    const { databaseUrl, options } = await arrange();
    const process = await start(databaseUrl, options);
    expect(await process.exited).toBe(70);
    const line = JSON.parse(process.output.stdout.trim()) as { event: string; reason: string };
    expect(line.event).toBe("start-failed");
    expect(line.reason).toMatch(reason);
    expect(process.output.stdout).not.toMatch(/word|for%20tests/);
  });

  it("obeys SIGTERM while it waits for a database that says nothing", async () => {
    const proxy = await startSilentProxy(server.port);
    proxy.fallSilent();
    onTestFinished(() => proxy.close());
    const url = (await server.createDatabase()).replace(String(server.port), String(proxy.port));
    const process = await start(url, {}, { PRAKTIKA_ANSWER_MS: "600000" });
    // Long enough for the handlers of signals to be there, whatever the machine does beside.
    await expect.poll(() => proxy.connections, { timeout: 60_000 }).toBeGreaterThan(0);
    process.child.kill("SIGTERM");
    expect(await process.exited).toBe(0);
    expect(process.output.stdout).toContain('"event":"stopped"');
  });
});

async function sendTo(port: number, { practice, token, answer }: PreparedBallot): Promise<number> {
  const headers = { "Content-Type": "application/json", Origin: origin };
  const body = JSON.stringify({ practice, token, answer });
  return (await fetch(`http://127.0.0.1:${port}/api/nominations`, { method: "POST", headers, body })).status;
}
const healthOf = async (port: number): Promise<number> => (await fetch(`http://127.0.0.1:${port}/healthz`)).status;

describe("a server that runs", () => {
  it("says in time that its file is busy, health does too, and it goes on when the file is free", async () => {
    const file = newFile();
    const process = await start(file, {}, { PRAKTIKA_ANSWER_MS: "1800" });
    const port = await process.started();
    const [first, second] = await prepareBallots(2);
    if (!first || !second) throw new Error("no ballots");
    expect([await healthOf(port), await sendTo(port, first)]).toEqual([200, 201]);
    const letGo = hold(file);
    expect([await healthOf(port), await sendTo(port, second)]).toEqual([503, 503]);
    expect((await fetch(`http://127.0.0.1:${port}/api/tally`)).status).toBe(200);
    letGo();
    await expect.poll(() => healthOf(port), { timeout: 60_000 }).toBe(200);
    expect([201, 409]).toContain(await sendTo(port, second));
    process.child.kill("SIGTERM");
    expect(await process.exited).toBe(0);
  });

  it("obeys SIGTERM while its file is busy", async () => {
    const file = newFile();
    const process = await start(file, {}, { PRAKTIKA_ANSWER_MS: "1800" });
    const port = await process.started();
    hold(file);
    const [ballot] = await prepareBallots(1);
    const sent = ballot ? sendTo(port, ballot).catch(() => 0) : 0;
    process.child.kill("SIGTERM");
    expect(await process.exited).toBe(0);
    await sent;
  });

  it("counts the first vote after it was frozen and its connections to PostgreSQL ended", async () => {
    const databaseUrl = await server.createDatabase();
    const process = await start(databaseUrl);
    const port = await process.started();
    const admin = postgres(databaseUrl, { max: 1 });
    onTestFinished(() => admin.end());
    for (const [index, ballot] of (await prepareBallots(4)).entries()) {
      if (index > 0) {
        process.child.kill("SIGSTOP");
        await admin`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE application_name = 'praktika' AND datname = current_database()`;
        process.child.kill("SIGCONT");
      }
      expect(await sendTo(port, ballot)).toBe(201);
    }
    const store = new PostgresStore(databaseUrl);
    onTestFinished(() => store.close());
    expect(recount(await store.rows(1, 10), sha256Hex)).toMatchObject({ fault: undefined, head: { size: 4 } });
  });
});
