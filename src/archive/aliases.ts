import { type Finding, finding } from "../core/diagnostics/finding.ts";
import type { Permalink } from "../core/model/ids.ts";
import { parseOldAddress } from "./old-address.ts";
import { encodePath } from "./permalinks.ts";

/** Limits of file systems and of Windows, with room for the output folder. */
const maxPartCharacters = 100;
const maxPathCharacters = 180;

/**
 * The permalink that answers an old address, or why none can. An address without an ending `.html` becomes a folder.
 */
export function aliasPermalink(
  alias: string,
): Permalink | { readonly reason: "outside" | "query" | "scheme" | "long" } {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(alias)) return { reason: "scheme" };
  let path: string;
  try {
    path = decodeURIComponent(alias);
    // An escape in YAML can write half a surrogate pair, which no address can hold: `encodeURI` throws.
    encodeURI(path);
  } catch {
    return { reason: "outside" };
  }
  if (/[?#]/.test(path)) return { reason: "query" };
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  const hostile = (part: string): boolean =>
    part === ".." || /[\\\u0000-\u001f\u007f:*"<>|]/.test(part) || part.endsWith(".") || part.startsWith(".");
  if (parts.length === 0 || parts.some(hostile)) return { reason: "outside" };
  if (path.length > maxPathCharacters || parts.some((part) => part.length > maxPartCharacters))
    return { reason: "long" };
  const encoded = `/${encodePath(parts.join("/"))}`;
  return (/\.html?$/i.test(encoded) ? encoded : `${encoded}/`) as Permalink;
}

/** Finding: alias/invalid. */
export function checkAliases({
  aliases,
  file,
}: {
  readonly aliases: readonly string[];
  readonly file: string;
}): readonly Finding[] {
  return aliases.flatMap((alias, index) => {
    const permalink = aliasPermalink(alias);
    // The page of old addresses answers addresses with a question mark.
    if (typeof permalink !== "object" || parseOldAddress(alias)) return [];
    const location = { field: ["aliases", index], on: "value" } as const;
    return [finding("alias/invalid", file, { alias, reason: permalink.reason }, location)];
  });
}
