import { type Bytes, hex, utf8 } from "./encoding.ts";
import type { Primitives } from "./primitives.ts";

/**
 * The part of an address that a whole network shares: the first 24 bits of IPv4, the first 56 of IPv6, as hexadecimal
 * digits behind `4:` or `6:`; IPv4 inside IPv6 counts as IPv4. Anything else is one network, `unknown`.
 */
export function networkOf(address: string | undefined): string {
  const text = (address ?? "")
    .trim()
    .toLowerCase()
    .replace(/^\[|\](:\d+)?$/g, "")
    .replace(/%.*$/, "");
  const mapped = /^::(?:ffff:)?(\d+\.\d+\.\d+\.\d+)$/.exec(text)?.[1] ?? text;
  const parts = mapped.split(".");
  if (parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) {
    return `4:${hex(Uint8Array.from(parts.slice(0, 3), Number))}`;
  }
  const groups = ipv6Groups(text);
  if (!groups) return "unknown";
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return `4:${hex(Uint8Array.of((groups[6] ?? 0) >> 8, (groups[6] ?? 0) & 0xff, (groups[7] ?? 0) >> 8))}`;
  }
  const digits = groups.map((group) => group.toString(16).padStart(4, "0")).join("");
  return `6:${digits.slice(0, 14)}`;
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

/**
 * Keys under which a network's votes of one day are counted: HMAC of the network (and the practice) with the day's
 * salt. After the salt is erased, nobody can tell which network a key belonged to, nor whether two days had the same.
 */
export async function networkKeys(
  { network, practice }: { readonly network: string; readonly practice: string },
  salt: Bytes,
  { hmac }: Primitives,
): Promise<{ readonly practice: string; readonly all: string }> {
  const key = async (parts: readonly string[]): Promise<string> =>
    hex((await hmac(salt, utf8(JSON.stringify(parts)))).subarray(0, 16));
  return { practice: await key([network, practice]), all: await key([network]) };
}
