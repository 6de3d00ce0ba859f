import { describe, expect, it } from "vitest";
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
