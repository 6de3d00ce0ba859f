import { type Language, scriptOf } from "../../core/language/language.ts";
import { transliterate } from "../../core/language/transliterate.ts";
import type { MunicipalityCode } from "../../core/model/ids.ts";
import type { Municipality, Places } from "../../core/model/site.ts";

/** Names of municipalities, joined: as they are in languages written in Cyrillic, transliterated by law in others. */
export function placeNames(codes: readonly MunicipalityCode[], places: Places, language: Language): string {
  return codes.map((code) => placeName(places.get(code), language)).join(", ");
}

export function placeName(place: Pick<Municipality, "name"> | undefined, language: Language): string {
  const name = place?.name ?? "";
  return scriptOf(language) === "Cyrl" ? name : transliterate(name);
}
