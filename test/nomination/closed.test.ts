import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SqliteStore } from "../../src/nomination/node/sqlite-store.ts";
import { startEndpoint } from "../../src/nomination/node/start-endpoint.ts";
import { createNominees, publishedFreshMs } from "../../src/nomination/nominees.ts";
import { readSettings } from "../../src/nomination/settings.ts";
import { runPraktika, temporaryRoot } from "../run-praktika.ts";
import { createTestEndpoint, origin, secret, type TestEndpoint } from "./test-endpoint.ts";

const ids = ["solar-roofs", "one-stop-shop"];
const form = { "Content-Type": "application/x-www-form-urlencoded", Accept: "text/html,*/*;q=0.8" };

/** An endpoint whose site closes nominations when `close` is called, after a ballot was prepared and one was counted. */
async function openThenClosed(): Promise<{
  endpoint: TestEndpoint;
  counted: { ballot: object; reply: { receipt: string } };
  open: { practice: string; token: string; answer: string };
}> {
  const lists: unknown[] = [ids, { open: false, ids }];
  const endpoint = await createTestEndpoint({ nominees: () => (lists.length > 1 ? lists.shift() : lists[0]) });
  const ballot = await endpoint.ballot("solar-roofs");
  const reply = await (await endpoint.post("/api/nominations", ballot)).json();
  const open = await endpoint.ballot("solar-roofs");
  // The list is read again after a minute.
  endpoint.advance(61_000);
  return { endpoint, counted: { ballot, reply }, open };
}

describe("once nominations have ended", () => {
  it("no ballot is counted, not even one whose challenge was given before", async () => {
    const { endpoint, open } = await openThenClosed();
    const late = await endpoint.post("/api/nominations", open);
    expect([late.status, late.headers.get("content-type")]).toEqual([403, "application/problem+json"]);
    expect(await late.json()).toMatchObject({ code: "closed", title: "Номинациите са приключили." });
    const guess = await endpoint.post("/api/nominations", { ...open, token: "x" });
    expect(await guess.json()).toMatchObject({ code: "closed" });
    expect((await endpoint.store.head()).size).toBe(1);
  });

  it("no challenge is given", async () => {
    const { endpoint } = await openThenClosed();
    const refused = await endpoint.post("/api/challenges?lang=en", { practice: "solar-roofs" });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: "closed", title: "Nominations have closed." });
    expect((await endpoint.post("/api/challenges", { practice: "nobody" })).status).toBe(404);
  });

  it.each([
    ["bg", "Номинациите са приключили."],
    ["en", "Nominations have closed."],
  ])("the form is a page that says so (%s)", async (language, words) => {
    const { endpoint, open } = await openThenClosed();
    const shown = await endpoint.get(`/nominate/solar-roofs?lang=${language}`);
    const sent = await endpoint.post(`/api/nominations?lang=${language}`, new URLSearchParams(open).toString(), form);
    for (const page of [shown, sent]) {
      expect([page.status, page.headers.get("content-type")]).toEqual([403, "text/html; charset=UTF-8"]);
      const html = await page.text();
      expect(html).toContain(`<html lang="${language}">`);
      expect(html).toContain(`<h1>${words}</h1>`);
      expect(html).toContain(`href="../nominate?lang=${language}"`);
      expect(html).toContain("/practices/solar-roofs/");
      expect(html).not.toContain("<form");
    }
    expect((await endpoint.store.head()).size).toBe(1);
  });

  it("a ballot that was counted before still gets its receipt", async () => {
    const { endpoint, counted } = await openThenClosed();
    const again = await endpoint.post("/api/nominations", counted.ballot);
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ code: "already-counted", receipt: counted.reply.receipt, count: 1 });
  });

  it("counts, log and receipts can be read", async () => {
    const { endpoint, counted } = await openThenClosed();
    expect((await (await endpoint.get("/api/tally")).json()).counts).toEqual({ "solar-roofs": 1 });
    expect((await (await endpoint.get("/api/log")).json()).rows).toHaveLength(1);
    const page = await endpoint.get(`/nominate?lang=en&receipt=${counted.reply.receipt}`);
    expect(await page.text()).toContain("The vote is in the log: row 1");
    expect((await endpoint.get("/healthz")).status).toBe(200);
  });
});

describe("nominations with a first and a last day", () => {
  // The clock of the test stands at 12:00 UTC on 24 November 2026.
  const contest = (opens: string, closes: string) =>
    createTestEndpoint({ nominees: () => ({ open: true, opens, closes, ids }) });

  it("are not taken before the first moment, and are from then on, with no list read again", async () => {
    const endpoint = await contest("2026-11-24T14:00:30+02:00", "2026-12-01T00:00:00+02:00");
    const refused = await endpoint.post("/api/challenges?lang=en", { practice: "solar-roofs" });
    expect(await refused.json()).toMatchObject({
      code: "closed",
      title: "Nominations open on 24\u00a0November\u00a02026.",
    });
    const page = await endpoint.get("/nominate/solar-roofs?lang=bg");
    expect(page.status).toBe(403);
    const html = await page.text();
    expect(html).toContain("<h1>Номинациите започват на 24\u00a0ноември\u00a02026\u00a0г.</h1>");
    expect(html).not.toContain("квитанция");
    endpoint.advance(30_000);
    expect((await endpoint.vote("solar-roofs")).status).toBe(201);
  });

  it("are taken until the last moment, and not after it, whatever a page says", async () => {
    const endpoint = await contest("2026-11-01T00:00:00+02:00", "2026-11-24T14:00:30+02:00");
    const [last, late] = [await endpoint.ballot("solar-roofs"), await endpoint.ballot("solar-roofs")];
    endpoint.advance(29_999);
    expect((await endpoint.post("/api/nominations", last)).status).toBe(201);
    endpoint.advance(1);
    const refused = await endpoint.post("/api/nominations?lang=en", late);
    expect([refused.status, await refused.json()]).toMatchObject([403, { title: "Nominations have closed." }]);
    expect((await endpoint.post("/api/nominations", last)).status).toBe(409);
    expect((await endpoint.store.head()).size).toBe(1);
  });

  it("say so to a reader without script who sends a ballot", async () => {
    const endpoint = await contest("2026-11-25T00:00:00+02:00", "2026-12-01T00:00:00+02:00");
    const body = new URLSearchParams({ practice: "solar-roofs", token: "x", answer: "234567" }).toString();
    const page = await endpoint.post("/api/nominations?lang=en", body, form);
    expect([page.status, await page.text()]).toEqual([403, expect.stringContaining("Nominations open on 25")]);
  });
});

it.each([
  ["a day that is none", { open: true, opens: "soon", ids }],
  ["an object that does not say whether nominations are open", { ids }],
  ["a word in place of open", { open: "yes", ids }],
  ["no ids", { open: true }],
  ["nothing", null],
])("a nominees.json with %s counts nothing", async (_what, list) => {
  const endpoint = await createTestEndpoint({ nominees: () => list });
  expect((await endpoint.post("/api/challenges", { practice: "solar-roofs" })).status).toBe(503);
});

it("a list of a site on another host is read every five minutes at most, or for a practice that is new", async () => {
  let now = 0;
  let readings = 0;
  const list = ["solar-roofs"];
  const read = async (name: string) => {
    if (name !== "nominees.json") return {};
    readings += 1;
    return [...list];
  };
  const nominees = createNominees(read, () => now, publishedFreshMs);
  for (; now < 299_999; now += 10_000) expect(await nominees.find("solar-roofs")).toBeDefined();
  expect(readings).toBe(1);
  now = 300_000;
  await nominees.phase();
  expect(readings).toBe(2);
  list.push("new-one");
  now += 59_999;
  expect(await nominees.find("new-one")).toBeUndefined();
  now += 1;
  expect(await nominees.find("new-one")).toBeDefined();
  expect(readings).toBe(3);
});

describe("a built site", () => {
  const id = "edno-gishe";

  async function challengeOf(siteYaml: string): Promise<Response> {
    const root = temporaryRoot("small-site");
    appendFileSync(join(root, "content/site.yaml"), siteYaml);
    const { status, stderr } = await runPraktika(["build", "--root", root]);
    expect(status, stderr).toBe(0);
    const store = new SqliteStore(":memory:");
    await store.migrate();
    const settings = readSettings({ PRAKTIKA_SECRET: secret, PRAKTIKA_SITE_URL: origin });
    const { app } = await startEndpoint({ settings, store, siteFolder: join(root, "dist"), log: () => undefined });
    const body = JSON.stringify({ practice: id });
    const headers = { Origin: origin, "Content-Type": "application/json" };
    return app.request(`${origin}/api/challenges`, { method: "POST", headers, body });
  }

  it("with `open: false` has an endpoint that refuses", async () => {
    const response = await challengeOf("nominations: {open: false}\n");
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: "closed" });
  });

  it("with `open: true` has one that accepts", async () => {
    expect((await challengeOf("nominations: {open: true}\n")).status).toBe(201);
  });
});
