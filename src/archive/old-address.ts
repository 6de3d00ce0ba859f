/**
 * An address of the old archive is known by a kind and a key, whatever its host, path or the order of its parameters:
 * `/en/innovations/some-slug/?iid=1067`, `?page=7&catid=8`, `?subact=weekly`, `?news_id=1860`.
 */
export interface OldAddress {
  readonly kind: OldKind;
  readonly key: string;
}

/** In the order in which they decide where several are given: the narrowest first. */
export const oldKinds = ["iid", "news_id", "catid", "subact"] as const;
export type OldKind = (typeof oldKinds)[number];

/** Parses an address of the old archive, whole or from its path or question mark on; undefined if it is not one. */
export function parseOldAddress(address: string): OldAddress | undefined {
  const at = address.indexOf("?");
  if (at < 0) return undefined;
  const parameters = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(address.slice(at + 1).replace(/#.*/, "")))
    if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), value.trim().toLowerCase());
  for (const kind of oldKinds) {
    const value = parameters.get(kind) ?? "";
    const isKey = kind === "subact" ? /^[a-z_-]{1,40}$/.test(value) : /^\d{1,9}$/.test(value);
    // Numbers are the same with zeros before them.
    if (isKey) return { kind, key: kind === "subact" ? value : String(Number(value)) };
  }
  return undefined;
}

/** The language that an old address is in: `/en/innovations/…`; undefined if it does not say. */
export function languageOfOldAddress(address: string): "bg" | "en" | undefined {
  const path = address.replace(/^[a-z]+:\/\/[^/]*/i, "");
  return /^\/(bg|en)(?=[/?]|$)/i.exec(path)?.[1]?.toLowerCase() as "bg" | "en" | undefined;
}
