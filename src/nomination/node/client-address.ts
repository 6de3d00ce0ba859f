import { BlockList, isIP } from "node:net";
import type { HttpBindings } from "@hono/node-server";
import { SettingsError } from "../settings.ts";

/** Says where a request comes from. `environment`: what the platform says beside the request itself. */
export type ReadAddress = (request: Request, environment: unknown) => string | undefined;

/**
 * The client's address: its peer's, unless that is a proxy named in the settings; then the last one in
 * `X-Forwarded-For` that is not such a proxy. What anybody else writes there is not believed. Throws `SettingsError`.
 * @param peerAddress who is at the other end: of the socket, or of the platform that took the request
 */
export function createClientAddress(
  trustedProxies: readonly string[],
  peerAddress: ReadAddress = socketAddress,
): ReadAddress {
  const trusted = new BlockList();
  for (const network of trustedProxies) {
    const [address = "", bits] = network.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    try {
      trusted.addSubnet(address, bits === undefined ? (family === "ipv6" ? 128 : 32) : Number(bits), family);
    } catch {
      throw new SettingsError("PRAKTIKA_TRUSTED_PROXIES must be addresses or networks such as 10.0.0.0/8");
    }
  }
  const isTrusted = (address: string): boolean => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
    const version = isIP(plain);
    return version !== 0 && trusted.check(plain, version === 6 ? "ipv6" : "ipv4");
  };
  return (request, environment) => {
    const peer = peerAddress(request, environment);
    if (peer === undefined || !isTrusted(peer)) return peer;
    const forwarded = (request.headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
    return forwarded.findLast((address) => address !== "" && !isTrusted(address)) ?? peer;
  };
}

function socketAddress(_request: Request, environment: unknown): string | undefined {
  return (environment as Partial<HttpBindings>).incoming?.socket?.remoteAddress;
}
