import { describe, expect, it } from "vitest";
import { isOwnOrigin } from "../../../src/nomination/guard/origin.ts";

const site = "https://praktiki.example.org";
const votes = "https://votes.example.net";

type Case = readonly [what: string, headers: Readonly<Record<string, string>>, isOwn: boolean];

function describeCases(requested: string, cases: readonly Case[]): void {
  it.each(cases)("%s", (_what, headers, isOwn) => {
    expect(isOwnOrigin(new Headers(headers), [site], requested)).toBe(isOwn);
  });
}

describe("a browser that marks where a request comes from", () => {
  describeCases(votes, [
    ["is believed for the endpoint's own form", { "Sec-Fetch-Site": "same-origin", Origin: votes }, true],
    ["is believed where a referrer policy hides Origin", { "Sec-Fetch-Site": "same-origin", Origin: "null" }, true],
    ["is believed where Origin is missing", { "Sec-Fetch-Site": "same-origin" }, true],
    ["may come from the site on another host", { "Sec-Fetch-Site": "cross-site", Origin: site }, true],
    ["may come from the site on a sister host", { "Sec-Fetch-Site": "same-site", Origin: site }, true],
    ["may not come from a foreign page", { "Sec-Fetch-Site": "cross-site", Origin: "https://evil.example" }, false],
    ["may not come from a sandboxed frame", { "Sec-Fetch-Site": "cross-site", Origin: "null" }, false],
    ["may not come from a host beside", { "Sec-Fetch-Site": "same-site", Origin: "https://x.example.net" }, false],
    ["overrules an Origin that looks like ours", { "Sec-Fetch-Site": "cross-site", Origin: votes }, false],
    ["overrules a Referer", { "Sec-Fetch-Site": "cross-site", Referer: `${site}/bg/` }, false],
    ["may not come from the address bar", { "Sec-Fetch-Site": "none", Origin: site }, false],
  ]);
});

describe("a browser that marks nothing", () => {
  describeCases(votes, [
    ["may come from the endpoint's own form", { Origin: votes }, true],
    ["may come from the site", { Origin: site }, true],
    ["may show the form's address in Referer alone", { Referer: `${votes}/nominate/x?lang=bg` }, true],
    ["may show the site's address in Referer alone", { Referer: `${site}/bg/` }, true],
    ["may not hide its Origin", { Origin: "null" }, false],
    ["may not hide its Origin behind a Referer", { Origin: "null", Referer: `${votes}/` }, false],
    ["may not come from our own host over plain HTTP", { Origin: "http://votes.example.net" }, false],
    ["may not come from another port", { Origin: `${votes}:8443` }, false],
    ["may not come from a host that begins like ours", { Origin: `${votes}.evil.example` }, false],
    ["may not come from a foreign page", { Origin: "https://evil.example" }, false],
    ["may not come from an address with a name before the host", { Origin: "https://evil@votes.example.net" }, false],
    ["may not say nonsense", { Origin: "votes.example.net" }, false],
    ["may not say nothing", {}, false],
  ]);
});

describe("behind a proxy that takes HTTPS and passes HTTP on", () => {
  describeCases("http://votes.example.net", [
    ["the form came over HTTPS", { Origin: votes }, true],
    ["or over HTTP, if that is how readers ask", { Origin: "http://votes.example.net" }, true],
    ["but not from another host", { Origin: "https://evil.example" }, false],
  ]);
  describeCases("http://votes.example.net:8443", [
    ["the port stays", { Origin: `${votes}:8443` }, true],
    ["and counts", { Origin: votes }, false],
  ]);
});
