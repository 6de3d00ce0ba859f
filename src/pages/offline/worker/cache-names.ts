/** What a browser keeps of a site, in caches that carry the site's address: other sites may lie on the same host. */
export interface CacheNames {
  /** Pages as they were last seen. */
  readonly visited: string;
  readonly pictures: string;
  /** Parts of the search's index. */
  readonly search: string;
  /** Style sheets, fonts and scripts, also those of pages that were seen before the site was renewed. */
  readonly assets: string;
  /** The whole archive, kept at the reader's wish. */
  readonly archive: string;
}

export const prefix = "praktika";

/** @param scope address of the site's top folder, with a slash at the end */
export function cacheNames(scope: string): CacheNames {
  const name = (what: string): string => `${prefix}-${what}-${scope}`;
  return {
    visited: name("visited"),
    pictures: name("pictures"),
    search: name("search"),
    assets: name("assets"),
    archive: name("archive"),
  };
}

/** Whether a cache is one of a site's. */
export function isCacheOf(scope: string, name: string): boolean {
  return name.startsWith(`${prefix}-`) && name.endsWith(scope);
}

/** By which a page that was loaded before there was a service worker asks it to keep the page. */
export const visitMessage = "praktika-visit";

/** By which a page asks the service worker to forget what the reader has opened; it answers through the port that comes along. */
export const forgetMessage = "praktika-forget";
