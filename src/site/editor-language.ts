import type { Language } from "../core/language/language.ts";
import { readSource } from "../read/read-content.ts";
import { validateSite } from "../read/validate-site.ts";
import type { Folders } from "./folders.ts";

/** The language that the site's editors read messages in, if site.yaml can be read and says so. */
export function readEditorLanguage({ content }: Folders): Language | undefined {
  const source = readSource(content, `${content.name}/site.yaml`).value;
  return source && validateSite(source).value?.editorLanguage;
}
