import { BlockList, isIP } from "node:net";
import type { HttpBindings } from "@hono/node-server";

/**
 * The client's address: the socket's, unless that is a proxy named in the settings; then the last one in
 * `X-Forwarded-For` that is not such a proxy. What anybody else writes there is not believed.
 */
export function createClientAddress(
  trustedProxies: readonly string[],
): (request: Request, environment: unknown) => string | undefined {
  const trusted = new BlockList();
  for (const network of trustedProxies) {
    const [address = "", bits] = network.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    trusted.addSubnet(address, bits === undefined ? (family === "ipv6" ? 128 : 32) : Number(bits), family);
  }
  const isTrusted = (address: string): boolean => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
    const version = isIP(plain);
    return version !== 0 && trusted.check(plain, version === 6 ? "ipv6" : "ipv4");
  };
  return (request, environment) => {
    const socket = (environment as Partial<HttpBindings>).incoming?.socket?.remoteAddress;
    if (socket === undefined || !isTrusted(socket)) return socket;
    const forwarded = (request.headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
    return forwarded.findLast((address) => address !== "" && !isTrusted(address)) ?? socket;
  };
}
