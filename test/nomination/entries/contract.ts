import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ChallengeReply, NominationReply, TallyReply } from "../../../src/core/protocol.ts";
import { createKeyRing } from "../../../src/nomination/key-ring.ts";
import { nodePrimitives } from "../../../src/nomination/node/node-primitives.ts";
import { secret, solveCode } from "../test-endpoint.ts";

/** An endpoint as a platform runs it. */
export interface RunningEntry {
  /** Origin of the pages that it accepts ballots from. */
  readonly origin: string;
  /** A request that reaches the platform from a client's address. */
  send(request: Request, address: string): Promise<Response>;
  close(): Promise<void>;
}

/** What the endpoint does wherever it runs. The entry uses the tests' secret and lists `siteFiles`. */
export function describeEntry(name: string, start: () => Promise<RunningEntry>): void {
  describe(name, () => {
    let entry: RunningEntry;
    beforeAll(async () => {
      entry = await start();
    });
    afterAll(() => entry?.close());

    test("answers that it is healthy", async () => {
      const response = await get(entry, "/healthz");
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ status: "ok", log: { size: expect.any(Number) } });
      expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    });

    test("gives a challenge with a picture and the same code spoken", async () => {
      const { image, audio } = await challenge(entry, "solar-roofs");
      const picture = await get(entry, image);
      expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/png"]);
      const png = new Uint8Array(await picture.arrayBuffer());
      expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      const speech = await get(entry, `${audio}?lang=bg`);
      expect([speech.status, speech.headers.get("content-type")]).toEqual([200, "audio/wav"]);
      const wav = new Uint8Array(await speech.arrayBuffer());
      expect(new TextDecoder().decode(wav.subarray(0, 4))).toBe("RIFF");
      expect(new DataView(wav.buffer).getUint32(4, true)).toBe(wav.length - 8);
    });

    test("counts a nomination, says so in the tally, and counts the same ballot once", async () => {
      const before = await countOf(entry, "mobile-library");
      const ballot = await rightBallot(entry, "mobile-library");
      const response = await post(entry, "/api/nominations", ballot, { address: "192.0.2.1" });
      expect(response.status).toBe(201);
      const reply = (await response.json()) as NominationReply;
      expect(reply).toMatchObject({ practice: "mobile-library", count: before + 1 });
      expect(await countOf(entry, "mobile-library")).toBe(before + 1);

      const again = await post(entry, "/api/nominations", ballot, { address: "192.0.2.1" });
      expect(again.status).toBe(409);
      expect(again.headers.get("content-type")).toContain("application/problem+json");
      expect(await again.json()).toMatchObject({ code: "already-counted", receipt: reply.receipt });
      expect(await countOf(entry, "mobile-library")).toBe(before + 1);
    });

    test("counts a ballot once that is sent 32 times at once", async () => {
      const before = await countOf(entry, "one-stop-shop");
      const ballot = await rightBallot(entry, "one-stop-shop");
      const sends = Array.from({ length: 32 }, () => {
        return post(entry, "/api/nominations", ballot, { address: "198.51.100.7" });
      });
      const statuses = (await Promise.all(sends)).map(({ status }) => status);
      expect(statuses.filter((status) => status === 201)).toHaveLength(1);
      expect(statuses.filter((status) => status === 409)).toHaveLength(31);
      expect(await countOf(entry, "one-stop-shop")).toBe(before + 1);
    });

    test("gives a network its quota, whatever it writes into forwarded headers", async () => {
      const statuses: number[] = [];
      for (let vote = 1; vote <= 6; vote++) {
        const response = await post(entry, "/api/nominations", await rightBallot(entry, "solar-roofs"), {
          address: "203.0.113.1",
          headers: { "X-Forwarded-For": `10.${vote}.0.1`, Forwarded: `for=10.${vote}.0.2` },
        });
        statuses.push(response.status);
        if (response.status === 429) expect(response.headers.get("retry-after")).toBe("3600");
      }
      expect(statuses).toEqual([201, 201, 201, 201, 201, 429]);
      const elsewhere = await post(entry, "/api/nominations", await rightBallot(entry, "solar-roofs"), {
        address: "2001:db8:1:2::3",
      });
      expect(elsewhere.status).toBe(201);
    });

    test("refuses pages of other origins", async () => {
      const ballot = await rightBallot(entry, "solar-roofs");
      const headers = { Origin: "https://elsewhere.example" };
      const response = await post(entry, "/api/nominations", ballot, { address: "192.0.2.9", headers });
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ code: "foreign-origin" });
    });

    test("serves readers without script: a page with a form, which leads to what has been counted and back", async () => {
      const page = await get(entry, "/nominate/solar-panels?lang=bg");
      expect(page.status).toBe(200);
      const html = await page.text();
      expect(html).toContain("Слънчеви покриви");
      const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? "";
      const form = new URLSearchParams({ practice: "solar-roofs", token, answer: await answerOf(token) });
      const response = await post(entry, "/api/nominations?lang=bg", form, { address: "192.0.2.30" });
      expect(response.status).toBe(303);
      const location = response.headers.get("location") ?? "";
      expect(location).toMatch(/^\.\.\/nominate\/solar-roofs\?lang=bg&counted=/);
      const done = await get(
        entry,
        new URL(location, "http://endpoint/api/nominations").pathname + location.replace(/^[^?]*/, ""),
      );
      expect(done.status).toBe(200);
      const shown = await done.text();
      expect(shown).toContain("Номинацията ви е отчетена");
      expect(shown).toMatch(/<code>[\w-]{22}<\/code>/);
      expect(shown).toContain("/bg/practices/solar-roofs/");
    });

    test("knows only its own paths", async () => {
      const response = await get(entry, "/api/elsewhere");
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: "not-found" });
    });
  });
}

interface Sender {
  readonly address: string;
  readonly headers?: Record<string, string>;
}

export function get(
  entry: RunningEntry,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return entry.send(new Request(new URL(path, entry.origin), { headers }), "192.0.2.200");
}

/** Posts JSON, or a form as a browser without script does. */
export function post(
  entry: RunningEntry,
  path: string,
  body: object | URLSearchParams,
  { address, headers }: Sender,
): Promise<Response> {
  const isForm = body instanceof URLSearchParams;
  const type = isForm ? "application/x-www-form-urlencoded" : "application/json";
  const request = new Request(new URL(path, entry.origin), {
    method: "POST",
    headers: { Origin: entry.origin, "Content-Type": type, ...headers },
    body: isForm ? String(body) : JSON.stringify(body),
    redirect: "manual",
  });
  return entry.send(request, address);
}

export async function challenge(entry: RunningEntry, practice: string): Promise<ChallengeReply> {
  const response = await post(entry, "/api/challenges", { practice }, { address: "192.0.2.200" });
  expect(response.status).toBe(201);
  return (await response.json()) as ChallengeReply;
}

/** A ballot with the right answer. */
export async function rightBallot(entry: RunningEntry, practice: string) {
  const { token } = await challenge(entry, practice);
  return { practice, token, answer: await answerOf(token) };
}

async function answerOf(token: string): Promise<string> {
  return solveCode(token, await createKeyRing([secret], nodePrimitives), Date.now());
}

async function countOf(entry: RunningEntry, practice: string): Promise<number> {
  const response = await get(entry, `/api/tally?practice=${practice}`, { "Cache-Control": "no-cache" });
  expect(response.status).toBe(200);
  const { counts } = (await response.json()) as TallyReply;
  return counts[practice] ?? 0;
}
