import { nearestName } from "../../core/diagnostics/nearest.ts";
import { nameKey, plainSigns } from "../../core/language/names.ts";
import { slugify } from "../../core/language/slug.ts";
import type { MunicipalityCode, ThemeId } from "../../core/model/ids.ts";
import type { Vocabulary } from "../../core/model/site.ts";
import { kind, line, report, splitValues } from "./fields.ts";

/** A theme of themes.yaml, by its id or its name in any language. */
export function theme({ themes }: Pick<Vocabulary, "themes">) {
  const find = createThemeFinder({ themes });
  return line()
    .transform((written, context): ThemeId => {
      const id = find(written);
      if (id !== undefined) return id;
      const several = splitValues(written).map(find);
      if (several.length > 1 && several.every((part) => part !== undefined))
        return report(context, "front-matter/several-values", { values: several, isList: true });
      return report(context, "front-matter/unknown-theme", {
        theme: written,
        nearest: nearestName(written, themes.keys()),
        known: [...themes.keys()].join(", "),
      });
    })
    .meta(kind("theme"));
}

/** Finds the theme that a text names. */
export function createThemeFinder({ themes }: Pick<Vocabulary, "themes">): (written: string) => ThemeId | undefined {
  const byName = new Map<string, ThemeId>();
  // An id is stronger than a name of another theme.
  for (const { id, name } of themes.values()) for (const text of Object.values(name)) byName.set(nameKey(text), id);
  for (const id of themes.keys()) byName.set(nameKey(id), id);
  return (written) =>
    themes.has(written as ThemeId) ? (written as ThemeId) : byName.get(nameKey(plainSigns(written)));
}

/** What stands before the name of a place. */
const placeKind = /^(?:община|общ\.?|град|гр\.?|село|с\.|municipality of|town of|city of)\s*/i;
const placeKindAfter = /\s+municipality$/i;

/** A municipality by code or by its name, Bulgarian or in Latin letters. */
export function municipality({ places }: Pick<Vocabulary, "places">) {
  const find = createPlaceFinder({ places });
  return line()
    .transform((written, context): MunicipalityCode => {
      const codes = find(written);
      if (codes.length > 1) {
        const name = written.replace(placeKind, "");
        return report(context, "front-matter/ambiguous-municipality", { name, codes: codes.join(", ") });
      }
      if (codes[0]) return codes[0];
      const several = splitValues(written);
      if (several.length > 1 && several.every((part) => find(part).length > 0)) {
        const values = several.map((part) => part.replace(placeKind, ""));
        return report(context, "front-matter/several-values", { values, isList: true });
      }
      const names = [...places.values()].flatMap((place) => [place.name, place.code]);
      return report(context, "front-matter/unknown-municipality", {
        name: written,
        nearest: nearestName(written, names),
      });
    })
    .meta(kind("municipality"));
}

function listCodesByName(places: Vocabulary["places"]): ReadonlyMap<string, readonly MunicipalityCode[]> {
  const codes = new Map<string, MunicipalityCode[]>();
  const add = (name: string, code: MunicipalityCode): void => {
    codes.set(name, [...(codes.get(name) ?? []), code]);
  };
  for (const { code, name, names = {} } of places.values()) {
    const written = [name, ...Object.values(names)];
    for (const key of new Set([...written.map(nameKey), ...written.map(slugify)])) add(key, code);
  }
  return codes;
}

/** Finds the municipalities that a text can name. */
export function createPlaceFinder({
  places,
}: Pick<Vocabulary, "places">): (written: string) => readonly MunicipalityCode[] {
  let codesByName: ReadonlyMap<string, readonly MunicipalityCode[]> | undefined;
  return (written) => {
    if (places.has(written as MunicipalityCode)) return [written as MunicipalityCode];
    const plain = plainSigns(written);
    if (places.has(plain.toUpperCase() as MunicipalityCode)) return [plain.toUpperCase() as MunicipalityCode];
    const name = plain.replace(placeKind, "").replace(placeKindAfter, "");
    codesByName ??= listCodesByName(places);
    return (
      codesByName.get(nameKey(name)) ?? (/^[\x20-\x7e]+$/.test(name) ? codesByName.get(slugify(name)) : undefined) ?? []
    );
  };
}
