import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maxBodyBytes, routes } from "../../src/core/protocol.ts";
import { runs } from "../setup/soak.ts";
import { createTestEndpoint, origin, type TestEndpoint } from "./test-endpoint.ts";

async function tallyOf(endpoint: TestEndpoint): Promise<object> {
  return (await (await endpoint.get("/api/tally")).json()).counts;
}

describe("a ballot from elsewhere", () => {
  const own = { Origin: origin };
  const cases: [string, Record<string, string>, number][] = [
    ["from our own page", own, 201],
    ["from our own page, as browsers mark it", { ...own, "Sec-Fetch-Site": "same-origin" }, 201],
    ["without Origin, marked as our own page's", { Origin: "", "Sec-Fetch-Site": "same-origin" }, 201],
    ["without Origin, from our page's address", { Origin: "", Referer: `${origin}/bg/` }, 201],
    ["that says nothing of where it comes from", { Origin: "" }, 403],
    ["with Origin null", { Origin: "null" }, 403],
    ["with Origin null, marked as our own page's", { Origin: "null", "Sec-Fetch-Site": "same-origin" }, 201],
    ["of a foreign page", { Origin: "https://evil.example" }, 403],
    ["of a page whose name begins like ours", { Origin: `${origin}.evil.example` }, 403],
    ["of our name over plain http", { Origin: origin.replace("https", "http") }, 403],
    [
      "marked as cross-site, without Origin",
      { Origin: "", "Sec-Fetch-Site": "cross-site", Referer: `${origin}/` },
      403,
    ],
    ["typed into the address bar", { ...own, "Sec-Fetch-Site": "none" }, 403],
    ["cross-site as text/plain", { Origin: "https://evil.example", "Content-Type": "text/plain" }, 403],
    ["our own as text/plain", { ...own, "Content-Type": "text/plain" }, 415],
    ["our own as multipart", { ...own, "Content-Type": "multipart/form-data; boundary=x" }, 415],
    ["our own without a type", { ...own, "Content-Type": "" }, 415],
  ];
  for (const [name, headers, status] of cases) {
    it(`${name} is answered ${status}`, async () => {
      const endpoint = await createTestEndpoint();
      const ballot = await endpoint.ballot("solar-roofs");
      const sent = new Headers({ "Content-Type": "application/json", ...headers });
      for (const [header, value] of Object.entries(headers)) if (value === "") sent.delete(header);
      const request = { method: "POST", headers: sent, body: new TextEncoder().encode(JSON.stringify(ballot)) };
      const response = await endpoint.app.request(`${origin}/api/nominations`, request);
      expect(response.status).toBe(status);
      if (status === 403) expect(await response.json()).toMatchObject({ code: "foreign-origin", status: 403 });
      expect(await tallyOf(endpoint)).toEqual(status === 201 ? { "solar-roofs": 1 } : {});
    });
  }

  it("is refused with a page in the reader's language, if a browser goes there", async () => {
    const endpoint = await createTestEndpoint({ paper: { site: { name: { en: "Practices" } } } });
    const headers = {
      Origin: "https://evil.example",
      "Content-Type": "application/x-www-form-urlencoded",
      Accept: "text/html,application/xhtml+xml",
    };
    const response = await endpoint.post("/api/nominations?lang=en", "practice=solar-roofs", headers);
    expect([response.status, response.headers.get("content-type")]).toEqual([403, "text/html; charset=UTF-8"]);
    const page = await response.text();
    expect(page).toContain('<h1 class="ballot-title">Nominations are accepted only from the pages of this site.</h1>');
    expect(page).toContain("Practices");
    expect(endpoint.events.at(-1)?.outcome).toBe("foreign-origin");
  });

  it("is refused for challenges as well", async () => {
    const endpoint = await createTestEndpoint();
    const response = await endpoint.post(
      "/api/challenges",
      { practice: "solar-roofs" },
      { Origin: "https://evil.example" },
    );
    expect(response.status).toBe(403);
  });
});

describe("a method that changes nothing", () => {
  it("changes nothing on any route", async () => {
    const endpoint = await createTestEndpoint();
    const ballot = await endpoint.ballot("solar-roofs");
    const query = new URLSearchParams(ballot).toString();
    for (const route of Object.values(routes)) {
      for (const method of ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
        const body = ["GET", "HEAD"].includes(method) ? {} : { body: JSON.stringify(ballot) };
        const headers = { Origin: origin, "Content-Type": "application/json" };
        const response = await endpoint.app.request(`${origin}${route}?${query}`, { method, headers, ...body });
        expect(response.status, `${method} ${route}`).toBeLessThan(500);
        expect(response.status, `${method} ${route}`).not.toBe(201);
      }
    }
    expect(await tallyOf(endpoint)).toEqual({});
    expect((await endpoint.post("/api/nominations", ballot)).status).toBe(201);
    const wrong = await endpoint.app.request(`${origin}/api/nominations`, { method: "PUT" });
    expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "POST"]);
  });
});

describe("a body", () => {
  it("of a megabyte is refused without being kept, whatever its length header says", async () => {
    const endpoint = await createTestEndpoint();
    const big = `{"practice":"${"x".repeat(1_000_000)}"}`;
    const announced = await endpoint.post("/api/nominations", big, { "Content-Length": String(big.length) });
    const hidden = await endpoint.post("/api/nominations", big, { "Content-Length": "12" });
    for (const response of [announced, hidden]) {
      expect(response.status).toBe(413);
      expect(await response.json()).toMatchObject({ code: "too-large" });
    }
  });

  it("may have as many bytes as the limit, and not one more", async () => {
    const endpoint = await createTestEndpoint();
    const pad = (length: number) => `{"practice":"nobody","padding":"${"x".repeat(length - 34)}"}`;
    expect(pad(maxBodyBytes)).toHaveLength(maxBodyBytes);
    expect((await endpoint.post("/api/nominations", pad(maxBodyBytes))).status).toBe(404);
    expect((await endpoint.post("/api/nominations", pad(maxBodyBytes + 1))).status).toBe(413);
  });

  const form = { "Content-Type": "application/x-www-form-urlencoded", Accept: "application/json" };
  it("with ten thousand fields, with a field twice, that is no object or no UTF-8 is refused", async () => {
    const endpoint = await createTestEndpoint();
    const { practice, token, answer } = await endpoint.ballot("solar-roofs");
    const many = Array.from({ length: 10_000 }, (_, index) => `f${index}=1`).join("&");
    expect((await endpoint.post("/api/nominations", many, form)).status).toBe(413);
    const twice = `practice=${practice}&token=${token}&answer=222222&answer=${answer}`;
    expect((await endpoint.post("/api/nominations", twice, form)).status).toBe(400);
    for (const text of [
      "",
      "[]",
      "null",
      "1",
      '"text"',
      "{",
      '{"practice":1}',
      '{"practice":{}}',
      '{"practice":["x"]}',
    ]) {
      expect((await endpoint.post("/api/nominations", text)).status, text).toBe(400);
    }
    const request = { method: "POST", headers: { Origin: origin, ...form }, body: Uint8Array.of(0x61, 0xff, 0xfe) };
    expect((await endpoint.app.request(`${origin}/api/nominations`, request)).status).toBe(400);
    expect(await tallyOf(endpoint)).toEqual({});
  });
});

describe("an id", () => {
  it("that is no practice is 404 everywhere, comes back nowhere as it was sent, and breaks nothing: 10,000 of them", async () => {
    const endpoint = await createTestEndpoint();
    const hostile = fc.constantFrom(
      "\r\nSet-Cookie: a=b",
      "<script>alert(1)</script>",
      "\"'><img src=x onerror=alert(1)>",
      "' OR 1=1 --",
      "__proto__",
      "constructor",
      "hasOwnProperty",
      "toString",
      "..%2f..%2fetc%2fpasswd",
      "../../nominees.json",
      "%00",
      "\0",
      "\u202e",
      "solar-roofs ",
      "SOLAR-ROOFS",
      "solar‐roofs",
      "{{7*7}}",
      "$" + "{7*7}",
    );
    const ids = fc.oneof(
      hostile,
      fc.tuple(hostile, fc.string()).map((parts) => parts.join("")),
      fc.string({ unit: "binary", maxLength: 80 }),
    );
    let cases = 0;
    await fc.assert(
      fc.asyncProperty(ids, async (id) => {
        fc.pre(!["solar-roofs", "one-stop-shop", "mobile-library"].includes(id));
        cases += 1;
        const challenge = await endpoint.post("/api/challenges", { practice: id });
        const ballot = await endpoint.post("/api/nominations", { practice: id, token: "x", answer: "x" });
        expect([400, 404, 413]).toContain(challenge.status);
        expect([400, 404, 413]).toContain(ballot.status);
        expect(challenge.headers.get("set-cookie")).toBeNull();
        const page = await endpoint.get(`/nominate/${encodeURIComponent(id.toWellFormed())}?lang=en`);
        expect([200, 404]).toContain(page.status);
        const text = await page.text();
        for (const piece of ["<script", "onerror", "etc/passwd", "Set-Cookie"]) expect(text).not.toContain(piece);
        const { counts } = await (
          await endpoint.get(`/api/tally?practice=${encodeURIComponent(id.toWellFormed())}`)
        ).json();
        expect(Object.values(counts).filter((count) => count !== 0)).toEqual([]);
      }),
      { numRuns: runs(500, 10_000) },
    );
    expect(cases).toBeGreaterThan(runs(450, 9_000));
    expect(await tallyOf(endpoint)).toEqual({});
    expect(endpoint.events.filter(({ status }) => status >= 500)).toEqual([]);
  });

  it("of the past leads to the practice of today", async () => {
    const paper = { formerIds: { "sun-roofs": "solar-roofs", gone: "no-longer-there" } };
    const endpoint = await createTestEndpoint({ paper });
    const ballot = { ...(await endpoint.ballot("sun-roofs")), practice: "sun-roofs" };
    expect(await (await endpoint.post("/api/nominations", ballot)).json()).toMatchObject({
      practice: "solar-roofs",
      count: 1,
    });
    expect((await endpoint.post("/api/challenges", { practice: "gone" })).status).toBe(404);
  });
});

describe("answers", () => {
  it("to a browser are pages, also when the store or the site is out of reach", async () => {
    const html = { Accept: "text/html" };
    const endpoint = await createTestEndpoint({ nominees: () => undefined });
    for (const [path, status] of [
      ["/api/nothing?lang=en", 404],
      ["/nominate/solar-roofs?lang=en", 503],
    ] as const) {
      const response = await endpoint.get(path, html);
      expect([response.status, response.headers.get("content-type")]).toEqual([status, "text/html; charset=UTF-8"]);
      expect(await response.text()).toContain('<html lang="en">');
    }
  });

  it("carry strict headers, whatever they answer", async () => {
    const endpoint = await createTestEndpoint();
    const paths = [
      "/nominate/solar-roofs",
      "/nominate",
      "/nominate/nobody",
      "/api/tally",
      "/api/log",
      "/healthz",
      "/api/nothing",
    ];
    for (const path of paths) {
      const { headers } = await endpoint.get(path);
      expect(headers.get("content-security-policy"), path).toContain("default-src 'none'");
      expect(headers.get("content-security-policy"), path).not.toContain("unsafe");
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    }
  });

  it("may be read by the site's own pages on another host, and by no others", async () => {
    const endpoint = await createTestEndpoint();
    const own = await endpoint.get("/api/tally", { Origin: origin });
    expect(own.headers.get("access-control-allow-origin")).toBe(origin);
    const foreign = await endpoint.get("/api/tally", { Origin: "https://evil.example" });
    expect(foreign.headers.get("access-control-allow-origin")).toBeNull();
    expect(foreign.headers.get("vary")).toContain("Origin");
  });

  it("are problem JSON in the reader's language", async () => {
    const endpoint = await createTestEndpoint();
    const bulgarian = await endpoint.post("/api/challenges?lang=bg", { practice: "nobody" });
    expect(bulgarian.headers.get("content-type")).toBe("application/problem+json");
    expect(await bulgarian.json()).toEqual({
      type: "about:blank",
      title: "Няма такава практика.",
      status: 404,
      code: "unknown-practice",
    });
    const english = await endpoint.post("/api/challenges", { practice: "nobody" }, { "Accept-Language": "en-GB,en" });
    expect(await english.json()).toMatchObject({ title: "There is no such practice." });
  });

  it("of the tally are cacheable, and cost nothing when nothing has changed", async () => {
    const endpoint = await createTestEndpoint();
    await endpoint.vote("solar-roofs");
    const first = await endpoint.get("/api/tally");
    expect(await first.json()).toEqual({
      counts: { "solar-roofs": 1 },
      log: { size: 1, root: expect.stringMatching(/^[\da-f]{64}$/) },
      asOf: "2026-11-24T12:00:00.000Z",
    });
    expect(first.headers.get("cache-control")).toContain("max-age=");
    const again = await endpoint.get("/api/tally", { "If-None-Match": first.headers.get("etag") ?? "" });
    expect(again.status).toBe(304);
    const one = await (await endpoint.get("/api/tally?practice=one-stop-shop")).json();
    expect(one.counts).toEqual({ "one-stop-shop": 0 });
  });

  it("note only the route, the status and what became of it", async () => {
    const endpoint = await createTestEndpoint();
    await endpoint.vote("solar-roofs");
    await endpoint.get("/nominate/secret-path?receipt=secret");
    for (const event of endpoint.events) {
      expect(Object.keys(event).sort()).toEqual(["method", "milliseconds", "outcome", "route", "status"]);
    }
    expect(JSON.stringify(endpoint.events)).not.toContain("secret");
    expect(endpoint.events.map(({ outcome }) => outcome)).toEqual(["", "counted", "unknown-practice"]);
  });
});
