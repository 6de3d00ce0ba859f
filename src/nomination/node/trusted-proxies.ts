import { BlockList, isIP } from "node:net";
import type { HttpBindings } from "@hono/node-server";
import { SettingsError } from "../settings.ts";

/** Says where a request comes from. `environment`: what the platform says beside the request itself. */
export type ReadAddress = (request: Request, environment: unknown) => string | undefined;

/** What proxies say of a request; believed only if its peer is a proxy named in the settings. */
export interface TrustedProxies {
  /**
   * The client's address: its peer's, unless that is a trusted proxy; then the last one in `X-Forwarded-For` that is not
   * such a proxy.
   */
  readonly clientAddress: ReadAddress;
  /** The origin that the client asked: `X-Forwarded-Host` and `X-Forwarded-Proto` of a trusted proxy, else the request's. */
  readonly requestOrigin: (request: Request, environment: unknown) => string;
}

/**
 * Reads addresses or networks such as `10.0.0.0/8`. Throws `SettingsError`.
 * @param peerAddress who is at the other end: of the socket, or of the platform that took the request
 */
export function createTrustedProxies(
  networks: readonly string[],
  peerAddress: ReadAddress = socketAddress,
): TrustedProxies {
  const isTrusted = createProxyCheck(networks);
  return {
    clientAddress(request, environment) {
      const peer = peerAddress(request, environment);
      if (peer === undefined || !isTrusted(peer)) return peer;
      return forwarded(request, "for").findLast((address) => !isTrusted(address)) ?? peer;
    },
    requestOrigin(request, environment) {
      const { origin, protocol, host } = new URL(request.url);
      const peer = peerAddress(request, environment);
      if (peer === undefined || !isTrusted(peer)) return origin;
      // The first proxy is the one that the client asked.
      const [scheme = protocol.slice(0, -1)] = forwarded(request, "proto");
      const [name = host] = forwarded(request, "host");
      const asked = `${scheme}://${name}`;
      return /^https?$/i.test(scheme) && URL.canParse(asked) ? new URL(asked).origin : origin;
    },
  };
}

function forwarded(request: Request, what: "for" | "host" | "proto"): readonly string[] {
  const values = request.headers.get(`x-forwarded-${what}`) ?? "";
  return values
    .split(",")
    .map((value) => value.trim())
    .filter(Boolean);
}

function createProxyCheck(networks: readonly string[]): (address: string) => boolean {
  const trusted = new BlockList();
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    try {
      trusted.addSubnet(address, bits === undefined ? (family === "ipv6" ? 128 : 32) : Number(bits), family);
    } catch {
      throw new SettingsError("PRAKTIKA_TRUSTED_PROXIES must be addresses or networks such as 10.0.0.0/8");
    }
  }
  return (address) => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
    const version = isIP(plain);
    return version !== 0 && trusted.check(plain, version === 6 ? "ipv6" : "ipv4");
  };
}

function socketAddress(_request: Request, environment: unknown): string | undefined {
  return (environment as Partial<HttpBindings> | undefined)?.incoming?.socket?.remoteAddress;
}
