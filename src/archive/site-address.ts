import { decodePath } from "../core/decode-address.ts";
import { isLanguage, type Language } from "../core/language/language.ts";
import type { Archive, Edition } from "../core/model/archive.ts";
import type { PageId, Permalink, PracticeId } from "../core/model/ids.ts";
import type { SizeBand } from "../core/model/size-bands.ts";
import { aliasPermalink } from "./aliases.ts";
import { parseOldAddress } from "./old-address.ts";
import { pagesOfLanguage, permalinks } from "./permalinks.ts";

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

/** A list by its path: `/bg/`, `/bg/themes/energy/`, `/bg/lists/status/active/`. */
function findList(editions: Archive["editions"], path: string): SiteAddress | undefined {
  const [language, kind = "", ...keys] = (decodePath(path) ?? path)
    .split("/")
    .filter((part) => part !== "" && part !== "index.html");
  const edition = language !== undefined && isLanguage(language) ? editions.get(language) : undefined;
  if (!edition) return undefined;
  const permalink = keys.length === 0 ? pageOf(edition.language, kind) : partOf(edition, kind, keys.join("."));
  return permalink && { kind: "list", permalink };
}

/** A page that the language has once. */
function pageOf(language: Language, folder: string): Permalink | undefined {
  const wanted = folder === "" ? `/${language}/` : `/${language}/${folder}/`;
  return Object.values(pagesOfLanguage)
    .map((make) => make(language))
    .find((permalink) => permalink === wanted);
}

/** The practices of one theme, year, place, size, innovator or issue, or of one value of something else. */
function partOf(edition: Edition, kind: string, key: string): Permalink | undefined {
  const { language } = edition;
  const has = (map: ReadonlyMap<string, unknown>): boolean => map.has(key);
  if (kind === "themes" && has(edition.themes)) return permalinks.theme(language, key);
  if (kind === "years" && has(edition.years)) return permalinks.year(language, key);
  if (kind === "sizes" && edition.sizes.has(key as SizeBand)) return permalinks.size(language, key);
  if (kind === "lists" && has(edition.facets)) return permalinks.facet(language, key);
  if (kind === "municipalities" && has(edition.municipalities)) return permalinks.municipality(language, key);
  if (kind === "innovators" && has(edition.innovators)) return permalinks.innovator(language, key);
  if (kind === "issues" && has(edition.issues)) return permalinks.issue(language, key);
  return undefined;
}
