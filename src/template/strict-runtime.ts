import nunjucks from "nunjucks";
import { nearestName } from "../core/diagnostics/nearest.ts";
import { escapeHtml } from "./escape-html.ts";
import { ArgumentFault, TemplateFault, type TemplatePosition, templateFault } from "./template-fault.ts";

interface ContextLike {
  lookup(name: string): unknown;
  getVariables(): object;
}

/** What the generated code calls instead of Nunjucks' lenient runtime. */
export function strictRuntime(environment: nunjucks.Environment) {
  return {
    lookupName(
      context: ContextLike,
      frame: { lookup(name: string): unknown },
      name: string,
      at: TemplatePosition,
    ): unknown {
      const local = frame.lookup(name);
      const value = local === undefined ? context.lookup(name) : local;
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
      if (typeof value === "string") return escapeHtml(value);
      if (value === undefined || value === null || typeof value === "function") {
        throw templateFault("template/undefined", at, { name, nearest: undefined }, name.length);
      }
      return value instanceof nunjucks.runtime.SafeString ? value.toString() : escapeHtml(String(value));
    },
    loopAt(index: number, length: number) {
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
