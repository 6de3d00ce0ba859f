import { nearestName } from "../../core/diagnostics/nearest.ts";
import { nameKey, plainSigns } from "../../core/language/names.ts";
import { slugify } from "../../core/language/slug.ts";
import { transliterate } from "../../core/language/transliterate.ts";
import type { MunicipalityCode, ThemeId } from "../../core/model/ids.ts";
import type { Vocabulary } from "../../core/model/site.ts";
import { type Remember, rememberAnswers } from "../../core/remember-answers.ts";
import { kind, line, report, splitValues } from "./fields.ts";

/** Places, and how they are looked for by what a text calls them. */
export interface NamedPlaces extends Pick<Vocabulary, "places"> {
  /** The codes of places by the key of a name (`listCodesByName`); default: all places are listed when the first is looked for. */
  readonly codesNamed?: (key: string) => readonly MunicipalityCode[] | undefined;
  readonly remember?: Remember;
}

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
        nearest: nearestTheme(written, { themes }),
        known: listThemes({ themes }),
      });
    })
    .meta(kind("theme"));
}

/** The themes as a message lists them: the id, and the name where it says more. */
export function listThemes({ themes }: Pick<Vocabulary, "themes">): string {
  return [...themes.values()]
    .map(({ id, name }) => {
      const label = Object.values(name).find((text) => nameKey(text) !== nameKey(id));
      return label === undefined ? id : `${id} (${label})`;
    })
    .join(", ");
}

/** The id of the theme that a mistyped or shortened name most likely means. */
export function nearestTheme(written: string, { themes }: Pick<Vocabulary, "themes">): ThemeId | undefined {
  const find = createThemeFinder({ themes });
  const names = [...themes.values()].flatMap(({ id, name }) => [id, ...Object.values(name)]);
  const nearest = nearestName(written, names);
  if (nearest !== undefined) return find(nearest);
  const begun = nameKey(plainSigns(written));
  const begins = [...themes.values()].filter(({ id, name }) =>
    [id, ...Object.values(name)].some((text) => nameKey(text).startsWith(`${begun} `)),
  );
  return begins.length === 1 ? begins[0]?.id : undefined;
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
const placeKindAfter = /\s+(?:municipality|община)$/i;

/** A municipality by code or by its name, in Bulgarian or in Latin letters. */
export function municipality(named: NamedPlaces) {
  const { places } = named;
  const find = createPlaceFinder(named);
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
      const names = [...places.values()].flatMap(({ name, names = {}, code }) => [
        name,
        ...Object.values(names),
        transliterate(name),
        code,
      ]);
      return report(context, "front-matter/unknown-municipality", {
        name: written,
        nearest: nearestName(written, names),
      });
    })
    .meta(kind("municipality"));
}

/** The codes of places by the keys of their names, in all languages and in Latin letters. */
export function listCodesByName(places: Vocabulary["places"]): ReadonlyMap<string, readonly MunicipalityCode[]> {
  const codes = new Map<string, MunicipalityCode[]>();
  const add = (name: string, code: MunicipalityCode): void => {
    codes.set(name, [...(codes.get(name) ?? []), code]);
  };
  for (const { code, name, names = {} } of places.values()) {
    const written = [name, ...Object.values(names)];
    for (const key of new Set(written.flatMap((text) => [nameKey(text), slugify(text)]))) add(key, code);
  }
  return codes;
}

/** Finds the municipalities that a text can name. */
export function createPlaceFinder({
  places,
  codesNamed = findByName(() => listCodesByName(places)),
  remember = rememberAnswers,
}: NamedPlaces): (written: string) => readonly MunicipalityCode[] {
  return remember((written) => {
    if (places.has(written as MunicipalityCode)) return [written as MunicipalityCode];
    const plain = plainSigns(written);
    if (places.has(plain.toUpperCase() as MunicipalityCode)) return [plain.toUpperCase() as MunicipalityCode];
    const name = plain.replace(placeKind, "").replace(placeKindAfter, "");
    return codesNamed(nameKey(name)) ?? codesNamed(slugify(name)) ?? [];
  });
}

/** Codes by the key of a name. @param list is called when the first is looked for */
export function findByName(list: () => ReadonlyMap<string, readonly MunicipalityCode[]>) {
  let codes: ReturnType<typeof list> | undefined;
  return (key: string): readonly MunicipalityCode[] | undefined => {
    codes ??= list();
    return codes.get(key);
  };
}
