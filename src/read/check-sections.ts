import { type Finding, finding } from "../core/diagnostics/finding.ts";
import { type LocalizedText, localize } from "../core/language/language.ts";
import type { Body } from "../core/model/body.ts";
import type { Document } from "../core/model/document.ts";
import type { Practice } from "../core/model/practice.ts";
import type { ExpectedSection, Site } from "../core/model/site.ts";
import { sectionsOf } from "../locales/sections-of.ts";

/**
 * Checks that a practice has the expected sections, each once.
 *
 * Findings: content/missing-section, repeated-section, guidance-left, empty-text.
 */
export function checkSections(
  practice: Practice,
  body: Body,
  { document, site }: { readonly document: Document; readonly site: Pick<Site, "sections"> },
): readonly Finding[] {
  const sections = sectionsOf(site);
  if (document.body.trim() === "") {
    const names = sections.filter(({ wanted }) => wanted).map(({ heading }) => localize(heading, practice.language));
    return [finding("content/empty-text", practice.file, { sections: names }, beginningOf(document))];
  }
  return sections.flatMap((section) => [
    ...findGuidance(section, practice, document),
    ...checkOne(section, { practice, body, document }),
  ]);
}

/** Reports questions of the skeleton that a published text still contains; a draft may contain them. */
function findGuidance(
  { heading, guidance }: ExpectedSection,
  { draft, language, file }: Practice,
  { body, bodyLine }: Document,
): readonly Finding[] {
  const text = localize(guidance, language);
  if (draft || text === "" || !body.includes(text)) return [];
  const index = body.split("\n").findIndex((line) => line.trim() === text);
  if (index < 0) return [];
  const section = localize(heading, language);
  return [finding("content/guidance-left", file, { section }, { line: bodyLine + index, text })];
}

function beginningOf({ bodyLine }: Document) {
  return { line: bodyLine, column: 1 };
}

function checkOne(
  { name, heading, wanted }: ExpectedSection,
  { practice, body, document }: { readonly practice: Practice; readonly body: Body; readonly document: Document },
): readonly Finding[] {
  const found = body.sections.filter(({ kind }) => kind === name);
  const section = localize(heading, practice.language);
  if (found.length === 0) {
    const meant = lineOfAlmostHeading(document, heading);
    if (!wanted && meant === undefined) return [];
    const location = meant ? { line: meant, text: "" } : beginningOf(document);
    return [finding("content/missing-section", practice.file, { section }, location)];
  }
  if (found.length === 1) return [];
  const line = lineOfSecond(document, found[1]?.plainTitle ?? "");
  return [finding("content/repeated-section", practice.file, { section }, { line, text: "##" })];
}

/** A line that was meant as the heading: `##Практика`, `**Практика**`, `### Практика`, or the bare word. */
function lineOfAlmostHeading({ body, bodyLine }: Document, heading: LocalizedText): number | undefined {
  const names = Object.values(heading)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|");
  const almost = new RegExp(`^\\s{0,3}[#*_]{0,6}\\s*(?:${names})\\s*:?[#*_]{0,3}:?\\s*$`, "i");
  const index = body.split("\n").findIndex((line) => almost.test(line));
  return index < 0 ? undefined : bodyLine + index;
}

/** The line of the second heading with this text. */
function lineOfSecond({ body, bodyLine }: Document, title: string): number {
  const lines = body.split("\n");
  const matches = lines.flatMap((line, index) =>
    /^##\s/.test(line) && line.toLowerCase().includes(title.toLowerCase()) ? [index] : [],
  );
  return bodyLine + (matches[1] ?? matches[0] ?? 0);
}
