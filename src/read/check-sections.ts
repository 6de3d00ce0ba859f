import { type Finding, finding } from "../core/diagnostics/finding.ts";
import { type Body, sectionKinds } from "../core/model/body.ts";
import type { Document } from "../core/model/document.ts";
import type { Practice } from "../core/model/practice.ts";
import { locales } from "../locales/locales.ts";

/**
 * Checks that a practice has the three expected sections, each once.
 *
 * Findings: content/missing-section, repeated-section, guidance-left, empty-text.
 */
export function checkSections(practice: Practice, body: Body, document: Document): readonly Finding[] {
  if (document.body.trim() === "") return [finding("content/empty-text", practice.file, {}, beginningOf(document))];
  return [...findGuidance(practice, document), ...checkEach(practice, body, document)];
}

/** Reports questions of the skeleton that a published text still contains; a draft may contain them. */
function findGuidance({ draft, language, file }: Practice, { body, bodyLine }: Document): readonly Finding[] {
  if (draft || !body.includes("?*")) return [];
  const lines = body.split("\n");
  const { guidance, names } = locales[language].sections;
  return sectionKinds.flatMap((kind) => {
    const text = guidance[kind];
    const index = lines.findIndex((line) => line.trim() === text);
    if (index < 0) return [];
    const section = names[kind];
    return [finding("content/guidance-left", file, { section }, { line: bodyLine + index, text })];
  });
}

function beginningOf({ bodyLine }: Document) {
  return { line: bodyLine, column: 1 };
}

function checkEach(practice: Practice, body: Body, document: Document): readonly Finding[] {
  return sectionKinds.flatMap((kind) => {
    const found = body.sections.filter((section) => section.kind === kind);
    const section = locales[practice.language].sections.names[kind];
    if (found.length === 0) {
      const meant = lineOfAlmostHeading(document, kind);
      const location = meant ? { line: meant, text: "" } : beginningOf(document);
      return [finding("content/missing-section", practice.file, { section }, location)];
    }
    if (found.length === 1) return [];
    return [
      finding(
        "content/repeated-section",
        practice.file,
        { section },
        { line: lineOfSecond(document, found[1]?.plainTitle ?? ""), text: "##" },
      ),
    ];
  });
}

/** A line that was meant as the heading: `##Практика`, `**Практика**`, `### Практика`, or the bare word. */
function lineOfAlmostHeading({ body, bodyLine }: Document, kind: (typeof sectionKinds)[number]): number | undefined {
  const names = Object.values(locales)
    .map(({ sections }) => sections.names[kind])
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
