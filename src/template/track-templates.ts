import type { Cells } from "../core/cells/cells.ts";
import type { Templates } from "./create-templates.ts";

/** A tag that names another template, with what it says up to its end. */
const reference = /\{%-?\s*(?:extends|include|import|from)\s+([^%]*)/g;
/** A name that is written out, and nothing that could lead to another. */
const writtenName = /^(["'])([^"']*)\1(?:\s+(?:ignore\s+missing|import\s.*|as\s.*|with(?:out)?\s+context))*\s*-?$/s;

/** Templates that note which of them are used. @param sources text by name */
export function trackTemplates(templates: Templates, sources: ReadonlyMap<string, string>, cells: Cells): Templates {
  const cellOf = cells.addSource("template", (name) =>
    cells.tokenOf(listTemplates(name, sources).map((used) => [used, sources.get(used)])),
  );
  return {
    render: (name, view) => {
      cells.note(cellOf(name));
      return templates.render(name, view);
    },
  };
}

/**
 * The names of all templates that a page of this one is made of: those that it extends, includes or imports, and so on; also those
 * that it looks for in vain. One that is named by an expression can be any.
 */
export function listTemplates(name: string, sources: ReadonlyMap<string, string>): readonly string[] {
  const found = new Set([name]);
  for (const used of found) {
    for (const [, rest = ""] of (sources.get(used) ?? "").matchAll(reference)) {
      const [, , other] = writtenName.exec(rest) ?? [];
      for (const next of other === undefined ? sources.keys() : [other]) found.add(next);
    }
  }
  return [...found].sort();
}
