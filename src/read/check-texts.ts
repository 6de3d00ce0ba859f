import { type Finding, finding } from "../core/diagnostics/finding.ts";
import { nearestName } from "../core/diagnostics/nearest.ts";
import { languages } from "../core/language/language.ts";
import type { OwnText, Site } from "../core/model/site.ts";
import { listTexts, parametersIn } from "../locales/own-texts.ts";
import { usualTexts } from "../locales/texts-of.ts";

/** Texts that an archive replaces are there, and have the values that they are given. Findings: texts/unknown, texts/parameters. */
export function checkTexts(path: string, own: Site["texts"]): readonly Finding[] {
  if (Object.keys(own).length === 0) return [];
  const known = languages.map((language) => {
    const texts = new Map(listTexts(usualTexts[language]).map(({ key, text }) => [key, text]));
    return [language, texts] as const;
  });
  return Object.entries(own).flatMap(([key, said]) => {
    const keys = [...(known[0]?.[1].keys() ?? [])];
    if (!keys.includes(key)) {
      const parameters = { key, nearest: nearestName(key, keys) };
      return [finding("texts/unknown", path, parameters, { field: ["texts", key], on: "key" })];
    }
    return known.flatMap(([language, texts]) => {
      const text = texts.get(key) ?? "";
      const needed = parametersIn(text);
      const written = said[language];
      if (!written || holds(written, needed)) return [];
      const parameters = { key, expected: needed.join(", "), text };
      return [finding("texts/parameters", path, parameters, { field: ["texts", key], on: "value" })];
    });
  });
}

/** What is counted need not be said of one: “one case study”. */
function holds({ one, other }: OwnText, needed: readonly string[]): boolean {
  const isForeign = (parameter: string): boolean => !needed.includes(parameter);
  return parametersIn(other).join() === needed.join() && !parametersIn(one).some(isForeign);
}
