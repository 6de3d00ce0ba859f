import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { composeEditorSettings, schemaFolder } from "../../cms/editor-settings.ts";
import { resolveFolders } from "../../site/folders.ts";
import type { Values } from "../arguments.ts";
import { openContent } from "../open-content.ts";
import { printErrors } from "../print-errors.ts";
import type { Terminal } from "../terminal.ts";

/**
 * `praktika schema`: writes what VS Code needs to complete and check the files of the archive, and prints the path of
 * each file that it wrote. Settings that somebody has are left as they are.
 */
export function runSchema(values: Values, terminal: Terminal): number {
  const { root, content } = resolveFolders(String(values.root ?? "."), {
    content: values.content === undefined ? undefined : String(values.content),
  });
  const { vocabulary, unreadable } = openContent({ content });
  if (unreadable.length > 0) return printErrors(unreadable, () => undefined, terminal);
  for (const { path, text } of composeEditorSettings(vocabulary)) {
    const file = join(root, path);
    const isDone = path.startsWith(schemaFolder)
      ? existsSync(file) && readFileSync(file, "utf8") === text
      : existsSync(file);
    if (isDone) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    terminal.out(`${relative(process.cwd(), file)}\n`);
  }
  return 0;
}
