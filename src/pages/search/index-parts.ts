import { outputPath, permalinks } from "../../archive/permalinks.ts";
import type { Language } from "../../core/language/language.ts";
import type { RenderContext } from "../kit/context.ts";
import type { ResultText } from "./engine/index-format.ts";
import { LostPart } from "./engine/update-index.ts";

/** What a part of the index holds. */
export type Part = string | readonly ResultText[];

/** A part is named by its content. */
export function nameOf(part: Part, context: RenderContext): string {
  return nameOfJson(JSON.stringify(part), context);
}

function nameOfJson(json: string, context: RenderContext): string {
  return context.sha256(json).slice(0, 10);
}

/** A file of the index as pages load it. */
export function scriptOf(name: string, content: unknown): string {
  return `${before(name)}${JSON.stringify(content)}${after}`;
}

const before = (name: string): string => `praktikaSearch(${JSON.stringify(name)},`;
const after = ")\n";

/** A part of the site as it lies there. Throws `LostPart`. */
export function readPart(name: string, language: Language, context: RenderContext): Part {
  const script = context.published(outputPath(permalinks.searchPart(language, name))) ?? "";
  const json = script.slice(before(name).length, -after.length);
  if (nameOfJson(json, context) !== name) throw new LostPart(name);
  return JSON.parse(json);
}
