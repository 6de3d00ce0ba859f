import { otherSection, type SectionKind } from "../core/model/body.ts";
import type { ExpectedSection } from "../core/model/site.ts";
import { sectionsOf } from "../locales/sections-of.ts";

/** A number before a name: „1. Предистория“, „III. Резултати“. */
const number = /^(?:\d+(?:\.\d+)*|[IVXІХ]+|\p{L})[.)]\s*/u;

/** The kind of section that a heading begins, in any language: „Предистория“, “BACKGROUND:” or „Предистория / Background“. */
export function sectionKindOf(heading: string, sections: readonly ExpectedSection[] = sectionsOf({})): SectionKind {
  const names = heading.split("/").map((name) => name.trim().replace(number, "").replace(/[:.]$/, "").toLowerCase());
  const begins = (section: ExpectedSection, written: string): boolean =>
    Object.values(section.heading).some((name) => name.toLowerCase() === written);
  return names.flatMap((name) => sections.find((section) => begins(section, name)) ?? [])[0]?.name ?? otherSection;
}
