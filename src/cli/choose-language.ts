import { isLanguage, type Language, worldLanguage } from "../core/language/language.ts";
import type { Terminal } from "./terminal.ts";

/** The language of messages: `--lang`, else the site's editor language, else the system's, else English. */
export function chooseLanguage(
  option: unknown,
  editorLanguage: Language | undefined,
  { environment }: Pick<Terminal, "environment">,
): Language {
  if (isLanguage(option)) return option;
  if (editorLanguage) return editorLanguage;
  const system = (environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "").slice(0, 2);
  return isLanguage(system) ? system : worldLanguage;
}
