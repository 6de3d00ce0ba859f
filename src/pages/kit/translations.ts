import type { Language } from "../../core/language/language.ts";
import type { Permalink } from "../../core/model/ids.ts";
import type { Route } from "../../core/model/route.ts";
import type { RenderContext } from "./context.ts";

/** The same page in the other languages: the same address below another language, if it is planned. */
export function translationsOf(route: Route, { archive, planned }: RenderContext): ReadonlyMap<Language, Permalink> {
  const found = new Map<Language, Permalink>();
  const own = `/${route.language}/`;
  // A page of the whole site, such as /404.html, has no language in its address.
  if (!route.permalink.startsWith(own)) return found;
  for (const language of archive.site.languages) {
    const permalink = route.permalink.replace(own, `/${language}/`) as Permalink;
    if (language !== route.language && planned.has(permalink)) found.set(language, permalink);
  }
  return found;
}
