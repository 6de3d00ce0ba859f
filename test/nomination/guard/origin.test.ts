import { expect, it } from "vitest";
import { isOwnOrigin } from "../../../src/nomination/guard/origin.ts";

const own = "https://praktiki.example.org";
it.each([
  [{}, false],
  [{ origin: own }, true],
  [{ origin: own, "sec-fetch-site": "same-origin" }, true],
  [{ origin: own, "sec-fetch-site": "same-site" }, true],
  [{ origin: own, "sec-fetch-site": "none" }, false],
  [{ origin: "null" }, false],
  [{ origin: `${own}.example.com` }, false],
  [{ origin: "http://praktiki.example.org" }, false],
  [{ origin: `${own}:8443` }, false],
  // What the browser says of the origin counts, whatever else is said.
  [{ origin: "https://example.com", "sec-fetch-site": "same-origin", referer: `${own}/bg/` }, false],
  [{ "sec-fetch-site": "same-origin" }, true],
  [{ "sec-fetch-site": "same-site" }, false],
  [{ "sec-fetch-site": "cross-site", referer: `${own}/bg/` }, false],
  [{ "sec-fetch-site": "none", referer: `${own}/bg/` }, false],
  [{ referer: `${own}/bg/practices/a/` }, true],
  [{ referer: "https://example.com/?https://praktiki.example.org" }, false],
  [{ referer: "praktiki.example.org" }, false],
])("a request that says %j comes from a page of our own: %s", (headers, expected) => {
  expect(isOwnOrigin(new Headers(headers as Record<string, string>), [own])).toBe(expected);
});
