import type { DiagnosticCode, DiagnosticParameters } from "./catalogue.ts";

/** A path of keys and positions inside YAML, such as `["contact", "email"]` or `["themes", 0]`. */
export type FieldPath = readonly (string | number)[];

/**
 * Where a finding is, as its finder knows it. Lines and columns count from 1.
 *
 * - a point: line and column are known;
 * - a text: it stands at or soon after `line`, the column is looked up;
 * - a field of the front matter or YAML file: line and column come from a second parse.
 */
export type Location =
  | { readonly line: number; readonly column: number; readonly length?: number }
  | { readonly line: number; readonly text: string }
  | { readonly field: FieldPath; readonly on: "key" | "value" };

/** A problem as a stage reports it; `locate` turns it into a `Diagnostic`. */
export type Finding<Code extends DiagnosticCode = DiagnosticCode> = {
  [C in Code]: {
    readonly code: C;
    readonly parameters: Readonly<DiagnosticParameters[C]>;
    /** Path relative to the root, with forward slashes. */
    readonly file: string;
    readonly location?: Location;
  };
}[Code];

/** A finding with its final position. */
export type Diagnostic = Finding & {
  readonly line: number;
  readonly column: number;
  /** Length of the wrong text in characters, at least 1. */
  readonly length: number;
};

/** What a stage returns: its value and what it found on the way. */
export interface Result<Value> {
  readonly value: Value;
  readonly findings: readonly Finding[];
}

/** Makes a finding; keeps code and parameters in step. */
// biome-ignore lint/complexity/useMaxParams: it is called in nearly every stage, and reads as a sentence: code, file, values, location.
export function finding<Code extends DiagnosticCode>(
  code: Code,
  file: string,
  parameters: Readonly<DiagnosticParameters[Code]>,
  location?: Location,
): Finding {
  return { code, file, parameters, ...(location ? { location } : {}) } as Finding;
}
