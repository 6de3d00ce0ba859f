import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { bundleFunction } from "../../../deploy/bundle.ts";
import { patient } from "../patient.ts";
import { type PostgresServer, startPostgres } from "../stores/embedded-postgres.ts";
import { secret } from "../test-endpoint.ts";
import { challenge, describeEntry, get, post, type RunningEntry, rightBallot } from "./contract.ts";
import { lambdaEvents, sendToLambda } from "./lambda-events.ts";
import { type PublishedSite, publishSite } from "./published-site.ts";

let site: PublishedSite;
let postgres: PostgresServer;
const lines: string[] = [];

beforeAll(async () => {
  [site, postgres] = await Promise.all([publishSite(), startPostgres()]);
  vi.spyOn(process.stdout, "write").mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await site.close();
  await postgres.remove();
});

/** Loads an entry as a new instance would, with these variables. Node evaluates it anew for each query; only entries keep state. */
async function load<Module>(path: string, variables: Record<string, string> = {}): Promise<Module> {
  vi.unstubAllEnvs();
  const all = {
    PRAKTIKA_SECRET: secret,
    PRAKTIKA_SITE_URL: site.url,
    DATABASE_URL: "",
    NETLIFY_DATABASE_URL: "",
    ...patient,
    ...variables,
  };
  for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value);
  const url = new URL(path, import.meta.url);
  url.search = `instance=${randomUUID()}`;
  return (await import(url.href)) as Module;
}

type NetlifyModule = { default: (request: Request, context: { ip: string }) => Promise<Response> };
type VercelModule = { default: { fetch: (request: Request) => Promise<Response> } };
type LambdaModule = { handler: Parameters<typeof sendToLambda>[0] };

const entries = "../../../src/nomination/entries";
const nothing = async () => {};

describeEntry("Netlify Functions", async () => {
  const { default: handler } = await load<NetlifyModule>(`${entries}/netlify.ts`, {
    NETLIFY_DATABASE_URL: await postgres.createDatabase(),
  });
  return { origin: site.url, send: (request, ip) => handler(request, { ip }), close: nothing };
});

describeEntry("Vercel Functions", async () => {
  const { default: handler } = await load<VercelModule>(`${entries}/vercel.ts`, {
    DATABASE_URL: await postgres.createDatabase(),
  });
  const send = (request: Request, address: string) => {
    // As Vercel does, over whatever the client wrote.
    for (const name of ["x-vercel-forwarded-for", "x-real-ip", "x-forwarded-for"]) request.headers.set(name, address);
    return handler.fetch(request);
  };
  return { origin: site.url, send, close: nothing };
});

for (const [version, toEvent] of Object.entries(lambdaEvents)) {
  describeEntry(`AWS Lambda, events of version ${version}`, async () => {
    const { handler } = await load<LambdaModule>(`${entries}/aws-lambda.ts`, {
      DATABASE_URL: await postgres.createDatabase(),
    });
    const send = (request: Request, address: string) => sendToLambda(handler, toEvent, request, address);
    return { origin: site.url, send, close: nothing };
  });
}

describe("the bundle that is deployed", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "praktika-bundle-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test.each(["vercel", "aws-lambda"] as const)("for %s counts a nomination", async (platform) => {
    await bundleFunction(platform, join(folder, platform));
    const variables = { DATABASE_URL: await postgres.createDatabase() };
    const url = pathToFileURL(join(folder, platform, "index.mjs")).href;
    const module = await load<VercelModule & LambdaModule>(url, variables);
    const send = (request: Request, address: string): Promise<Response> => {
      if (platform === "aws-lambda") return sendToLambda(module.handler, lambdaEvents["2.0"], request, address);
      request.headers.set("x-vercel-forwarded-for", address);
      return module.default.fetch(request);
    };
    const entry = { origin: site.url, send, close: nothing };
    const ballot = await rightBallot(entry, "solar-roofs");
    expect((await post(entry, "/api/nominations", ballot, { address: "192.0.2.1" })).status).toBe(201);
    const { image, audio } = await challenge(entry, "solar-roofs");
    expect((await get(entry, image)).headers.get("content-type")).toBe("image/png");
    expect((await get(entry, `${audio}?lang=en`)).headers.get("content-type")).toBe("audio/wav");
  });
});

describe("an instance that cannot start", () => {
  const entryWith = async (variables: Record<string, string>): Promise<RunningEntry> => {
    const { default: handler } = await load<NetlifyModule>(`${entries}/netlify.ts`, variables);
    lines.length = 0;
    return { origin: site.url, send: (request, ip) => handler(request, { ip }), close: nothing };
  };
  const reasons = () => lines.map((line) => (JSON.parse(line) as { reason?: string }).reason).filter(Boolean);

  test("answers 503 and names every wrong setting in the log, never a value", async () => {
    const entry = await entryWith({ PRAKTIKA_SECRET: "short", PRAKTIKA_SITE_URL: "", PRAKTIKA_LANGUAGE: "fr" });
    const response = await get(entry, "/healthz");
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "10"]);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ code: "store-down", status: 503 });
    expect(reasons()).toEqual([
      "PRAKTIKA_SECRET and PRAKTIKA_SECRET_PREVIOUS need at least 32 characters each; " +
        "PRAKTIKA_LANGUAGE must be bg or en; PRAKTIKA_SITE_URL is missing; DATABASE_URL is missing",
    ]);
    expect(lines.join("")).not.toMatch(/short|"fr"/);
  });

  test("does not count votes in a file that is lost with it", async () => {
    const entry = await entryWith({ DATABASE_URL: "file:votes.db" });
    expect((await get(entry, "/healthz")).status).toBe(503);
    expect(reasons()).toEqual([expect.stringContaining("DATABASE_URL must begin with postgres://")]);
  });

  test("says nothing of the address of a database that it cannot read or reach", async () => {
    const unreadable = await entryWith({ DATABASE_URL: "postgres://praktika:pass#word@127.0.0.1/votes" });
    expect((await get(unreadable, "/healthz")).status).toBe(503);
    expect(reasons()).toEqual([expect.stringContaining("DATABASE_URL")]);
    const absent = await entryWith({ DATABASE_URL: "postgres://praktika:password@127.0.0.1:9/votes" });
    expect((await get(absent, "/healthz")).status).toBe(503);
    expect(reasons()).toHaveLength(1);
    expect(lines.join("")).not.toMatch(/pass|praktika:/);
  });

  test("starts with a later request when the database is back", async () => {
    const databaseUrl = await postgres.createDatabase();
    await postgres.stop();
    const entry = await entryWith({ DATABASE_URL: databaseUrl, PRAKTIKA_ANSWER_MS: "3000" });
    const begun = Date.now();
    const statuses = await Promise.all([get(entry, "/healthz"), get(entry, "/api/tally"), get(entry, "/healthz")]);
    expect(statuses.map(({ status }) => status)).toEqual([503, 503, 503]);
    // The limit of editors would be a minute.
    expect(Date.now() - begun).toBeLessThan(30_000);
    expect(reasons()).toHaveLength(1);
    await postgres.start();
    await expect.poll(async () => (await get(entry, "/healthz")).status).toBe(200);
  });
});

test("log lines say nothing of addresses, tokens, answers or receipts", async () => {
  const { default: handler } = await load<NetlifyModule>(`${entries}/netlify.ts`, {
    DATABASE_URL: await postgres.createDatabase(),
  });
  const entry = { origin: site.url, send: (request: Request, ip: string) => handler(request, { ip }), close: nothing };
  lines.length = 0;
  const ballot = await rightBallot(entry, "solar-roofs");
  const response = await post(entry, "/api/nominations", ballot, { address: "203.0.113.77" });
  const { receipt } = (await response.json()) as { receipt: string };
  const text = lines.join("");
  expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ route: "/api/nominations", status: 201, outcome: "counted" });
  for (const hidden of ["203.0.113", ballot.token, ballot.answer, receipt]) expect(text).not.toContain(hidden);
});
