import { type Finding, finding, type Result } from "../core/diagnostics/finding.ts";
import { isLanguage, type Language } from "../core/language/language.ts";
import { isReservedName, slugify } from "../core/language/slug.ts";
import { stemOf } from "./text-file.ts";

export interface Identity {
  readonly id: string;
  readonly language: Language;
}

const validId = /^[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*$/;
const maxIdCharacters = 100;

/**
 * Id and language of a file, from `<id>.<lang>.md` and the field `lang`.
 *
 * Findings: content/invalid-id, unknown-language, language-mismatch.
 */
export function identify(
  path: string,
  writtenLanguage: Language | undefined,
  siteLanguages: readonly Language[],
): Result<Identity | undefined> {
  const name = stemOf(path);
  const dot = name.lastIndexOf(".");
  const written = dot < 0 ? undefined : name.slice(dot + 1);
  const suffix = written && isLanguage(written.toLowerCase()) ? written.toLowerCase() : written;
  const id = dot < 0 ? name : name.slice(0, dot);
  const findings: Finding[] = [];
  if (!isValidId(id)) {
    // „a bg.md“: the language stands there, but not as an ending.
    const [, rest = id, ending = suffix] = (suffix === undefined && /^(.+)[\s_-]([a-z]{2})$/i.exec(id)) || [];
    const language = ending && isLanguage(ending.toLowerCase()) ? ending.toLowerCase() : suffix;
    const known = language ? rest : id;
    const suggestion = [slugify(known, maxIdCharacters) || "practice", language, "md"].filter(Boolean).join(".");
    findings.push(finding("content/invalid-id", path, { id, suggestion }));
  }
  if (suffix && writtenLanguage && isLanguage(suffix) && suffix !== writtenLanguage) {
    const parameters = { inFile: writtenLanguage, inName: suffix };
    findings.push(finding("content/language-mismatch", path, parameters, { field: ["lang"], on: "value" }));
  }
  const language = suffix ?? writtenLanguage ?? "";
  if (!isLanguage(language) || !siteLanguages.includes(language)) {
    const location = suffix ? undefined : ({ field: ["lang"], on: "value" } as const);
    findings.push(finding("content/unknown-language", path, { language, known: siteLanguages.join(", ") }, location));
    return { value: undefined, findings };
  }
  return findings.length > 0 ? { value: undefined, findings } : { value: { id, language }, findings };
}

export function isValidId(id: string): boolean {
  return id.length <= maxIdCharacters && validId.test(id) && !isReservedName(id);
}
