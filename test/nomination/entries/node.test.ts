import { existsSync, statSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type PostgresServer, startPostgres } from "../stores/embedded-postgres.ts";
import { origin, secret } from "../test-endpoint.ts";
import { describeEntry, get, post, type RunningEntry, rightBallot } from "./contract.ts";
import { type PublishedSite, publishSite, siteFiles } from "./published-site.ts";
import { endServers, type ServerProcess, startServer as startIn } from "./server-process.ts";

let folder: string;
let site: PublishedSite;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "praktika-node-"));
  site = await publishSite();
});
afterAll(async () => {
  endServers();
  await site.close();
  await rm(folder, { recursive: true });
});

type Server = ServerProcess;
const startServer = (variables: Record<string, string>): Promise<Server> => startIn(folder, variables);

/** An entry whose clients come through a proxy on this machine. */
async function entryOf(server: Server): Promise<RunningEntry> {
  const port = await server.started();
  const send = async (request: Request, address: string): Promise<Response> => {
    const { pathname, search } = new URL(request.url);
    const headers = new Headers(request.headers);
    headers.append("X-Forwarded-For", address);
    const body = request.method === "POST" ? await request.text() : undefined;
    return fetch(`http://127.0.0.1:${port}${pathname}${search}`, {
      method: request.method,
      headers,
      ...(body !== undefined && { body }),
      redirect: "manual",
    });
  };
  const close = async () => {
    server.child.kill("SIGTERM");
    expect(await server.exited).toBe(0);
  };
  return { origin, send, close };
}

const deployed = (): Record<string, string> => ({
  NODE_ENV: "production",
  PRAKTIKA_SECRET: secret,
  PRAKTIKA_SITE_URL: origin,
  PRAKTIKA_TRUSTED_PROXIES: "127.0.0.1",
});

async function siteFolder(): Promise<string> {
  const path = join(folder, "dist");
  await mkdir(path, { recursive: true });
  for (const [name, file] of Object.entries(siteFiles)) await writeFile(join(path, name), JSON.stringify(file));
  return path;
}

describeEntry("a server of its own, with SQLite and the site's folder", async () => {
  return entryOf(await startServer({ ...deployed(), PRAKTIKA_SITE_FOLDER: await siteFolder() }));
});

describe("with PostgreSQL and the published site", () => {
  let postgres: PostgresServer;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.remove());

  test("counts a nomination", async () => {
    const variables = { ...deployed(), PRAKTIKA_SITE_URL: site.url, PRAKTIKA_ORIGINS: origin };
    const entry = await entryOf(await startServer({ ...variables, DATABASE_URL: await postgres.createDatabase() }));
    const ballot = await rightBallot(entry, "solar-roofs");
    expect((await post(entry, "/api/nominations", ballot, { address: "192.0.2.1" })).status).toBe(201);
    await entry.close();
  });
});

describe("a server that", () => {
  let server: Server;
  afterEach(() => server.child.kill("SIGKILL"));

  test("is only for this machine makes its own secret and needs no settings", async () => {
    server = await startServer({ PRAKTIKA_SITE_FOLDER: await siteFolder() });
    const port = await server.started();
    const headers = { Origin: `http://localhost:${port}`, "Content-Type": "application/json" };
    expect((await fetch(`http://127.0.0.1:${port}/healthz`, { headers })).status).toBe(200);
    expect(statSync(join(server.cwd, ".praktika/secret")).mode & 0o777).toBe(0o600);
    expect(existsSync(join(server.cwd, ".praktika/votes.db"))).toBe(true);
  });

  test.each([
    ["says that it is in production", { NODE_ENV: "production", PRAKTIKA_SITE_URL: origin }],
    ["serves a published site", { PRAKTIKA_SITE_URL: origin }],
    ["listens to other machines", { HOST: "0.0.0.0", PRAKTIKA_SITE_URL: origin }],
  ])("%s does not start without a secret", async (_, variables) => {
    server = await startServer(variables);
    expect(await server.exited).toBe(2);
    expect(server.output.stderr).toBe("praktika: PRAKTIKA_SECRET is missing\n");
    expect(JSON.parse(server.output.stdout)).toMatchObject({ event: "start-failed" });
    expect(existsSync(join(server.cwd, ".praktika"))).toBe(false);
  });

  test("has several wrong settings names all of them, and no value", async () => {
    server = await startServer({ ...deployed(), PRAKTIKA_SECRET: "too short", PRAKTIKA_QUOTA_NETWORK: "many" });
    expect(await server.exited).toBe(2);
    expect(server.output.stderr).toContain(
      "at least 32 characters each; PRAKTIKA_QUOTA_NETWORK must be a whole number",
    );
    expect(server.output.stderr + server.output.stdout).not.toMatch(/too short|many/);
  });

  test.each([
    ["PRAKTIKA_TRUSTED_PROXIES", "10.0.0.0/99"],
    ["PORT", "http"],
    ["DATABASE_URL", "postgres://praktika:pass#word@127.0.0.1/votes"],
  ])("has a wrong %s does not start", async (name, value) => {
    server = await startServer({ ...deployed(), [name]: value });
    expect(await server.exited).toBe(2);
    expect(server.output.stderr).toContain(name);
    expect(server.output.stderr + server.output.stdout).not.toContain(value);
  });

  test("finds its port taken says so", async () => {
    const first = await startServer(deployed());
    const port = String(await first.started());
    server = await startServer({ ...deployed(), PORT: port });
    expect(await server.exited).toBe(2);
    expect(server.output.stderr).toBe("praktika: another program listens at HOST and PORT\n");
    first.child.kill("SIGKILL");
  });

  test("is told to stop finishes what is under way, takes nothing new, and exits with 0", async () => {
    server = await startServer({
      ...deployed(),
      PRAKTIKA_SITE_FOLDER: await siteFolder(),
      PRAKTIKA_CLIENT_MS: "900000",
    });
    const port = await server.started();
    const entry = await entryOf(server);
    const body = JSON.stringify(await rightBallot(entry, "solar-roofs"));
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    socket.on("data", (bytes) => {
      answer += bytes;
    });
    const head = [
      "POST /api/nominations HTTP/1.1",
      "Host: endpoint",
      `Origin: ${origin}`,
      "Content-Type: application/json",
      `Content-Length: ${Buffer.byteLength(body)}`,
      // The server says when it has read this far.
      "Expect: 100-continue",
    ];
    socket.write(`${head.join("\r\n")}\r\n\r\n${body.slice(0, 20)}`);
    await expect.poll(() => answer).toBe("HTTP/1.1 100 Continue\r\n\r\n");
    server.child.kill("SIGTERM");
    const isServed = () =>
      get(entry, "/healthz").then(
        () => true,
        () => false,
      );
    await expect.poll(isServed).toBe(false);
    socket.write(body.slice(20));
    // Not only when the connection's time is up, which would be too late for this test.
    expect(await server.exited).toBe(0);
    expect(answer).toMatch(/^HTTP\/1\.1 201 /m);
    expect(server.output.stdout).toMatch(/"event":"stopped"}\n$/);
  });

  test("meets a slow or talkative client cuts it off", async () => {
    server = await startServer({ ...deployed(), PRAKTIKA_CLIENT_MS: "1000" });
    const port = await server.started();
    const answerTo = (text: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(port, "127.0.0.1");
        let answer = "";
        socket.on("data", (bytes) => {
          answer += bytes;
        });
        socket.on("error", () => {});
        socket.on("close", () => resolve(answer));
        socket.write(text);
      });
    const [slow, talkative] = await Promise.all([
      answerTo("GET /healthz HTTP/1.1\r\nHost: end"),
      answerTo(`GET /healthz HTTP/1.1\r\nHost: endpoint\r\nX-Long: ${"x".repeat(20_000)}\r\n\r\n`),
    ]);
    expect(slow).toMatch(/^HTTP\/1\.1 408 /);
    expect(talkative).toMatch(/^HTTP\/1\.1 431 /);
  });

  test("logs requests says nothing of addresses, tokens, answers or receipts", async () => {
    server = await startServer({ ...deployed(), PRAKTIKA_SITE_FOLDER: await siteFolder() });
    const entry = await entryOf(server);
    const ballot = await rightBallot(entry, "solar-roofs");
    await get(entry, `/api/challenges/${ballot.token}.png?lang=bg`);
    const response = await post(entry, "/api/nominations", ballot, { address: "203.0.113.77" });
    const { receipt } = (await response.json()) as { receipt: string };
    await entry.close();
    const lines = server.output.stdout.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ route: "/api/nominations", status: 201, outcome: "counted" }),
    );
    for (const hidden of ["203.0.113", ballot.token, ballot.answer, receipt, secret])
      expect(server.output.stdout).not.toContain(hidden);
  });
});
