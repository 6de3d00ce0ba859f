import { transliterate } from "../core/language/transliterate.ts";
import type { Places } from "../core/model/site.ts";

/**
 * The municipality that a name of an organisation or a place means: „Община Русе“, “Bourgas Municipality”, “гр. Стралджа, 8680”. Only where
 * there is no doubt: undefined for names that several have.
 */
export function createMunicipalityFinder(places: Places): (text: string) => string | undefined {
  const names = new Map<string, string | undefined>();
  for (const { name, names: inLanguages = {} } of places.values())
    for (const key of new Set([name, transliterate(name), ...Object.values(inLanguages)].map(fold)))
      names.set(key, names.has(key) ? undefined : name);
  return (text) => {
    const plain = text.trim();
    const candidates = [
      /община\s+[„"“]?([\p{L} -]+?)[”"“]?(?:$|[,;(–])/iu.exec(plain)?.[1],
      /municipality\s+of\s+([\p{L} -]+?)(?:$|[,;(])/iu.exec(plain)?.[1],
      /^([\p{L} -]+?)\s+(?:municipality|община)/iu.exec(plain)?.[1],
      /(?:гр|с|town|city)\.?\s+(?:of\s+)?([\p{L} -]+?)(?:$|[,;\d(])/iu.exec(plain)?.[1],
      /^([\p{L} -]+?)(?:,?\s*\d{4})?$/u.exec(plain)?.[1],
    ];
    for (const candidate of candidates) {
      const found = candidate && (names.get(fold(candidate)) ?? names.get(fold(transliterate(candidate))));
      if (found) return found;
    }
    return undefined;
  };
}

/** Old and new ways of writing a name in Latin letters fall together: Bourgas, Straldja, Kjustendil. */
function fold(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/ou/g, "u")
    .replace(/dj/g, "dzh")
    .replace(/tz/g, "ts")
    .replace(/[jy]/g, "i")
    .replace(/iu/g, "yu")
    .replace(/\s+/g, " ");
}
