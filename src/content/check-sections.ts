import { type Finding, finding } from "../diagnostics/finding.ts";
import { type Body, sectionKinds } from "../model/body.ts";
import type { Document } from "../model/document.ts";
import type { Practice } from "../model/practice.ts";
import { sectionNames } from "../model/section-names.ts";

/** A practice has the three expected sections, each once. Findings: content/missing-section, repeated-section, empty-text. */
export function checkSections(practice: Practice, body: Body, document: Document): readonly Finding[] {
  const spot = { line: document.bodyLine, column: 1 };
  if (document.body.trim() === "") return [finding("content/empty-text", practice.file, {}, spot)];
  return sectionKinds.flatMap((kind) => {
    const found = body.sections.filter((section) => section.kind === kind);
    const section = sectionNames[kind][practice.language];
    if (found.length === 0) return [finding("content/missing-section", practice.file, { section }, spot)];
    if (found.length === 1) return [];
    return [
      finding(
        "content/repeated-section",
        practice.file,
        { section },
        { line: lineOfSecond(document, found[1]?.title ?? ""), text: "##" },
      ),
    ];
  });
}

/** The line of the second heading with this text. */
function lineOfSecond({ body, bodyLine }: Document, title: string): number {
  const lines = body.split("\n");
  const matches = lines.flatMap((line, index) =>
    /^##\s/.test(line) && line.toLowerCase().includes(title.toLowerCase()) ? [index] : [],
  );
  return bodyLine + (matches[1] ?? matches[0] ?? 0);
}
