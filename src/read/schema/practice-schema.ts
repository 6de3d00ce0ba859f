import { z } from "zod";
import { nearestName } from "../../core/diagnostics/nearest.ts";
import { languages } from "../../core/language/language.ts";
import type { MunicipalityCode, ThemeId } from "../../core/model/ids.ts";
import { statusStates, translations } from "../../core/model/practice.ts";
import type { Vocabulary } from "../../core/model/site.ts";
import { choice, count, day, flag, kind, line, listOf, prose, report, webAddress } from "./fields.ts";

/** The front matter of a practice. Every problem of a file is found in one go, those of vocabulary included. */
export function createPracticeSchema(vocabulary: Pick<Vocabulary, "themes" | "places">) {
  return z.strictObject({
    title: line(),
    innovator: line().optional(),
    date: day(),
    projectUrl: webAddress().optional(),
    lang: choice(languages).optional(),
    summary: line().optional(),
    municipality: listOf(municipality(vocabulary)).optional(),
    themes: listOf(theme(vocabulary)).optional(),
    contact: z
      .strictObject({
        name: line().optional(),
        role: line().optional(),
        organisation: line().optional(),
        address: line().optional(),
        tel: line().optional(),
        fax: line().optional(),
        email: line().optional(),
      })
      .optional(),
    status: z.strictObject({ state: choice(statusStates), checked: day().optional() }).optional(),
    cost: prose().optional(),
    lessons: prose().optional(),
    adoptedBy: listOf(line()).optional(),
    adoptedFrom: listOf(line()).optional(),
    award: listOf(z.strictObject({ name: line(), year: count().optional() })).optional(),
    attachments: listOf(z.strictObject({ file: line(), title: line() })).optional(),
    aliases: listOf(line()).optional(),
    legacy: z.strictObject({ iid: count() }).optional(),
    translation: choice(translations).optional(),
    draft: flag().optional(),
  });
}

/** The id of a theme listed in themes.yaml. */
export function theme({ themes }: Pick<Vocabulary, "themes">) {
  return line()
    .transform((id, context): ThemeId => {
      if (themes.has(id as ThemeId)) return id as ThemeId;
      return report(context, "front-matter/unknown-theme", {
        theme: id,
        nearest: nearestName(id, themes.keys()),
        known: [...themes.keys()].join(", "),
      });
    })
    .meta(kind("theme"));
}

/** A municipality by code or by its Bulgarian name. */
export function municipality({ places }: Pick<Vocabulary, "places">) {
  const codesByName = new Map<string, MunicipalityCode[]>();
  for (const { code, name } of places.values()) {
    const key = name.toLowerCase();
    codesByName.set(key, [...(codesByName.get(key) ?? []), code]);
  }
  return line()
    .transform((written, context): MunicipalityCode => {
      if (places.has(written as MunicipalityCode)) return written as MunicipalityCode;
      const name = written.replace(/^(община|municipality of)\s+/i, "");
      const codes = codesByName.get(name.toLowerCase()) ?? [];
      if (codes.length > 1) {
        return report(context, "front-matter/ambiguous-municipality", { name, codes: codes.join(", ") });
      }
      if (codes[0]) return codes[0];
      const names = [...places.values()].flatMap((place) => [place.name, place.code]);
      return report(context, "front-matter/unknown-municipality", { name: written, nearest: nearestName(name, names) });
    })
    .meta(kind("municipality"));
}
