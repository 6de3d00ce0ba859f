import { describe, expect, it } from "vitest";
import { parseAddress } from "../../../src/nomination/network.ts";
import { createTrustedProxies } from "../../../src/nomination/node/trusted-proxies.ts";

const socket = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });

function originOf(headers: Record<string, string>, peer: string): string {
  const { requestOrigin } = createTrustedProxies(["10.0.0.0/8"]);
  return requestOrigin(new Request("http://inside:4001/api/nominations", { headers }), socket(peer));
}

describe("the origin that a client asked", () => {
  const headers = { "X-Forwarded-Host": "votes.example.net, inner", "X-Forwarded-Proto": "https, http" };

  it("is what the first proxy says, if the proxy is named", () => {
    expect(originOf(headers, "10.0.0.5")).toBe("https://votes.example.net");
    expect(originOf({ "X-Forwarded-Host": "votes.example.net:8080" }, "10.0.0.5")).toBe(
      "http://votes.example.net:8080",
    );
    expect(originOf({ "X-Forwarded-Proto": "https" }, "10.0.0.5")).toBe("https://inside:4001");
  });

  it("is the request's own, whatever a stranger writes", () => {
    expect(originOf(headers, "192.0.2.7")).toBe("http://inside:4001");
  });

  it("is the request's own, if the proxy says nothing or nonsense", () => {
    expect(originOf({}, "10.0.0.5")).toBe("http://inside:4001");
    expect(originOf({ "X-Forwarded-Host": "a b" }, "10.0.0.5")).toBe("http://inside:4001");
    expect(originOf({ "X-Forwarded-Proto": "javascript" }, "10.0.0.5")).toBe("http://inside:4001");
  });
});

describe("the client behind a trusted proxy", () => {
  const clientOf = (headers: Record<string, string>, networks = ["10.0.0.0/8", "2001:db8::/32"]) => {
    const { clientAddress } = createTrustedProxies(networks);
    return parseAddress(clientAddress(new Request("http://inside/", { headers }), socket("::ffff:10.0.0.5")))?.join(
      ".",
    );
  };

  it.each([
    ["X-Forwarded-For", "203.0.113.7"],
    ["X-Forwarded-For", "203.0.113.7:51234"],
    ["X-Forwarded-For", '"203.0.113.7"'],
    ["X-Forwarded-For", "198.51.100.1, 203.0.113.7:80, 10.1.1.1:443, [2001:db8::9]:8080"],
    ["Forwarded", "for=203.0.113.7"],
    ["Forwarded", 'For="203.0.113.7:4711";proto=https;by=10.0.0.5'],
    ["Forwarded", 'for=198.51.100.1, proto=http;for=203.0.113.7, for="[2001:db8:cafe::17]:4711"'],
    ["Forwarded", 'for="[::ffff:203.0.113.7]"'],
  ])("is read from %s: %s", (name, value) => {
    expect(clientOf({ [name]: value })).toBe("203.0.113.7");
  });

  it("is believed of both headers together if they agree, and of neither if one is a client's own", () => {
    const headers = { "X-Forwarded-For": "203.0.113.7:99" };
    expect(clientOf({ ...headers, Forwarded: "for=203.0.113.7" })).toBe("203.0.113.7");
    expect(clientOf({ ...headers, Forwarded: "for=198.51.100.1" })).toBe("10.0.0.5");
  });

  it("is not known if the proxy hides it", () => {
    expect(clientOf({ Forwarded: "for=_hidden" })).toBeUndefined();
    expect(clientOf({ "X-Forwarded-For": "unknown" })).toBeUndefined();
  });

  it.each(["10.0.0.0/", "10.0.0.0/33", "10.0.0.0/x", "proxy.example.org", "/8", "2001:db8::/129"])(
    "needs the proxy to be named by an address or a network, which %j is not",
    (network) => {
      expect(() => createTrustedProxies([network])).toThrow("PRAKTIKA_TRUSTED_PROXIES must be addresses or networks");
    },
  );
});

it("the origin that a client asked may come in Forwarded", () => {
  expect(originOf({ Forwarded: 'host="votes.example.net:8443";proto=https' }, "10.0.0.5")).toBe(
    "https://votes.example.net:8443",
  );
});
