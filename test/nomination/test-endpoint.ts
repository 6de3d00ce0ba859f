import { solveChallenge } from "altcha-lib";
import type { Challenge as Work } from "altcha-lib/types";
import type { Hono } from "hono";
import { deriveWorkKey } from "../../src/core/derive-work-key.ts";
import type { ChallengeReply } from "../../src/core/protocol.ts";
import { createNominationApp } from "../../src/nomination/app.ts";
import { codeOf } from "../../src/nomination/captcha/own-captcha.ts";
import { createServices } from "../../src/nomination/create-services.ts";
import { createKeyRing, type KeyRing } from "../../src/nomination/key-ring.ts";
import { createNetworkWatch } from "../../src/nomination/network-watch.ts";
import { GroupCommit } from "../../src/nomination/node/group-commit.ts";
import { nodePrimitives } from "../../src/nomination/node/node-primitives.ts";
import { SqliteStore } from "../../src/nomination/node/sqlite-store.ts";
import type { RequestEvent } from "../../src/nomination/services.ts";
import { readSettings } from "../../src/nomination/settings.ts";
import type { VoteStore } from "../../src/nomination/store.ts";
import { openToken } from "../../src/nomination/token.ts";

import { patient } from "./patient.ts";

export const origin = "https://praktiki.example.org";
export const secret = "a-secret-that-only-tests-may-know-32";

/** What a test may set. */
export interface TestOptions {
  readonly store?: VoteStore;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ids?: readonly string[];
  /** Each reading of nominees.json, in place of `ids`. */
  readonly nominees?: () => unknown;
  readonly paper?: object;
}

/** The endpoint as it is deployed, in this process, with a clock and a client address that tests can move. */
export interface TestEndpoint {
  readonly app: Hono<never>;
  readonly store: VoteStore;
  readonly events: RequestEvent[];
  /** What an operator has been told. */
  readonly warnings: string[];
  /** Milliseconds that the clock is ahead of 12:00 UTC on 24 November 2026. */
  advance(milliseconds: number): void;
  /** The address that requests come from now, unless they bring one in `x-test-address`. */
  from(address: string): void;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: object | string, headers?: Record<string, string>): Promise<Response>;
  challenge(practice: string, kind?: "code" | "work"): Promise<ChallengeReply>;
  /** The right code of a challenge. */
  solve(token: string): Promise<string>;
  /** A ballot with the right answer. */
  ballot(practice: string): Promise<{ practice: string; token: string; answer: string }>;
  vote(practice: string): Promise<Response>;
  /** A ballot whose work is done. */
  worked(practice: string): Promise<{ practice: string; token: string; answer: string }>;
  /** A vote by work. */
  work(practice: string): Promise<Response>;
}

export async function createTestEndpoint(options: TestOptions = {}): Promise<TestEndpoint> {
  const store = options.store ?? new SqliteStore(":memory:");
  await store.migrate();
  let now = Date.UTC(2026, 10, 24, 12);
  let address = "192.0.2.1";
  const events: RequestEvent[] = [];
  const warnings: string[] = [];
  const primitives = { ...nodePrimitives, now: () => now };
  const settings = readSettings({
    PRAKTIKA_SECRET: secret,
    PRAKTIKA_SITE_URL: origin,
    ...patient,
    ...options.environment,
  });
  const commits = new GroupCommit(store);
  const ids = options.ids ?? ["solar-roofs", "one-stop-shop", "mobile-library"];
  const services = await createServices(settings, {
    primitives,
    store,
    record: (entry) => commits.record(entry),
    readSiteFile: async (name) =>
      name === "nominees.json" ? (options.nominees ?? (() => ids))() : (options.paper ?? {}),
    clientAddress: (request) => request.headers.get("x-test-address") ?? address,
    observe: (event) => events.push(event),
    watchNetwork: createNetworkWatch((warning) => warnings.push(warning)),
    metrics: undefined,
  });
  const app = createNominationApp(services) as unknown as Hono<never>;
  const keys = await createKeyRing(settings.secrets, primitives);
  const endpoint: TestEndpoint = {
    app,
    store,
    events,
    warnings,
    advance: (milliseconds) => {
      now += milliseconds;
    },
    from: (other) => {
      address = other;
    },
    get: async (path, headers = {}) => app.request(`${origin}${path}`, { headers }),
    post: async (path, body, headers = {}) =>
      app.request(`${origin}${path}`, {
        method: "POST",
        headers: { Origin: origin, "Content-Type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    challenge: async (practice, kind = "code") => {
      const response = await endpoint.post("/api/challenges", { practice, kind });
      return (await response.json()) as ChallengeReply;
    },
    solve: (token) => solveCode(token, keys, now),
    ballot: async (practice) => {
      const { token } = await endpoint.challenge(practice);
      return { practice, token, answer: await solveCode(token, keys, now) };
    },
    vote: async (practice) => endpoint.post("/api/nominations", await endpoint.ballot(practice)),
    worked: async (practice) => {
      const { token, work } = await endpoint.challenge(practice, "work");
      return { practice, token, answer: await solveWork(work) };
    },
    work: async (practice) => endpoint.post("/api/nominations", await endpoint.worked(practice)),
  };
  return endpoint;
}

/** The answer to work, as a device finds it. */
export async function solveWork(work: unknown): Promise<string> {
  const challenge = work as Work;
  const solution = await solveChallenge({ challenge, deriveKey: deriveWorkKey });
  return btoa(JSON.stringify({ challenge, solution }));
}

/** The code of a challenge, for whoever has the secret. */
export async function solveCode(token: string, keys: KeyRing, now: number): Promise<string> {
  const primitives = { ...nodePrimitives, now: () => now };
  const opened = await openToken(token, keys, primitives);
  if (opened.state === "invalid") throw new Error("not a token of this endpoint");
  return codeOf(opened.challenge, { keys: opened.keys, primitives });
}
