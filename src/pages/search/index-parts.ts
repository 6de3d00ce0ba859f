import { outputPath, permalinks } from "../../archive/permalinks.ts";
import type { Language } from "../../core/language/language.ts";
import type { RenderContext } from "../kit/context.ts";
import type { ResultText } from "./engine/index-format.ts";
import { LostPart } from "./engine/update-index.ts";
import { readNamedPart } from "./part-script.ts";

/** What a part of the index holds. */
export type Part = string | readonly ResultText[];

/** A part of the site as it lies there. Throws `LostPart`. */
export function readPart(name: string, language: Language, context: RenderContext): Part {
  const script = context.published(outputPath(permalinks.searchPart(language, name))) ?? "";
  const json = readNamedPart(name, script, context.sha256);
  if (json === undefined) throw new LostPart(name);
  return JSON.parse(json);
}
