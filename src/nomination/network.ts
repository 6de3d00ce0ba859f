import type { ChallengeKind } from "../core/protocol.ts";
import { type Bytes, hex, utf8 } from "./encoding.ts";
import type { CountedNetwork, Shares } from "./price.ts";
import type { Primitives } from "./primitives.ts";

/**
 * The bytes of an address, 4 or 16, in every form that proxies write: with a port, in brackets, in quotation marks, with a
 * zone. IPv4 inside IPv6 is IPv4. Undefined if it is no address (`unknown`, `_hidden` of RFC 7239).
 */
export function parseAddress(written: string | undefined): Bytes | undefined {
  const text = (written ?? "")
    .replace(/^[\s"]+|[\s"]+$/g, "")
    .toLowerCase()
    .replace(/^\[(.*)\](?::\d+)?$/, "$1")
    .replace(/^([\d.]+):\d+$/, "$1")
    .replace(/%.*$/, "");
  const ipv4 = ipv4Bytes(text);
  if (ipv4) return ipv4;
  // The last 32 bits may be written as IPv4 (RFC 4291, section 2.2).
  const [, start = "", end] = /^(.*:)([\d.]+)$/.exec(text) ?? [];
  const tail = end?.includes(".") ? ipv4Bytes(end) : undefined;
  const groups = ipv6Groups(tail ? `${start}${hex(tail.subarray(0, 2))}:${hex(tail.subarray(2))}` : text);
  if (!groups) return undefined;
  const bytes = Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 0xff]));
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && (groups[5] === 0xffff || (tail && !groups[5]));
  return isMapped ? bytes.slice(12) : bytes;
}

function ipv4Bytes(text: string): Bytes | undefined {
  const parts = text.split(".");
  const isAddress = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256);
  return isAddress ? Uint8Array.from(parts, Number) : undefined;
}

/** A network around an address: its first bytes, and how many households and offices it may be. */
interface Tier {
  readonly bytes: number;
  readonly households: number;
  readonly offices: number;
}

/** IPv4: one address (a household or an office), /24, /16 (part of a provider). */
const tiersOfIpv4: readonly Tier[] = [
  { bytes: 4, households: 1, offices: 1 },
  { bytes: 3, households: 3, offices: 2 },
  { bytes: 2, households: 40, offices: 40 },
];

/**
 * IPv6: /56 is what a household gets, /48 an office, or anybody who asks a broker of tunnels, so that its 256 households are no
 * more than one office; /32 is a provider. A /64 could never decide: its /56 has the same shares.
 */
const tiersOfIpv6: readonly Tier[] = [
  { bytes: 7, households: 1, offices: 1 },
  { bytes: 6, households: 3, offices: 1 },
  { bytes: 4, households: 40, offices: 40 },
];

/** Who cannot be told apart shares one network. */
export const unknownNetwork = "unknown";
const unknownTier = { name: unknownNetwork, households: 1, offices: 1 };

/** The networks around an address, the narrowest first, as hexadecimal digits behind `4:` or `6:`. */
export function networksAround(
  address: string | undefined,
): readonly (Omit<Tier, "bytes"> & { readonly name: string })[] {
  const parsed = parseAddress(address);
  if (!parsed) return [unknownTier];
  const [version, tiers] = parsed.length === 4 ? [4, tiersOfIpv4] : [6, tiersOfIpv6];
  return tiers.map(({ bytes, ...sizes }) => ({ name: `${version}:${hex(parsed.subarray(0, bytes))}`, ...sizes }));
}

/** Whether an address is one of the internet, or one of a machine or network of its own (RFC 1918, 4193, 6598 …). */
export function kindOfAddress(address: string | undefined): "public" | "private" | "unknown" {
  const bytes = parseAddress(address);
  if (!bytes) return "unknown";
  const [first = 0, second = 0] = bytes;
  if (bytes.length === 16)
    return (first & 0xfe) === 0xfc || (first === 0xfe && second >= 0x80) || hex(bytes) === "1".padStart(32, "0")
      ? "private"
      : "public";
  const isPrivate =
    first === 10 ||
    first === 127 ||
    (first === 172 && second >> 4 === 1) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254) ||
    (first === 100 && second >> 6 === 1);
  return isPrivate ? "private" : "public";
}

/** The eight groups of an IPv6 address, or undefined if it is none. */
function ipv6Groups(text: string): number[] | undefined {
  if (!/^[\da-f:]{2,39}$/.test(text)) return undefined;
  const [left = "", right, ...rest] = text.split("::");
  if (rest.length > 0) return undefined;
  const read = (part: string): string[] => (part === "" ? [] : part.split(":"));
  const [before, after] = [read(left), read(right ?? "")];
  const missing = 8 - before.length - after.length;
  if (right === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...before, ...Array<string>(missing).fill("0"), ...after];
  return groups.every((group) => /^[\da-f]{1,4}$/.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : undefined;
}

/** What is counted together. */
export interface CountedBy {
  readonly address: string | undefined;
  readonly practice: string;
  readonly kind: ChallengeKind;
}

/**
 * The networks around an address as a store counts them: HMAC of network, practice and way with the day's salt. After the salt
 * is erased, nobody can tell which network a key belonged to, nor whether two days had the same.
 */
export async function countedNetworks(
  { address, practice, kind }: CountedBy,
  { household, office }: Shares,
  { salt, hmac }: Pick<Primitives, "hmac"> & { readonly salt: Bytes },
): Promise<readonly CountedNetwork[]> {
  const counted = networksAround(address).map(async ({ name, households, offices }) => ({
    key: hex((await hmac(salt, utf8(JSON.stringify([name, practice, kind])))).subarray(0, 16)),
    shares: { household: household * households, office: office * offices },
  }));
  return Promise.all(counted);
}
