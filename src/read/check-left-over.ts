import { type Finding, finding } from "../core/diagnostics/finding.ts";
import { hasField, hasPlaces } from "../core/model/fields/has-field.ts";
import type { Vocabulary } from "../core/model/site.ts";
import { listTexts } from "../locales/own-texts.ts";
import { textsOf, usualTexts } from "../locales/texts-of.ts";
import type { SiteTexts } from "../locales/types/site.ts";

/** What an archive may call something else: the heading of its lists, and the texts that name it. */
const subjects = [
  ["practicesTitle", "columnPractice"],
  ["innovatorsTitle", "innovator"],
  ["municipalitiesTitle", "place"],
] as const satisfies readonly (readonly (keyof SiteTexts)[])[];

/** Keys of texts that only some archives show. */
const shownOnlyWith: readonly (readonly [RegExp, (vocabulary: Shown) => boolean])[] = [
  [/^endpoint\.|nominat/i, ({ site }) => site.hasNominations],
  [/municipal|^sizes\.|^map|geojson/i, ({ fields }) => hasPlaces(fields)],
  [/^old[A-Z]|practiceNumber/, ({ fields }) => hasField(fields, "legacy")],
  [/^compare\.rows\.practice$/, ({ site }) => site.sections === undefined],
  [/^demonstration$/, ({ site }) => site.demonstration],
];

type Shown = Pick<Vocabulary, "site" | "fields">;

/**
 * An archive that calls practices, innovators or municipalities something else does so everywhere: texts that still say the usual word are
 * named, so that nobody has to look for them.
 *
 * Finding: texts/left-over.
 */
export function checkLeftOver(path: string, vocabulary: Shown): readonly Finding[] {
  const { site } = vocabulary;
  const shown = (key: string): boolean =>
    shownOnlyWith.every(([pattern, isShown]) => !pattern.test(key) || isShown(vocabulary));
  return site.languages.flatMap((language) => {
    const [usual, said] = [usualTexts[language], textsOf(language, vocabulary)];
    return subjects.flatMap((names) => {
      if (names.every((name) => usual[name] === said[name])) return [];
      const word = usual[names[0]];
      const stem = new RegExp(`(?<!\\p{L})${word.replace(/(?:ies|s|и)$/, "")}`, "iu");
      const keys = listTexts(usual)
        .filter(({ key, text }) => stem.test(text) && shown(key) && valueAt(usual, key) === valueAt(said, key))
        .map(({ key }) => key);
      if (keys.length === 0) return [];
      const parameters = { word, language, count: keys.length, keys: keys.join(", ") };
      return [finding("texts/left-over", path, parameters, { field: ["texts"], on: "key" })];
    });
  });
}

function valueAt(texts: object, key: string): unknown {
  const at = (tree: unknown, rest: string): unknown => {
    if (typeof tree !== "object" || tree === null) return tree;
    const name = Object.keys(tree).find((other) => rest === other || rest.startsWith(`${other}.`)) ?? "";
    return at((tree as Readonly<Record<string, unknown>>)[name], rest.slice(name.length + 1));
  };
  return at(texts, key);
}
