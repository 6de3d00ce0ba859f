import type { DiagnosticCode, DiagnosticParameters } from "./catalogue.ts";
import type { Finding } from "./finding.ts";
import type { DiagnosticText, DiagnosticTexts } from "./texts.ts";

/** Message and hint of a finding. */
export function describe(finding: Finding, texts: DiagnosticTexts): DiagnosticText {
  return textOf(texts, finding.code, finding.parameters);
}

function textOf<Code extends DiagnosticCode>(
  texts: DiagnosticTexts,
  code: Code,
  parameters: DiagnosticParameters[Code],
): DiagnosticText {
  return texts[code](parameters);
}
