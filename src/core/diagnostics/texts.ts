import type { DiagnosticCode, DiagnosticParameters } from "./catalogue.ts";
import type { Severity } from "./kinds.ts";

/** What a person reads of a finding: what is wrong, and how to fix it. */
export interface DiagnosticText {
  readonly message: string;
  readonly hint: string;
}

/** The texts of every code in one language. */
export type DiagnosticTexts = {
  readonly [Code in DiagnosticCode]: (parameters: DiagnosticParameters[Code]) => DiagnosticText;
};

export type SeverityNames = Readonly<Record<Severity, string>>;

/** All that printers say: the catalogue of one language. */
export interface FindingTexts {
  readonly diagnostics: DiagnosticTexts;
  readonly severities: SeverityNames;
}
