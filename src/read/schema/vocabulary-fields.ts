import { nearestName } from "../../core/diagnostics/nearest.ts";
import type { MunicipalityCode, ThemeId } from "../../core/model/ids.ts";
import type { Vocabulary } from "../../core/model/site.ts";
import { kind, line, report } from "./fields.ts";

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
