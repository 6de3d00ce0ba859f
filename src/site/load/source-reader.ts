import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceFile } from "../../core/model/document.ts";
import { readSource, showSource } from "../../read/read-content.ts";
import type { Folders } from "../folders.ts";

/** Reads the text of a content file or template again, or gives that of the tally, to show the line that a diagnostic is about. */
export function createSourceReader(
  folders: Folders,
  templates: ReadonlyMap<string, string>,
  tally: SourceFile | undefined,
): (file: string) => string | undefined {
  return (file) => {
    if (file === tally?.path) return tally.text;
    if (file.startsWith("templates/")) {
      const name = file.slice("templates/".length);
      return templates.get(name) ?? readAsset(folders, name);
    }
    if (!file.startsWith(`${folders.content.name}/`)) return undefined;
    return readSource(folders.content, file).value?.text ?? showSource(folders.content, file);
  };
}

function readAsset(folders: Folders, name: string): string | undefined {
  for (const folder of folders.templates) {
    try {
      return readFileSync(join(folder, name), "utf8");
    } catch {
      // The next folder may have it.
    }
  }
  return undefined;
}
