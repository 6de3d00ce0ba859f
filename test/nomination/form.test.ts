import { describe, expect, it } from "vitest";
import { SqliteStore } from "../../src/nomination/node/sqlite-store.ts";
import { startLazily } from "../../src/nomination/start-lazily.ts";
import { createTestEndpoint, origin, type TestEndpoint } from "./test-endpoint.ts";

/** The form as a browser without script sends it. */
const headers = { "Content-Type": "application/x-www-form-urlencoded", Accept: "text/html,application/xhtml+xml" };

const paper = { site: { name: { en: "Practices" } }, titles: { "solar-roofs": { en: "Solar roofs" } } };

function send(endpoint: TestEndpoint, fields: Record<string, string>, more: Record<string, string> = {}) {
  const body = new URLSearchParams({ practice: "solar-roofs", ...fields }).toString();
  return endpoint.post("/api/nominations?lang=en", body, { ...headers, ...more });
}

/** What a page has in its fields. */
async function read(response: Response) {
  const html = await response.text();
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    html,
    token: /name="token" value="([^"]*)"/.exec(html)?.[1],
    answer: /name="answer" value="([^"]*)"/.exec(html)?.[1],
  };
}

const html = "text/html; charset=UTF-8";

/** An endpoint whose store can be taken away. */
async function endpointWithSwitch() {
  const store = new SqliteStore(":memory:");
  let isDown = false;
  const down = () => Promise.reject(new Error("down"));
  const switched = new Proxy(store, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      return isDown ? down : value.bind(target);
    },
  });
  const endpoint = await createTestEndpoint({ store: switched, paper });
  return {
    endpoint,
    store,
    takeAway: () => {
      isDown = true;
    },
    bringBack: () => {
      isDown = false;
    },
  };
}

describe("a form of a site with words of its own", () => {
  it("says them, in the form, after the vote and where something is wrong", async () => {
    const said = (one: string, other = one) => ({ en: { one, other } });
    const texts = {
      back: said("Back to the case study"),
      nominations: said("Nominations of this case study"),
      nominationsNow: said("One nomination.", "{1} nominations."),
      "problems.unknown-practice": said("There is no such case study."),
    };
    const endpoint = await createTestEndpoint({ paper: { ...paper, site: { ...paper.site, texts } } });
    const form = await (await endpoint.get("/nominate/solar-roofs?lang=en")).text();
    expect(form).toContain("Back to the case study");
    const sent = await send(endpoint, await endpoint.ballot("solar-roofs"));
    const location = new URL(sent.headers.get("location") ?? "", `${origin}/api/nominations`);
    const done = await (await endpoint.get(location.pathname + location.search)).text();
    expect(done).toContain("One nomination.");
    const missing = await (await endpoint.get("/nominate/none?lang=en")).text();
    expect(missing).toContain("There is no such case study.");
    for (const page of [form, done, missing]) expect(page).not.toMatch(/\b(?:this|the|such) practice\b/i);
  });
});

describe("a form without script", () => {
  it("leads to a page with receipt, day and count, which can be loaded again; its address holds no receipt", async () => {
    const endpoint = await createTestEndpoint({ paper });
    const ballot = await endpoint.ballot("solar-roofs");
    const sent = await send(endpoint, ballot);
    expect(sent.status).toBe(303);
    const location = new URL(sent.headers.get("location") ?? "", `${origin}/api/nominations`);
    for (let visit = 0; visit < 2; visit++) {
      const page = await read(await endpoint.get(location.pathname + location.search));
      expect(page.status).toBe(200);
      const receipt = /<code>([\w-]{22})<\/code>/.exec(page.html)?.[1] ?? "";
      expect(page.html).toContain("Counted on 24\u00a0November\u00a02026. This practice now has 1 nomination.");
      expect(location.href).not.toContain(receipt);
      const found = await endpoint.post("/nominate?lang=en", `receipt=${receipt}`, headers);
      expect(await found.text()).toContain("The vote is in the log: row 1");
    }
    // Sent again, from “Back” or a lost reply: the same page, one vote.
    expect((await send(endpoint, ballot)).headers.get("location")).toBe(sent.headers.get("location"));
    expect((await endpoint.store.head()).size).toBe(1);
  });

  it("says that it was counted, without the receipt, when that page is loaded again much later", async () => {
    const endpoint = await createTestEndpoint({ paper });
    const sent = await send(endpoint, await endpoint.ballot("solar-roofs"));
    const address = (sent.headers.get("location") ?? "").replace("..", "");
    endpoint.advance(21 * 60_000);
    const page = await read(await endpoint.get(address));
    expect(page.html).toContain("Counted on 24\u00a0November\u00a02026. This practice now has 1 nomination.");
    expect([page.token, page.html.includes("<code>")]).toEqual([undefined, false]);
  });

  it("shows the form, when that address is made up", async () => {
    const endpoint = await createTestEndpoint({ paper });
    const page = await read(await endpoint.get("/nominate/solar-roofs?lang=en&counted=x.y"));
    expect(page.token).toBeDefined();
  });

  it.each(["", "23", "23 45 6", "2345678"])("is shown again with %j, and its code is not spent", async (typed) => {
    const endpoint = await createTestEndpoint({ paper });
    const { token, answer } = await endpoint.ballot("solar-roofs");
    const page = await read(await send(endpoint, { token, answer: typed }));
    expect(page).toMatchObject({ status: 422, type: html, token, answer: typed });
    expect(page.html).toContain('aria-invalid="true"');
    expect(page.html).toContain('aria-describedby="ballot-answer-hint ballot-problem"');
    expect((await send(endpoint, { token, answer })).status).toBe(303);
  });

  it("is shown with another code after a wrong one", async () => {
    const endpoint = await createTestEndpoint({ paper });
    const { token } = await endpoint.ballot("solar-roofs");
    const page = await read(await send(endpoint, { token, answer: "000000" }));
    expect(page).toMatchObject({ status: 422, type: html, answer: "" });
    expect(page.token).not.toBe(token);
  });

  it("is shown with what was typed when the store is down, and counts once when it is back", async () => {
    const { endpoint, store, takeAway, bringBack } = await endpointWithSwitch();
    const { token, answer } = await endpoint.ballot("solar-roofs");
    takeAway();
    const page = await read(await send(endpoint, { token, answer }));
    expect(page).toMatchObject({ status: 503, type: html, token, answer });
    expect(page.html).toContain("your vote counts only once");
    bringBack();
    expect((await send(endpoint, { token, answer })).status).toBe(303);
    expect((await send(endpoint, { token, answer })).status).toBe(303);
    expect((await store.head()).size).toBe(1);
  });

  it("is shown with what was typed to a browser that comes from elsewhere, or sends too much", async () => {
    const endpoint = await createTestEndpoint({ paper });
    const { token, answer } = await endpoint.ballot("solar-roofs");
    const foreign = await read(await send(endpoint, { token, answer }, { Origin: "https://evil.example" }));
    expect(foreign).toMatchObject({ status: 403, type: html, token, answer });
    const long = await read(await send(endpoint, { token, answer, note: "x".repeat(3_000) }));
    expect(long).toMatchObject({ status: 413, type: html, token, answer });
    expect((await endpoint.store.head()).size).toBe(0);
  });

  it("is a button that sends the ballot again where not even the practice can be looked up", async () => {
    let isDown = false;
    const endpoint = await createTestEndpoint({
      nominees: () => {
        if (isDown) throw new Error("down");
        return ["solar-roofs"];
      },
    });
    const ballot = await endpoint.ballot("solar-roofs");
    isDown = true;
    const fresh = await createTestEndpoint({
      nominees: () => {
        throw new Error("down");
      },
    });
    const page = await read(await send(fresh, ballot));
    expect(page).toMatchObject({ status: 503, type: html, token: ballot.token, answer: ballot.answer });
    expect(page.html).toContain("Send again");
  });

  it("never shows JSON: any problem is a page in the reader's language", async () => {
    const endpoint = await createTestEndpoint({ paper });
    const accept = { Accept: "text/html" };
    for (const [path, status] of [
      ["/nominate/nobody", 404],
      ["/nowhere", 404],
      ["/api/nominations", 405],
    ] as const) {
      const page = await read(await endpoint.get(`${path}?lang=bg`, accept));
      expect([page.status, page.type]).toEqual([status, html]);
      expect(page.html).toContain('<html lang="bg">');
    }
  });
});

describe("the check of a receipt", () => {
  it("is a form that posts, so that no address holds the receipt", async () => {
    const endpoint = await createTestEndpoint({ paper });
    const page = await read(await endpoint.get("/nominate?lang=en"));
    expect(page.html).toContain('method="post" action="./nominate?lang=en"');
    const answer = await read(await endpoint.post("/nominate?lang=en", "receipt=AAAAAAAAAAAAAAAAAAAAAA", headers));
    expect(answer.html).toContain("There is no vote with this receipt");
  });

  it("keeps what was typed when the store is down", async () => {
    const { endpoint, takeAway } = await endpointWithSwitch();
    await endpoint.get("/nominate");
    takeAway();
    const page = await read(await endpoint.post("/nominate?lang=en", "receipt=AAAAAAAAAAAAAAAAAAAAAA", headers));
    expect([page.status, page.type]).toEqual([503, html]);
    expect(page.html).toContain('value="AAAAAAAAAAAAAAAAAAAAAA"');
  });
});

describe("an endpoint that has not started", () => {
  const answer = startLazily<object>(
    () => Promise.reject(new Error("no store")),
    () => undefined,
    () => 1_000,
  );

  it("shows readers a page in their language, with their ballot to be sent again", async () => {
    const body = new URLSearchParams({ practice: "solar-roofs", token: "t", answer: "234567" }).toString();
    const request = new Request(`${origin}/prod/api/nominations?lang=en`, { method: "POST", headers, body });
    const page = await read(await answer(request, {}));
    expect(page).toMatchObject({ status: 503, type: html, token: "t", answer: "234567" });
    expect(page.html).toContain('action="../api/nominations?lang=en"');
    const form = new Request(`${origin}/nominate/x`, { headers: { ...headers, "Accept-Language": "bg-BG" } });
    expect((await read(await answer(form, {}))).html).toContain("Услугата за номинации не отговаря");
  });

  it("answers programs with JSON", async () => {
    const response = await answer(new Request(`${origin}/api/tally`), {});
    expect([response.status, response.headers.get("content-type")]).toEqual([503, "application/problem+json"]);
  });
});

it("addresses of pictures and sounds hold no nonce, and are no tokens", async () => {
  const endpoint = await createTestEndpoint();
  const { token, image, audio, receipt } = await endpoint.challenge("solar-roofs");
  const sealed = /challenges\/(.+)\.png$/.exec(image)?.[1] ?? "";
  const bytes = Buffer.from(sealed.split(".")[0] ?? "", "base64url").toString("latin1");
  expect(bytes).not.toContain(Buffer.from(receipt, "base64url").toString("latin1"));
  const pictures = await Promise.all(
    [image, `/api/challenges/${token}.png`].map(async (path) => (await endpoint.get(path)).arrayBuffer()),
  );
  expect(Buffer.from(pictures[0] as ArrayBuffer).equals(Buffer.from(pictures[1] as ArrayBuffer))).toBe(true);
  expect((await endpoint.get(audio)).status).toBe(200);
  const answer = await endpoint.solve(token);
  const stolen = await endpoint.post("/api/nominations", { practice: "solar-roofs", token: sealed, answer });
  expect(stolen.status).toBe(422);
  expect((await endpoint.store.head()).size).toBe(0);
});
