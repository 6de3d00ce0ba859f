import type { SectionKind } from "../core/model/body.ts";
import { locales } from "../locales/locales.ts";

const kindByName: ReadonlyMap<string, SectionKind> = new Map(
  Object.values(locales).flatMap(({ sections }) =>
    Object.entries(sections.names).map(([kind, name]): [string, SectionKind] => [
      name.toLowerCase(),
      kind as SectionKind,
    ]),
  ),
);

/** A number before a name: „1. Предистория“, „III. Резултати“. */
const number = /^(?:\d+(?:\.\d+)*|[IVXІХ]+|\p{L})[.)]\s*/u;

/** The kind of section that a heading begins, in any language: „Предистория“, “BACKGROUND:” or „Предистория / Background“. */
export function sectionKindOf(heading: string): SectionKind {
  const names = heading.split("/").map((name) => name.trim().replace(number, "").replace(/[:.]$/, "").toLowerCase());
  return names.map((name) => kindByName.get(name)).find((kind) => kind !== undefined) ?? "other";
}
