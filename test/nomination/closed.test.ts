import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SqliteStore } from "../../src/nomination/node/sqlite-store.ts";
import { startEndpoint } from "../../src/nomination/node/start-endpoint.ts";
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
      expect(html).toContain(`href="/nominate?lang=${language}"`);
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

it.each([
  ["an object that does not say whether nominations are open", { ids }],
  ["a word in place of open", { open: "yes", ids }],
  ["no ids", { open: true }],
  ["nothing", null],
])("a nominees.json with %s counts nothing", async (_what, list) => {
  const endpoint = await createTestEndpoint({ nominees: () => list });
  expect((await endpoint.post("/api/challenges", { practice: "solar-roofs" })).status).toBe(503);
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
