import type { DiagnosticCode, DiagnosticParameters } from "../core/diagnostics/catalogue.ts";
import { type Finding, finding } from "../core/diagnostics/finding.ts";

/** Position in a template, from 1. */
export interface TemplatePosition {
  readonly template: string;
  readonly line: number;
  readonly column: number;
}

/**
 * A fault in a template, with its position. It is thrown through Nunjucks, which wraps errors that it does not know:
 * `lineno` stops the runtime from adding a wrong position, `Update` stops it from replacing the error.
 */
export class TemplateFault extends Error {
  readonly finding: Finding;
  readonly lineno: number;

  constructor(finding: Finding, options?: ErrorOptions) {
    super(finding.code, options);
    this.finding = finding;
    this.lineno = 1;
  }

  Update(): this {
    return this;
  }
}

/** Where a fault stands and how many characters it marks; `cause` is the error that it explains. */
export interface FaultPlace extends TemplatePosition {
  readonly length?: number;
  readonly cause?: unknown;
}

/** Makes a fault from a template code and its place. */
export function templateFault<Code extends Extract<DiagnosticCode, `template/${string}` | `asset/${string}`>>(
  code: Code,
  { template, line, column, length = 1, cause }: FaultPlace,
  parameters: DiagnosticParameters[Code],
): TemplateFault {
  return new TemplateFault(finding(code, `templates/${template}`, parameters, { line, column, length }), { cause });
}

/** A function called by a template throws this when its argument is wrong; its caller adds the position. */
export class ArgumentFault extends Error {
  readonly path: string;
  readonly nearest: string | undefined;

  constructor(path: string, nearest: string | undefined) {
    super(path);
    this.path = path;
    this.nearest = nearest;
  }
}
