import nunjucks from "nunjucks";
import { type Finding, finding, type Outcome } from "../diagnostics/finding.ts";
import { nearestName } from "../diagnostics/nearest.ts";
import { createFilters } from "./filters.ts";
import { type CompiledTemplate, compileTemplate, type TemplateReference } from "./strict-compiler.ts";
import { ArgumentFault, TemplateFault, type TemplatePosition, templateFault } from "./template-fault.ts";

/** The templates of a site, compiled. */
export interface Templates {
  /** Renders a template. Throws `TemplateFault`. */
  render(name: string, view: object): string;
}

/**
 * Compiles all templates, used or not, so that a mistake is found wherever it stands.
 *
 * @param sources text by name, such as `partials/header.njk`
 *
 * Findings: template/syntax, template/missing, template/unknown-filter. Rendering may throw a `TemplateFault` with
 * template/undefined or template/failed.
 */
export function createTemplates(sources: ReadonlyMap<string, string>): Outcome<Templates> {
  const filters = createFilters();
  const findings: Finding[] = [];
  const code = new Map<string, string>();
  for (const [name, source] of sources) {
    const compiled = compile(name, source, findings);
    if (!compiled) continue;
    code.set(name, compiled.code);
    for (const reference of compiled.references) {
      if (!sources.has(reference.name)) findings.push(unknownName("template/missing", name, reference, sources.keys()));
    }
    for (const filter of compiled.filters) {
      const known = [...Object.keys(filters), ...builtInFilters];
      if (!known.includes(filter.name)) findings.push(unknownName("template/unknown-filter", name, filter, known));
    }
  }
  const environment = createEnvironment(code, filters);
  return { value: { render: (name, view) => renderTemplate(environment, name, view) }, findings };
}

/** The filters of Nunjucks that make sense in static pages. */
const builtInFilters = [
  "batch",
  "capitalize",
  "default",
  "escape",
  "first",
  "groupby",
  "indent",
  "join",
  "last",
  "length",
  "list",
  "lower",
  "replace",
  "reverse",
  "round",
  "safe",
  "slice",
  "sort",
  "string",
  "striptags",
  "title",
  "trim",
  "truncate",
  "upper",
  "urlencode",
  "wordcount",
];

function compile(name: string, source: string, findings: Finding[]): CompiledTemplate | undefined {
  try {
    return compileTemplate(name, source);
  } catch (error) {
    const { lineno, colno, message } = error as { lineno?: number; colno?: number; message: string };
    const reason = message.replace(/^\(.*?\)\s*|\[Line \d+, Column \d+\]\s*/g, "").trim();
    const spot = lineno ? { line: lineno, column: colno ?? 1 } : unclosedTag(source);
    findings.push(finding("template/syntax", `templates/${name}`, { reason }, spot));
    return undefined;
  }
}

/** Nunjucks gives no position for a tag that is never closed: it is the innermost one still open at the end. */
function unclosedTag(source: string): { line: number; column: number; length: number } {
  const open: { tag: string; index: number; length: number }[] = [];
  for (const match of source.matchAll(/\{%-?\s*(end)?(if|for|block|macro|call|filter|set|raw)\b([^%]*)%\}/g)) {
    const [text, end, tag = "", rest = ""] = match;
    if (tag === "set" && rest.includes("=")) continue;
    if (end) open.pop();
    else open.push({ tag, index: match.index, length: text.length });
  }
  const { index, length } = open.at(-1) ?? { index: Math.max(0, source.trimEnd().length - 1), length: 1 };
  return {
    line: source.slice(0, index).split("\n").length,
    column: index - source.lastIndexOf("\n", index - 1),
    length,
  };
}

function unknownName(
  code: "template/missing" | "template/unknown-filter",
  template: string,
  { name, line, column }: TemplateReference,
  known: Iterable<string>,
): Finding {
  const spot = { line, column, length: name.length };
  return finding(code, `templates/${template}`, { name, nearest: nearestName(name, known) }, spot);
}

type Filters = ReturnType<typeof createFilters>;

function createEnvironment(code: ReadonlyMap<string, string>, filters: Filters): nunjucks.Environment {
  const loader = {
    getSource: (name: string) => {
      const compiled = code.get(name);
      if (compiled === undefined) return null;
      // Templates are the site's own program, like this file: Nunjucks compiles them to a function in the same way.
      const obj = new Function(compiled)();
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

interface ContextLike {
  lookup(name: string): unknown;
  getVariables(): object;
}

/** What the generated code calls instead of Nunjucks' lenient runtime. */
function strictRuntime(environment: nunjucks.Environment) {
  return {
    lookupName(
      context: ContextLike,
      frame: { lookup(name: string): unknown },
      name: string,
      at: TemplatePosition,
    ): unknown {
      const value = frame.lookup(name) ?? context.lookup(name);
      if (value !== undefined) return value;
      const variables = context.getVariables();
      if (name in variables) return undefined;
      throw templateFault(
        "template/undefined",
        at,
        { name, nearest: nearestName(name, Object.keys(variables)) },
        name.length,
      );
    },
    lookupMember(target: unknown, key: string | number, at: TemplatePosition): unknown {
      const value = (target as Record<string, unknown> | null | undefined)?.[key];
      if (typeof value === "function") return value.bind(target);
      if (value !== undefined) return value;
      if (typeof target === "object" && target !== null && key in target) return undefined;
      const known = typeof target === "object" && target !== null ? Object.keys(target) : [];
      const name = String(key);
      throw templateFault("template/undefined", at, { name, nearest: nearestName(name, known) }, name.length);
    },
    outputValue(value: unknown, name: string, at: TemplatePosition): string {
      if (value === undefined || value === null)
        throw templateFault("template/undefined", at, { name, nearest: undefined }, name.length);
      return nunjucks.runtime.suppressValue(value, true);
    },
    callFunction(callee: unknown, name: string, context: unknown, args: unknown[], at: TemplatePosition): unknown {
      if (typeof callee !== "function")
        throw templateFault("template/undefined", at, { name: `${name}()`, nearest: undefined });
      return guarded(at, () => callee.apply(context, args));
    },
    applyFilter(name: string, context: unknown, args: unknown[], at: TemplatePosition): unknown {
      return guarded(at, () => environment.getFilter(name).apply(context, args));
    },
  };
}

function guarded(at: TemplatePosition, action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    if (error instanceof TemplateFault) throw error;
    if (error instanceof ArgumentFault)
      throw templateFault("asset/missing", at, { path: error.path, nearest: error.nearest });
    throw templateFault("template/failed", at, { reason: (error as Error).message }, 1, error);
  }
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
    .replace(/^(Template render error:\s*)?(\s*\([^()]*\)(\s*\[Line \d+, Column \d+\])?\s*)*/, "")
    .trim();
  const at = { template, line: Math.max(1, lineno ?? 1), column: Math.max(1, colno ?? 1) };
  return templateFault("template/failed", at, { reason }, 1, error);
}
