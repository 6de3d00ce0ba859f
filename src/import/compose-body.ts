import { type Finding, finding } from "../core/diagnostics/finding.ts";
import { type Language, localize } from "../core/language/language.ts";
import type { ExpectedSection } from "../core/model/site.ts";
import { locales } from "../locales/locales.ts";
import { sectionsOf } from "../locales/sections-of.ts";
import { languageOfText } from "./old-labels.ts";
import type { PageLine } from "./old-page.ts";
import type { OldPractice } from "./recognise.ts";

export interface BodyOptions {
  /** The sections of the archive; without them the usual ones. */
  readonly expected?: readonly ExpectedSection[];
  /** Path of the source, as findings name it. */
  readonly source: string;
  /** True: lines are paragraphs of a plain text; false: Markdown with its own empty lines. */
  readonly isPlain: boolean;
  /** Rewrites pictures and links for the content folder. */
  readonly rewriteTarget: (markdown: string, line: number) => string;
}

/** Composes the text of a practice as Markdown: the lead, the sections in their order, and the lines that fit nowhere. */
export function composeBody(
  practice: Pick<OldPractice, "language" | "lead" | "sections" | "undivided">,
  unplaced: readonly PageLine[],
  options: BodyOptions,
): { readonly value: string; readonly findings: readonly Finding[] } {
  const { language, lead, sections } = practice;
  const { unplaced: unplacedName } = locales[language].sections;
  const usual = sectionsOf({});
  const { expected = usual } = options;
  const findings: Finding[] = [];
  const write = (lines: readonly PageLine[]): string => composeLines(lines, { ...options, language, findings });
  const parts = [write(lead)];
  // What the old text had as one of the usual sections is not lost where the archive has others.
  for (const { name: kind, heading } of [...expected, ...usual.filter((section) => !isExpected(section, expected))]) {
    const found = sections.filter((section) => section.kind === kind);
    const title = localize(heading, language);
    if (found.length === 0) continue;
    const [, second] = found;
    if (second) {
      const parameters = { section: title };
      findings.push(finding("import/section-twice", options.source, parameters, { line: second.line, column: 1 }));
    }
    parts.push(`## ${title}`, ...found.map(({ lines }) => write(lines)));
  }
  if (practice.undivided.length > 0) {
    const { line = 1 } = practice.undivided.find(({ text }) => text.trim() !== "") ?? {};
    findings.push(finding("import/no-sections", options.source, {}, { line, column: 1 }));
    parts.push(`## ${unplacedName}`, write(practice.undivided));
  }
  const rest = unplaced.filter(({ text }) => text.trim() !== "");
  if (rest[0]) {
    if (practice.undivided.length === 0) parts.push(`## ${unplacedName}`);
    parts.push(write(rest));
    const text = rest
      .map((line) => line.text)
      .join(" ")
      .slice(0, 80);
    findings.push(
      finding("import/unplaced", options.source, { text }, { line: rest[0].line, text: rest[0].text.slice(0, 30) }),
    );
  }
  return { value: parts.filter((part) => part !== "").join("\n\n"), findings };
}

function isExpected({ name }: ExpectedSection, expected: readonly ExpectedSection[]): boolean {
  return expected.some((other) => other.name === name);
}

interface LinesOptions extends BodyOptions {
  readonly language: Language;
  readonly findings: Finding[];
}

function composeLines(lines: readonly PageLine[], options: LinesOptions): string {
  const { source, isPlain, rewriteTarget, language, findings } = options;
  const written: string[] = [];
  let wasItem = false;
  for (const { text, line } of lines) {
    if (text.trim() === "") {
      if (!isPlain && written.at(-1) !== "") written.push("");
      continue;
    }
    const fixed = fixLine(fixBullet(text), isPlain);
    if (fixed !== text && /^n\s/.test(text))
      findings.push(finding("import/odd-bullet", source, { text: text.slice(0, 40) }, { line, column: 1 }));
    if (text.length > 80 && languageOfText(text) !== language)
      findings.push(finding("import/foreign-paragraph", source, { text: text.slice(0, 60) }, { line, column: 1 }));
    if (/\[?email.protected\]?/i.test(text))
      findings.push(finding("import/masked-email", source, {}, { line, column: 1 }));
    const isItem = /^\s*(?:[-*]|\d{1,2}[.)])\s/.test(fixed);
    if (isPlain && written.length > 0 && !(isItem && wasItem)) written.push("");
    written.push(rewriteTarget(fixed, line));
    wasItem = isItem;
  }
  return written
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Bullets as word processors leave them, also those of their fonts of signs, begin a list. */
function fixBullet(text: string): string {
  return text
    .replace(/^n\s+(?=\p{Lu})/u, "- ")
    .replace(/^[•·▪►●◦‣■□➢✓✔§Øü\ue000-\uf8ff]\s+(?=\S)/u, "- ")
    .replace(/^o\s+(?=\p{L})/u, "- ")
    .replace(/^[–—]\s+/, "- ");
}

/** Escapes numbers that begin no list, and puts headings below those of the sections. */
function fixLine(text: string, isPlain: boolean): string {
  if (!isPlain) return text.replace(/^#{1,6}\s+/, "### ");
  return text.replace(/^(\d{3,})([.)])(?=\s)/, "$1\\$2").replace(/^\+(?=\s)/, "\\+");
}
