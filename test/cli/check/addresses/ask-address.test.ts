import { afterEach, describe, expect, it, vi } from "vitest";
import { type AddressState, askAddress } from "../../../../src/cli/check/addresses/ask-address.ts";

const start = "https://example.org/0";
const manners = { userAgent: "test", requestTimeoutMs: 1_000 };
afterEach(() => vi.unstubAllGlobals());

/** Asks with a web that answers like this. Returns what was asked, too. */
async function ask(respond: (path: string, method: string) => Response | Error) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string, { method }: RequestInit) => {
    const { pathname } = new URL(url);
    asked.push(`${method} ${pathname}`);
    const response = respond(pathname, method ?? "");
    if (response instanceof Error) throw response;
    return response;
  });
  return { answer: await askAddress(start, manners), asked };
}

const status = (code: number, location?: string): Response =>
  new Response(null, { status: code, headers: location === undefined ? {} : { location } });
/** A chain of redirects from /0 on to the page with this number. */
const chained =
  (length: number, code = 301) =>
  (path: string) =>
    Number(path.slice(1)) < length ? status(code, `/${Number(path.slice(1)) + 1}`) : status(200);

describe("an address that leads elsewhere", () => {
  it.each([1, 4, 5])("is followed over %i redirects", async (length) => {
    const { answer } = await ask(chained(length));
    expect(answer).toEqual({ kind: "moved", to: `https://example.org/${length}` });
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
    const { answer } = await ask((path) =>
      path === "/0"
        ? status(301, "/1")
        : path === "/1"
          ? status(302, "/2")
          : path === "/2"
            ? status(301, "/3")
            : status(200),
    );
    expect(answer).toEqual({ kind: "moved", to: "https://example.org/1" });
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

it.each<[string, Error, AddressState]>([
  ["no host", new TypeError("fetch failed", { cause: { code: "ENOTFOUND" } }), { kind: "gone", reason: "no-host" }],
  ["no answer in time", new DOMException("", "TimeoutError"), { kind: "unclear", reason: "timeout" }],
  [
    "refused",
    new TypeError("fetch failed", { cause: { code: "ECONNREFUSED" } }),
    { kind: "unclear", reason: "ECONNREFUSED" },
  ],
  ["a broken reply", new TypeError("broken"), { kind: "unclear", reason: "broken" }],
])("%s", async (_, error, answer) => {
  expect((await ask(() => error)).answer).toEqual(answer);
});
