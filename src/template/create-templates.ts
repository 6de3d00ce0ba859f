import nunjucks from "nunjucks";
import type { Finding, Result } from "../core/diagnostics/finding.ts";
import { checkTemplates } from "./check-templates.ts";
import { createFilters } from "./filters.ts";
import { compileTemplate } from "./strict-compiler.ts";
import { strictRuntime } from "./strict-runtime.ts";
import { TemplateFault, templateFault } from "./template-fault.ts";

/** The templates of a site. */
export interface Templates {
  /** Renders a template, compiled when it is first asked for. Throws `TemplateFault`. */
  render(name: string, view: object): string;
}

/** What is known of templates before they are used. */
export interface KnownTemplates {
  /** Of an earlier check of the same sources; they are not checked again. */
  readonly findings?: readonly Finding[];
  /** Compiled forms by name. They run: only from where the program itself lies. */
  readonly compiled?: Readonly<Record<string, string>>;
}

/**
 * Checks all templates and prepares them for rendering.
 *
 * @param sources text by name, such as `partials/header.njk`
 *
 * Findings: template/syntax, template/missing, template/unknown-filter. Rendering may throw a `TemplateFault` with
 * template/undefined or template/failed.
 */
export function createTemplates(
  sources: ReadonlyMap<string, string>,
  { findings: known, compiled = {} }: KnownTemplates = {},
): Result<Templates> {
  const filters = createFilters();
  const findings = known ?? checkTemplates(sources, Object.keys(filters));
  const environment = createEnvironment({ sources, compiled }, filters);
  return { value: { render: (name, view) => renderTemplate(environment, name, view) }, findings };
}

/** The compiled forms of all templates, by name. They must be without faults. */
export function compileTemplates(sources: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const shared = { texts: sources, joinedPartials: new Map() };
  return Object.fromEntries([...sources.keys()].map((name) => [name, compileTemplate(name, shared)]));
}

type Filters = ReturnType<typeof createFilters>;

interface Sources extends Required<Pick<KnownTemplates, "compiled">> {
  readonly sources: ReadonlyMap<string, string>;
}

function createEnvironment({ sources, compiled }: Sources, filters: Filters): nunjucks.Environment {
  const shared = { texts: sources, joinedPartials: new Map() };
  const loader = {
    getSource: (name: string) => {
      if (!sources.has(name)) return null;
      // Templates are code that the site trusts; Nunjucks itself compiles them with `new Function` as well.
      const obj = new Function(compiled[name] ?? compileTemplate(name, shared))();
      return { src: { type: "code", obj }, path: name, noCache: false };
    },
  };
  const environment = new nunjucks.Environment(loader as unknown as nunjucks.ILoader, {
    autoescape: true,
    throwOnUndefined: true,
    dev: true,
  });
  for (const [name, filter] of Object.entries(filters)) environment.addFilter(name, filter);
  return Object.assign(environment, strictRuntime(environment));
}

function renderTemplate(environment: nunjucks.Environment, name: string, view: object): string {
  try {
    return environment.render(name, view);
  } catch (error) {
    if (error instanceof TemplateFault) throw error;
    throw toFault(name, error);
  }
}

/** An error of Nunjucks itself. */
function toFault(name: string, error: unknown): TemplateFault {
  const { message, lineno, colno } = error as { message: string; lineno?: number; colno?: number };
  const template = /\(([^()]+\.njk)\)/.exec(message)?.[1] ?? name;
  const reason = message
    .replace(/^(?:\s*(?:Template render error:|Error:|\([^()]*\)|\[Line \d+, Column \d+\]))+/, "")
    .trim();
  const at = { template, line: Math.max(1, lineno ?? 1), column: Math.max(1, colno ?? 1) };
  return templateFault("template/failed", { ...at, cause: error }, { reason });
}
