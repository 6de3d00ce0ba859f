import { bg } from "../../locales/bg/diagnostics.ts";
import type { DiagnosticText, DiagnosticTexts } from "../../locales/diagnostics-texts.ts";
import { en } from "../../locales/en/diagnostics.ts";
import type { DiagnosticCode, DiagnosticParameters } from "./catalogue.ts";
import type { Finding } from "./finding.ts";

/** The languages in which diagnostics speak. */
export type DiagnosticLanguage = "bg" | "en";

const catalogues: Readonly<Record<DiagnosticLanguage, DiagnosticTexts>> = { bg, en };

/** Message and hint of a finding in the given language. */
export function describe(finding: Finding, language: DiagnosticLanguage): DiagnosticText {
  return textOf(catalogues[language], finding.code, finding.parameters);
}

function textOf<Code extends DiagnosticCode>(
  texts: DiagnosticTexts,
  code: Code,
  parameters: DiagnosticParameters[Code],
): DiagnosticText {
  return texts[code](parameters);
}
