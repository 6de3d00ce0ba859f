import { type Finding, finding } from "../core/diagnostics/finding.ts";
import { type Language, scriptOf } from "../core/language/language.ts";
import type { Document } from "../core/model/document.ts";
import type { ProseLine } from "../core/model/prose.ts";

/**
 * Finds titles, innovators and sections of a version that are in the alphabet of the other language. What is marked `[…]{lang=…}` is no
 * prose of the version, and is not counted.
 *
 * Finding: translation/untranslated.
 */
export function findUntranslated(
  { path, fields, body, bodyLine }: Document,
  language: Language,
  lines: readonly ProseLine[],
): readonly Finding[] {
  const names = ["title", "innovator"].flatMap((name) => {
    if (!isForeignName(String(fields[name] ?? ""), language)) return [];
    return [finding("translation/untranslated", path, { part: name, isTitle: true }, { field: [name], on: "value" })];
  });
  const written = body.split("\n");
  const sections = splitSections(lines, (line) => /^ {0,3}#{1,2}\s/.test(written[line - bodyLine] ?? ""));
  const parts = sections.flatMap(({ heading, texts }) => {
    const [first] = texts;
    // A long paragraph has a finding of its own.
    if (!first || texts.some(({ text }) => text.length >= 80)) return [];
    const { own, other } = countLetters(texts.map(({ text }) => text).join(" "), language);
    if (other < 10 || own * 9 >= other) return [];
    const part = heading?.text.trim() ?? "";
    const location = { line: first.line, column: 1, length: first.text.length };
    return [finding("translation/untranslated", path, { part, isTitle: false }, location)];
  });
  return [...names, ...parts];
}

interface Section {
  readonly heading: ProseLine | undefined;
  readonly texts: ProseLine[];
}

function splitSections(lines: readonly ProseLine[], isHeading: (line: number) => boolean): readonly Section[] {
  const sections: Section[] = [];
  for (const line of lines) {
    if (isHeading(line.line)) sections.push({ heading: line, texts: [] });
    else sections.at(-1)?.texts.push(line);
  }
  return sections;
}

/** Names of firms and programmes are written in Latin letters in Bulgarian too; three words are a sentence. */
function isForeignName(name: string, language: Language): boolean {
  const { own, other } = countLetters(name, language);
  if (other < 4 || own >= other) return false;
  return (
    scriptOf(language) === "Latn" || (own === 0 && (name.match(/(?<!\p{L})[a-z]{2,}(?!\p{L})/gu) ?? []).length >= 2)
  );
}

function countLetters(text: string, language: Language): { readonly own: number; readonly other: number } {
  const cyrillic = text.match(/[А-Яа-яЍѝ]/g)?.length ?? 0;
  const latin = text.match(/[A-Za-z]/g)?.length ?? 0;
  return scriptOf(language) === "Cyrl" ? { own: cyrillic, other: latin } : { own: latin, other: cyrillic };
}
