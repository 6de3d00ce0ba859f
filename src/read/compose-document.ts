import { dump } from "js-yaml";
import { fieldsSchema } from "./plain-yaml.ts";

/** A value of front matter: text, or lists and groups of it. */
export type WrittenField = string | readonly WrittenField[] | { readonly [key: string]: WrittenField };

/**
 * Fields and Markdown → the text of a file, as `parseDocument` reads it back. Values are quoted only where YAML would read them as
 * something else.
 */
export function composeDocument(fields: Readonly<Record<string, WrittenField>>, body: string): string {
  const yaml = dump(fields, { schema: fieldsSchema, lineWidth: -1, noRefs: true });
  return `---\n${yaml}---\n\n${body.trim()}\n`;
}
