import { type Language, localize, perLanguage } from "../core/language/language.ts";
import { type UsualSection, usualSections } from "../core/model/body.ts";
import type { ExpectedSection, Site } from "../core/model/site.ts";
import { locales } from "./locales.ts";

const usual: readonly ExpectedSection[] = usualSections.map((name) => ({
  name,
  heading: perLanguage((language) => locales[language].sections.names[name]),
  guidance: perLanguage((language) => locales[language].sections.guidance[name]),
  wanted: true,
}));

/** The parts that the text of a practice has in an archive. */
export function sectionsOf({ sections }: Partial<Pick<Site, "sections">>): readonly ExpectedSection[] {
  return sections ?? usual;
}

/** Whether the archive has the usual parts, of which the program can say more than their headings. */
export function areUsual(name: string, { sections }: Pick<Site, "sections">): name is UsualSection {
  return sections === undefined && (usualSections as readonly string[]).includes(name);
}

/** A part as `praktika new` writes it. */
export function writeSection({ name, heading, guidance }: ExpectedSection, language: Language): string {
  const questions = localize(guidance, language);
  return `## ${localize(heading, language) || name}\n${questions && `\n${questions}\n`}`;
}
