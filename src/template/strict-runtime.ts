import nunjucks from "nunjucks";
import { nearestName } from "../core/diagnostics/nearest.ts";
import { escapeHtml } from "./escape-html.ts";
import { ArgumentFault, TemplateFault, type TemplatePosition, templateFault } from "./template-fault.ts";

/** The variables of a page. */
interface PageContext {
  lookup(name: string): unknown;
  getVariables(): object;
}

/** The variables that a template sets itself. */
interface Frame {
  lookup(name: string): unknown;
}

/** The place of a look-up, a call or an output in a template, and the name as it is written there. */
interface NamedPosition extends TemplatePosition {
  readonly name: string;
}

/** The functions that the generated code calls instead of Nunjucks' lenient runtime. They throw `TemplateFault`. */
export function strictRuntime(environment: nunjucks.Environment) {
  const applyFilter = (at: NamedPosition, context: unknown, args: unknown[]): unknown =>
    guarded(at, () => environment.getFilter(at.name).apply(context, args));
  return { lookupName, lookupMember, outputValue, loopAt, callFunction, applyFilter };
}

/** The value of a name: a variable of the template, else one of the page. */
function lookupName(context: PageContext, frame: Frame, at: NamedPosition): unknown {
  const { name } = at;
  const local = frame.lookup(name);
  const value = local === undefined ? context.lookup(name) : local;
  if (value !== undefined) return value;
  const variables = context.getVariables();
  if (name in variables) return undefined;
  throw undefinedName(name, at, Object.keys(variables));
}

/** The value of `target.key` or `target[key]`; methods keep their object. */
function lookupMember(target: unknown, key: string | number, at: TemplatePosition): unknown {
  const value = (target as Record<string, unknown> | null | undefined)?.[key];
  if (typeof value === "function") return value.bind(target);
  if (value !== undefined) return value;
  const isObject = typeof target === "object" && target !== null;
  if (isObject && key in target) return undefined;
  throw undefinedName(String(key), at, isObject ? Object.keys(target) : []);
}

function undefinedName(name: string, at: TemplatePosition, known: readonly string[]): TemplateFault {
  return templateFault(
    "template/undefined",
    { ...at, length: name.length },
    { name, nearest: nearestName(name, known), template: at.template },
  );
}

/** The text of `{{ value }}`: escaped, unless a filter has marked it as safe. */
function outputValue(value: unknown, at: NamedPosition): string {
  if (typeof value === "string") return escapeHtml(value);
  if (value === undefined || value === null || typeof value === "function") {
    throw templateFault(
      "template/undefined",
      { ...at, length: at.name.length },
      { name: at.name, nearest: undefined, template: at.template },
    );
  }
  return value instanceof nunjucks.runtime.SafeString ? value.toString() : escapeHtml(String(value));
}

/** The variable `loop` of a `{% for %}`. */
function loopAt(index: number, length: number) {
  const rest = length - index;
  return {
    index: index + 1,
    index0: index,
    revindex: rest,
    revindex0: rest - 1,
    first: index === 0,
    last: rest === 1,
    length,
  };
}

function callFunction(callee: unknown, at: NamedPosition, { context, args }: Call): unknown {
  if (typeof callee !== "function")
    throw templateFault("template/undefined", at, { name: `${at.name}()`, nearest: undefined, template: at.template });
  return guarded(at, () => callee.apply(context, args));
}

interface Call {
  readonly context: unknown;
  readonly args: unknown[];
}

function guarded(at: TemplatePosition, action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    if (error instanceof TemplateFault) throw error;
    if (error instanceof ArgumentFault)
      throw templateFault("asset/missing", at, { path: error.path, nearest: error.nearest });
    throw templateFault("template/failed", { ...at, cause: error }, { reason: (error as Error).message });
  }
}
