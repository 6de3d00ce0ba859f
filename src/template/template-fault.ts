import type { DiagnosticCode, DiagnosticParameters } from "../core/diagnostics/catalogue.ts";
import { type Finding, finding } from "../core/diagnostics/finding.ts";

/** Position in a template, from 1. */
export interface TemplatePosition {
  readonly template: string;
  readonly line: number;
  readonly column: number;
}

/**
 * What went wrong in a template, and where. It is thrown through Nunjucks, which rewraps what it does not know:
 * `lineno` keeps its runtime from adding a wrong position, `Update` keeps it from replacing the error.
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

/** Makes a fault from a template code and its position. */
export function templateFault<Code extends Extract<DiagnosticCode, `template/${string}` | `asset/${string}`>>(
  code: Code,
  { template, line, column }: TemplatePosition,
  parameters: DiagnosticParameters[Code],
  length = 1,
  cause?: unknown,
): TemplateFault {
  return new TemplateFault(finding(code, `templates/${template}`, parameters, { line, column, length }), { cause });
}

/** What a function that templates call throws when its argument is wrong; the caller knows the position. */
export class ArgumentFault extends Error {
  readonly path: string;
  readonly nearest: string | undefined;

  constructor(path: string, nearest: string | undefined) {
    super(path);
    this.path = path;
    this.nearest = nearest;
  }
}
