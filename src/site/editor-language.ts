import type { Language } from "../core/language/language.ts";
import { listContent, readSource } from "../read/read-content.ts";
import { validateSite } from "../read/validate-site.ts";
import type { Folders } from "./folders.ts";

/** The language that the site's editors read messages in, if site.yaml can be read and says so. */
export function readEditorLanguage({ content }: Folders): Language | undefined {
  const { site } = listContent(content).value;
  const source = site ? readSource(content, site).value : undefined;
  return source && validateSite(source).value?.editorLanguage;
}
