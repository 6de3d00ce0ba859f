import { isLanguage, type Language } from "../core/language/language.ts";
import type { SourceFile } from "../core/model/document.ts";
import { loadFields } from "../read/plain-yaml.ts";
import { readSource } from "../read/read-content.ts";
import type { Folders } from "./folders.ts";

/**
 * The language that the site's editors read messages in, if site.yaml can be read and says so. Every command begins with it, so
 * that what validates settings is loaded only where plain YAML is not enough.
 */
export async function readEditorLanguage({ content }: Folders): Promise<Language | undefined> {
  const source = readSource(content, `${content.name}/site.yaml`).value;
  return source && (readPlainly(source) ?? readForgivingly(source));
}

function readPlainly({ text }: SourceFile): Language | undefined {
  try {
    const { editorLanguage } = loadFields(text);
    return isLanguage(editorLanguage) ? editorLanguage : undefined;
  } catch {
    return undefined;
  }
}

async function readForgivingly(source: SourceFile): Promise<Language | undefined> {
  if (!source.text.includes("editorLanguage")) return undefined;
  const { validateSite } = await import("../read/validate-site.ts");
  return validateSite(source).value?.editorLanguage;
}
