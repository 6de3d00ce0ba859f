import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { describe, expect, it, onTestFinished } from "vitest";
import { trialPractice } from "../../../src/core/protocol.ts";
import { sha256Hex } from "../../../src/nomination/node/node-primitives.ts";
import { recount } from "../../../src/nomination/vote-log.ts";
import { createTestEndpoint, type TestEndpoint } from "../../nomination/test-endpoint.ts";
import { runPraktika } from "../../run-praktika.ts";

type Fetch = (request: Request) => Response | Promise<Response>;

/** Serves an endpoint on the loopback address, perhaps through something that stands between. */
async function serveEndpoint(endpoint: TestEndpoint, between: (inner: Fetch) => Fetch = (inner) => inner) {
  const server = serve({ fetch: between((request) => endpoint.app.fetch(request)), port: 0, hostname: "127.0.0.1" });
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const doctor = (url: string, language = "en") => runPraktika(["votes", "doctor", url, "--lang", language]);

describe("praktika votes doctor", () => {
  it("finds an endpoint well, as it is given by any of its addresses, and leaves no vote", async () => {
    const endpoint = await createTestEndpoint();
    endpoint.advance(Date.now() - Date.UTC(2026, 10, 24, 12));
    await endpoint.vote("solar-roofs");
    const url = await serveEndpoint(endpoint);
    for (const address of [url, `${url}/`, `${url}/api/tally`, `${url}/nominate/solar-roofs?lang=bg`]) {
      const { status, stdout } = await doctor(address);
      expect(stdout).toContain("✓ The endpoint answers, and votes can be written.");
      expect(stdout).toContain("✓ A ballot of the form without script is taken.");
      expect(stdout).toContain("✓ A ballot of a page of https://praktiki.example.org is taken, and counts once.");
      expect(stdout).toContain("✓ The log ends where the tally says (rows: 1).");
      expect(stdout).not.toContain("✗");
      expect(stdout).toContain("All is well. No vote was left behind.");
      expect(status).toBe(0);
    }
    const { counts, head } = recount(await endpoint.store.rows(1, 100), sha256Hex);
    expect([[...counts], head.size]).toEqual([[["solar-roofs", 1]], 1]);
    expect((await endpoint.store.tally([trialPractice])).counts.get(trialPractice)).toBe(0);
  });

  it("works below a path, and while nominations are closed", async () => {
    const endpoint = await createTestEndpoint({ nominees: () => ({ open: false, ids: ["solar-roofs"] }) });
    const url = await serveEndpoint(endpoint, (inner) => (request) => {
      const isBelow = new URL(request.url).pathname.startsWith("/prod/");
      return isBelow ? inner(request) : new Response("<title>Not here</title>", { status: 404 });
    });
    expect((await doctor(`${url}/prod`)).stdout).toContain("All is well.");
    const lost = await doctor(url);
    expect([lost.status, lost.stdout]).toEqual([1, expect.stringContaining("/healthz answers 404")]);
  });

  it("expects private addresses where the endpoint itself is in a private network, however its host is written", async () => {
    const endpoint = await createTestEndpoint();
    endpoint.from("172.17.0.1");
    const url = (await serveEndpoint(endpoint)).replace("127.0.0.1", "LOCALHOST");
    expect((await doctor(url)).stdout).toContain("All is well.");
  });

  it("misses no picture where a hosted captcha shows its own", async () => {
    const environment = {
      PRAKTIKA_CAPTCHA: "turnstile",
      PRAKTIKA_CAPTCHA_SITE_KEY: "site-key",
      PRAKTIKA_CAPTCHA_SECRET: "known to the service",
    };
    const { status, stdout } = await doctor(await serveEndpoint(await createTestEndpoint({ environment })));
    expect(stdout).not.toContain("picture");
    expect(stdout).toContain("A ballot of the form without script is taken.");
    expect(stdout).toContain("A ballot of a page of https://praktiki.example.org is taken");
    expect([status, stdout]).toEqual([0, expect.not.stringContaining("✗")]);
  });

  it.each([
    ["en", "The endpoint cannot read the addresses of readers"],
    ["bg", "Услугата не може да прочете адресите на читателите"],
  ])("says that addresses cannot be read (%s)", async (language, words) => {
    const endpoint = await createTestEndpoint();
    endpoint.from("unknown");
    const { status, stdout } = await doctor(await serveEndpoint(endpoint), language);
    expect([status, stdout]).toEqual([1, expect.stringContaining(`✗ ${words}`)]);
  });

  it("says that the site is out of reach, or nothing at all is there", async () => {
    const endpoint = await createTestEndpoint({
      nominees: () => {
        throw new Error("down");
      },
    });
    const { status, stdout } = await doctor(await serveEndpoint(endpoint));
    expect([status, stdout]).toEqual([1, expect.stringContaining("✗ The endpoint cannot read nominees.json")]);
    const absent = await doctor("http://127.0.0.1:9");
    expect([absent.status, absent.stdout]).toEqual([1, expect.stringContaining("✗ The endpoint cannot be reached")]);
    expect((await doctor("praktiki.example.org")).status).toBe(2);
  });

  it("says that a cache keeps the form, or a proxy loses the host", async () => {
    const endpoint = await createTestEndpoint();
    let kept: string | undefined;
    const cached = await serveEndpoint(endpoint, (inner) => async (request) => {
      if (!request.url.includes("/nominate/")) return inner(request);
      kept ??= await (await inner(request)).text();
      return new Response(kept, { headers: { "Content-Type": "text/html" } });
    });
    expect((await doctor(cached)).stdout).toContain("✗ A cache between keeps the form");
    const renamed = await serveEndpoint(
      endpoint,
      (inner) => (request) => inner(new Request(request.url.replace(/:\d+\//, ":4001/"), request)),
    );
    expect((await doctor(renamed)).stdout).toContain("✗ Older browsers are refused");
  });

  it("a trial ballot counts nothing, with any code and however often it is sent", async () => {
    const endpoint = await createTestEndpoint();
    const { token } = await endpoint.challenge(trialPractice);
    const ballot = { practice: trialPractice, token, answer: "222222" };
    const statuses = [];
    for (let sent = 0; sent < 3; sent++) statuses.push((await endpoint.post("/api/nominations", ballot)).status);
    expect(statuses).toEqual([201, 409, 409]);
    // Its token opens no other practice, and that of another opens no trial.
    const crossed = await endpoint.post("/api/nominations", { ...ballot, practice: "solar-roofs" });
    expect(crossed.status).toBe(422);
    expect(await endpoint.store.head()).toMatchObject({ size: 0 });
    expect((await (await endpoint.get("/api/tally")).json()).counts).toEqual({});
  });
});
