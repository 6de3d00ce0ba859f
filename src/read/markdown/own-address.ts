import { isLanguage } from "../../core/language/language.ts";
import type { LinkTarget } from "../../core/model/body.ts";
import { isPreviewAddress } from "../../core/preview-address.ts";

/** What the addresses of this site are known by. */
export interface OwnSite {
  readonly baseUrl?: string | undefined;
  readonly isMedia: (path: string) => boolean;
  readonly isPage?: ((id: string) => boolean) | undefined;
}

/** Lists and tools that the site has at the place of a page: `/bg/themes/`. */
const notPages =
  /^(?:practices|themes|years|municipalities|innovators|print|compare|data|search|index|offline|issues|nominated)$/;

/**
 * The practice, page or file that an address of this site shows: a path such as `/bg/practices/most/`, or one below its `baseUrl` or
 * that of a preview. Undefined for other addresses, and for those of lists.
 */
export function ownTarget(written: string, { baseUrl, isMedia, isPage = () => true }: OwnSite): LinkTarget | undefined {
  const path = ownPath(written, baseUrl);
  if (path === undefined) return undefined;
  const [, address = "", fragment = ""] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(path) ?? [];
  const [first = "", ...rest] = address.split("/").filter((part) => part !== "" && !/^index\.html?$/i.test(part));
  if (/^(?:media|files)$/.test(first)) {
    const file = [...(first === "media" ? [first] : []), ...rest].join("/");
    return isMedia(file) ? { kind: "file", path: file, fragment } : undefined;
  }
  const parts = isLanguage(first) ? rest : [first, ...rest];
  const [kind, id = "", ...more] = parts.map((part) => part.replace(/\.html?$/i, ""));
  if (kind === "practices" && /^[\w-]+$/.test(id) && id !== "page" && more.length === 0)
    return { kind: "practice", id, fragment };
  const showsPage =
    isLanguage(first) &&
    parts.length === 1 &&
    kind !== undefined &&
    /^[\w-]+$/.test(kind) &&
    !notPages.test(kind) &&
    isPage(kind);
  return showsPage ? { kind: "page", id: kind, fragment } : undefined;
}

/** The path of an address of this site, from its first slash on. */
function ownPath(written: string, baseUrl: string | undefined): string | undefined {
  if (/^\/(?!\/)/.test(written)) return written;
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `https://${written}`;
  if (isPreviewAddress(written)) return withScheme.replace(/^[a-z]+:\/\/[^/?#]*/i, "") || "/";
  if (!baseUrl || !/^(?:https?:\/\/|www\.)/i.test(written)) return undefined;
  const plain = (address: string): string => address.replace(/^https?:\/\/(?:www\.)?/i, "").toLowerCase();
  const base = plain(baseUrl);
  const length = withScheme.length - plain(withScheme).length + base.length;
  const rest = withScheme.slice(length);
  return plain(withScheme).startsWith(base) && /^(?:[/?#]|$)/.test(rest) ? rest : undefined;
}

/**
 * The path of an address of this site of which only the archive knows what it shows: an alias, a list, `/en/innovations/x/?iid=1067`.
 * Undefined for files, and for addresses of other sites.
 */
export function ownPathOf(written: string, { baseUrl }: Pick<OwnSite, "baseUrl">): LinkTarget | undefined {
  const [path = "", fragment = ""] = (ownPath(written, baseUrl) ?? "").split("#");
  const [address = ""] = path.split("?");
  return address !== "" && (/\.html?$/i.test(address) || !/\.\w{1,5}$/.test(address))
    ? { kind: "page", id: path, fragment }
    : undefined;
}

/** A target as a text writes it. */
export function writeTarget(target: LinkTarget): string {
  const fragment = target.fragment ? `#${target.fragment}` : "";
  return target.kind === "file" ? target.path + fragment : `${target.kind}:${target.id}${fragment}`;
}
