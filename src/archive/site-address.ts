import { decodePath } from "../core/decode-address.ts";
import { isLanguage, type Language } from "../core/language/language.ts";
import type { Archive, Edition } from "../core/model/archive.ts";
import type { PageId, Permalink, PracticeId } from "../core/model/ids.ts";
import { aliasPermalink } from "./aliases.ts";
import { parseOldAddress } from "./old-address.ts";
import { permalinks } from "./permalinks.ts";

/** What an address of the site shows: a practice or page by its id, or a list at its permalink. */
export type SiteAddress =
  | { readonly kind: "practice"; readonly id: PracticeId }
  | { readonly kind: "page"; readonly id: PageId }
  | { readonly kind: "list"; readonly permalink: Permalink };

/** Finds what answers a path of the site, from its first slash on: one of the aliases of a text, or a list. */
export function findSiteAddress({ editions }: Archive, path: string): SiteAddress | undefined {
  const permalink = aliasPermalink(path);
  const old = parseOldAddress(path);
  const isHere = (alias: string): boolean => {
    const known = parseOldAddress(alias);
    return known || old ? known?.kind === old?.kind && known?.key === old?.key : aliasPermalink(alias) === permalink;
  };
  for (const { practices, pages } of editions.values()) {
    for (const { item } of practices) {
      const isNumber = old?.kind === "iid" && String(item.legacyIid) === old.key;
      if (isNumber || item.aliases.some(isHere)) return { kind: "practice", id: item.id };
    }
    for (const { item } of pages.values()) if (item.aliases.some(isHere)) return { kind: "page", id: item.id };
  }
  return old ? undefined : findList(editions, path);
}

/** A list by its path: `/bg/`, `/bg/themes/energy/`. */
function findList(editions: Archive["editions"], path: string): SiteAddress | undefined {
  const [language, kind = "", key, ...more] = (decodePath(path) ?? path)
    .split("/")
    .filter((part) => part !== "" && part !== "index.html");
  const edition = language !== undefined && isLanguage(language) ? editions.get(language) : undefined;
  if (!edition || more.length > 0) return undefined;
  const permalink = key === undefined ? listOf(edition.language, kind) : partOf(edition, kind, key);
  return permalink && { kind: "list", permalink };
}

function listOf(language: Language, kind: string): Permalink | undefined {
  switch (kind) {
    case "":
      return permalinks.home(language);
    case "practices":
    case "themes":
    case "years":
    case "municipalities":
    case "innovators":
    case "search":
    case "issues":
      return permalinks[kind](language);
    default:
      return undefined;
  }
}

/** The practices of one theme, year, place, innovator or issue. */
function partOf(edition: Edition, kind: string, key: string): Permalink | undefined {
  const { language } = edition;
  const has = (map: ReadonlyMap<string, unknown>): boolean => map.has(key);
  if (kind === "themes" && has(edition.themes)) return permalinks.theme(language, key);
  if (kind === "years" && has(edition.years)) return permalinks.year(language, key);
  if (kind === "municipalities" && has(edition.municipalities)) return permalinks.municipality(language, key);
  if (kind === "innovators" && has(edition.innovators)) return permalinks.innovator(language, key);
  if (kind === "issues" && has(edition.issues)) return permalinks.issue(language, key);
  return undefined;
}
