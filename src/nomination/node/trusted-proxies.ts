import { BlockList } from "node:net";
import type { HttpBindings } from "@hono/node-server";
import { hex } from "../encoding.ts";
import { parseAddress } from "../network.ts";
import { SettingsError } from "../settings.ts";

/** Says where a request comes from. `environment`: what the platform says beside the request itself. */
export type ReadAddress = (request: Request, environment: unknown) => string | undefined;

/** What proxies say of a request; believed only if its peer is a proxy named in the settings. */
export interface TrustedProxies {
  /**
   * The client's address: its peer's, unless that is a trusted proxy; then the last one in `X-Forwarded-For` or, without it,
   * in `Forwarded` (RFC 7239) that is not such a proxy. A proxy writes one of the two and may pass the other on as a client
   * wrote it: if they disagree, neither is believed.
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
      const clients = forwarded(request, "for").map((list) => list.findLast((address) => !isTrusted(address)));
      const [first, ...others] = clients.flatMap((client) => client ?? []);
      return first !== undefined && others.every((other) => isSameAddress(other, first)) ? first : peer;
    },
    requestOrigin(request, environment) {
      const { origin, protocol, host } = new URL(request.url);
      const peer = peerAddress(request, environment);
      if (peer === undefined || !isTrusted(peer)) return origin;
      // The first proxy is the one that the client asked.
      const scheme = forwarded(request, "proto")[0]?.[0] ?? protocol.slice(0, -1);
      const name = forwarded(request, "host")[0]?.[0] ?? host;
      const asked = `${scheme}://${name}`;
      return /^https?$/i.test(scheme) && URL.canParse(asked) ? new URL(asked).origin : origin;
    },
  };
}

/** What proxies say, from the first to the last: in `X-Forwarded-…`, in `Forwarded`; neither, one or both. */
function forwarded(request: Request, what: "for" | "host" | "proto"): readonly (readonly string[])[] {
  const own = (request.headers.get(`x-forwarded-${what}`) ?? "").split(",").map((value) => value.trim());
  const pairs = (request.headers.get("forwarded") ?? "").matchAll(/(?:^|[;,])\s*(\w+)=(?:"([^"]*)"|([^;,\s]*))/g);
  const standard = [...pairs].flatMap(([, name, quoted, plain]) => {
    return name?.toLowerCase() === what ? [quoted ?? plain ?? ""] : [];
  });
  return [own.filter(Boolean), standard.filter(Boolean)].filter((values) => values.length > 0);
}

function isSameAddress(left: string, right: string): boolean {
  return parseAddress(left)?.join() === parseAddress(right)?.join();
}

function createProxyCheck(networks: readonly string[]): (address: string) => boolean {
  const trusted = new BlockList();
  for (const network of networks) {
    const [written = "", bits] = network.split("/");
    const address = parseAddress(written);
    try {
      if (!address || !/^\d{1,3}$/.test(bits ?? "0")) throw new RangeError("not a network");
      trusted.addSubnet(plain(address), bits === undefined ? 8 * address.length : Number(bits), familyOf(address));
    } catch {
      throw new SettingsError((texts) => texts.networks("PRAKTIKA_TRUSTED_PROXIES"));
    }
  }
  return (written) => {
    const address = parseAddress(written);
    return address !== undefined && trusted.check(plain(address), familyOf(address));
  };
}

const familyOf = ({ length }: Uint8Array) => (length === 4 ? "ipv4" : "ipv6");

/** An address as Node reads it. */
function plain(address: Uint8Array): string {
  return address.length === 4 ? address.join(".") : (hex(address).match(/.{4}/g) ?? []).join(":");
}

function socketAddress(_request: Request, environment: unknown): string | undefined {
  return (environment as Partial<HttpBindings> | undefined)?.incoming?.socket?.remoteAddress;
}
