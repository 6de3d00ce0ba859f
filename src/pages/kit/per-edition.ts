import type { Language } from "../../core/language/language.ts";
import type { Archive, Edition } from "../../core/model/archive.ts";
import type { Permalink } from "../../core/model/ids.ts";
import type { Route } from "../../core/model/route.ts";

/** What a route adds to its kind and language. */
export interface PlannedRoute {
  readonly permalink: Permalink;
  readonly key?: string;
  readonly file?: string;
}

/** Plans the routes of a kind in each language that the archive has. */
export function perEdition(
  kind: string,
  routesOf: (edition: Edition, archive: Archive) => readonly PlannedRoute[],
): (archive: Archive) => readonly Route[] {
  return (archive) =>
    [...archive.editions.values()].flatMap((edition) =>
      routesOf(edition, archive).map(({ permalink, key = "", file }) => ({
        kind,
        permalink,
        language: edition.language,
        key,
        ...(file !== undefined && { file }),
      })),
    );
}

/** Plans one route in each language in which there are practices, at least `fewest`. */
export function onePerEdition(
  kind: string,
  permalink: (language: Language) => Permalink,
  fewest = 1,
): (archive: Archive) => readonly Route[] {
  return perEdition(kind, ({ language, practices }) =>
    practices.length >= fewest ? [{ permalink: permalink(language) }] : [],
  );
}

/** Plans one file of the site, whatever its languages. */
export function onePerSite(
  kind: string,
  permalink: Permalink,
  isWanted: (archive: Archive) => boolean = () => true,
): (archive: Archive) => readonly Route[] {
  return (archive) => (isWanted(archive) ? [{ kind, permalink, language: archive.site.languages[0], key: "" }] : []);
}
