import type { Language } from "../language/language.ts";
import type { SectionKind } from "./body.ts";

/** Names of the three expected sections, recognised in either language and any case. */
export const sectionNames: Readonly<Record<Exclude<SectionKind, "other">, Readonly<Record<Language, string>>>> = {
  background: { bg: "Предистория", en: "Background" },
  practice: { bg: "Практика", en: "Practice" },
  results: { bg: "Резултати", en: "Results" },
};

const kindByName = new Map(
  Object.entries(sectionNames).flatMap(([kind, names]) =>
    Object.values(names).map((name): [string, SectionKind] => [name.toLowerCase(), kind as SectionKind]),
  ),
);

/** The kind of section that a heading begins: „Предистория“, “BACKGROUND:” or „Предистория / Background“. */
export function sectionKindOf(heading: string): SectionKind {
  const names = heading.split("/").map((name) => name.trim().replace(/[:.]$/, "").toLowerCase());
  return names.map((name) => kindByName.get(name)).find((kind) => kind !== undefined) ?? "other";
}
