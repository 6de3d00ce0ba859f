import type { DiagnosticCode, DiagnosticParameters } from "../core/diagnostics/catalogue.ts";

/** What a person reads of a finding: what is wrong, and how to mend it. */
export interface DiagnosticText {
  readonly message: string;
  readonly hint: string;
}

/** The texts of every code in one language. */
export type DiagnosticTexts = {
  readonly [Code in DiagnosticCode]: (parameters: DiagnosticParameters[Code]) => DiagnosticText;
};

/** The texts of what is found on printed pages. */
export type PrintTexts = Pick<DiagnosticTexts, Extract<DiagnosticCode, `print/${string}`>>;

/** The texts of what is doubtful in pages of an old archive. */
export type ImportTexts = Pick<DiagnosticTexts, Extract<DiagnosticCode, `import/${string}`>>;

/** The codes of what an editor would mend in a text that is valid. */
type EditorialCode = Extract<
  DiagnosticCode,
  | `style/${string}`
  | `status/${string}`
  | `translation/${string}`
  | `address/${string}`
  | `editing/${string}`
  | "page/stale-statement"
  | "site/security-expires"
  | "media/unreferenced"
  | "content/near-duplicate"
>;

/** Their texts. */
export type EditorialTexts = Pick<DiagnosticTexts, EditorialCode>;
