import { type Language, scriptOf } from "../../core/language/language.ts";
import { transliterate } from "../../core/language/transliterate.ts";
import type { MunicipalityCode } from "../../core/model/ids.ts";
import type { PlaceNames, Places } from "../../core/model/site.ts";

/** Names of municipalities, joined: as they are in languages written in Cyrillic, transliterated by law in others. */
export function placeNames(codes: readonly MunicipalityCode[], places: Places, language: Language): string {
  return codes.map((code) => placeName(places.get(code), language)).join(", ");
}

/** The name of a place or province in a language, else its only one, in Latin letters where the language has those. */
export function placeName(place: PlaceNames | undefined, language: Language): string {
  const own = place?.names?.[language];
  if (own !== undefined) return own;
  const name = place?.name ?? "";
  return scriptOf(language) === "Cyrl" ? name : transliterate(name);
}
