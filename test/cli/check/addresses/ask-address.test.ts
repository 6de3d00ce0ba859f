import { afterEach, describe, expect, it, vi } from "vitest";
import { type AddressState, askAddress } from "../../../../src/cli/check/addresses/ask-address.ts";
import { nowhere, startWeb } from "./web.ts";

const manners = { userAgent: "test", requestTimeoutMs: 120_000, pauseMs: 0 };

interface Reply {
  readonly code: number;
  readonly location?: string | undefined;
}

/** Asks for /0 of a server that replies like this. Returns what was asked, too. */
async function ask(respond: (path: string, method: string) => Reply) {
  const asked: string[] = [];
  const web = await startWeb(({ url = "", method = "" }, response) => {
    asked.push(`${method} ${url}`);
    const { code, location } = respond(url, method);
    response.writeHead(code, location === undefined ? {} : { location }).end();
  });
  return { answer: await askAddress(`${web}/0`, manners), asked, web };
}

const status = (code: number, location?: string): Reply => ({ code, location });
/** A chain of redirects from /0 on to the page with this number. */
const chained =
  (length: number, code = 301) =>
  (path: string) =>
    Number(path.slice(1)) < length ? status(code, `/${Number(path.slice(1)) + 1}`) : status(200);

describe("an address that leads elsewhere", () => {
  it.each([1, 4, 5])("is followed over %i redirects", async (length) => {
    const { answer, web } = await ask(chained(length));
    expect(answer).toEqual({ kind: "moved", to: `${web}/${length}` });
  });

  it("is given up after five", async () => {
    const { answer, asked } = await ask(chained(6));
    expect(answer).toEqual({ kind: "unclear", reason: "> 5 × 3xx" });
    expect(asked).toHaveLength(6);
  });

  it.each([
    [301, "moved"],
    [308, "moved"],
    [302, "fine"],
    [303, "fine"],
    [307, "fine"],
  ])("by %i is %s", async (code, kind) => {
    expect((await ask(chained(1, code))).answer.kind).toBe(kind);
  });

  it("for good up to a redirect that is not has moved as far as that", async () => {
    const { answer, web } = await ask((path) =>
      path === "/0"
        ? status(301, "/1")
        : path === "/1"
          ? status(302, "/2")
          : path === "/2"
            ? status(301, "/3")
            : status(200),
    );
    expect(answer).toEqual({ kind: "moved", to: `${web}/1` });
  });

  it.each([undefined, "http://["])("to %s is unclear", async (location) => {
    expect((await ask(() => status(301, location))).answer).toEqual({ kind: "unclear", reason: "HTTP 301" });
  });
});

it.each<[number, AddressState]>([
  [200, { kind: "fine" }],
  [299, { kind: "fine" }],
  [304, { kind: "unclear", reason: "HTTP 304" }],
  [400, { kind: "unclear", reason: "HTTP 400" }],
  [403, { kind: "unclear", reason: "HTTP 403" }],
  [404, { kind: "gone", reason: "404" }],
  [410, { kind: "gone", reason: "410" }],
  [429, { kind: "unclear", reason: "HTTP 429" }],
  [503, { kind: "unclear", reason: "HTTP 503" }],
])("%i", async (code, answer) => {
  expect((await ask(() => status(code))).answer).toEqual(answer);
});

it.each([
  [399, ["HEAD /0"]],
  [400, ["HEAD /0", "GET /0"]],
  [404, ["HEAD /0", "GET /0"]],
  // Whoever asks for a rest gets one.
  [429, ["HEAD /0"]],
  [500, ["HEAD /0", "GET /0"]],
])("a server that answers %i without the page is asked: %j", async (code, expected) => {
  const { asked } = await ask((_, method) => (method === "HEAD" ? status(code) : status(200)));
  expect(asked).toEqual(expected);
});

it("no answer in time", async () => {
  const web = await startWeb(() => undefined);
  const answer = await askAddress(web, { ...manners, requestTimeoutMs: 50 });
  expect(answer).toEqual({ kind: "unclear", reason: "timeout" });
});

it("refused", async () => {
  expect(await askAddress(await nowhere(), manners)).toEqual({ kind: "unclear", reason: "ECONNREFUSED" });
});

it("a reply that breaks off", async () => {
  const web = await startWeb(({ socket }) => socket.destroy());
  expect(await askAddress(web, manners)).toEqual({ kind: "unclear", reason: "UND_ERR_SOCKET" });
});

describe("errors that only a network makes", () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each<[string, Error, AddressState]>([
    ["no host", new TypeError("fetch failed", { cause: { code: "ENOTFOUND" } }), { kind: "gone", reason: "no-host" }],
    ["an error without a code", new TypeError("broken"), { kind: "unclear", reason: "broken" }],
  ])("%s", async (_, error, answer) => {
    vi.stubGlobal("fetch", () => Promise.reject(error));
    expect(await askAddress("https://example.org/", manners)).toEqual(answer);
  });
});
