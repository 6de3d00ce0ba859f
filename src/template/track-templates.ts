import type { Cells } from "../core/cells/cells.ts";
import type { Templates } from "./create-templates.ts";

/** A tag that names another template, with what it says up to its end. */
const reference = /\{%-?\s*(?:extends|include|import|from)\s+([^%]*)/g;
/** A name that is written out, and nothing that could lead to another. */
const writtenName = /^(["'])([^"']*)\1(?:\s+(?:ignore\s+missing|import\s.*|as\s.*|with(?:out)?\s+context))*\s*-?$/s;

/** Templates that note which of them are used. @param sources text by name */
export function trackTemplates(templates: Templates, sources: ReadonlyMap<string, string>, cells: Cells): Templates {
  const named = new Map([...sources].map(([name, text]) => [name, namesIn(text)]));
  const tokens = new Map([...sources].map(([name, text]) => [name, cells.tokenOf(text)]));
  const cellOf = cells.addSource("template", (name) =>
    cells.tokenOf(listTemplates(name, named).map((used) => [used, tokens.get(used)])),
  );
  return {
    render: (name, view) => {
      cells.note(cellOf(name));
      return templates.render(name, view);
    },
  };
}

/** The names that a template extends, includes or imports; undefined if an expression names one, which can then be any. */
export function namesIn(text: string): readonly string[] | undefined {
  const names = [...text.matchAll(reference)].map(([, rest = ""]) => writtenName.exec(rest)?.[2]);
  return names.every((name) => name !== undefined) ? names : undefined;
}

/**
 * The names of all templates that a page of this one is made of: those that it names, and those that they name; also those that it
 * looks for in vain.
 *
 * @param named what `namesIn` finds in each template
 */
export function listTemplates(
  name: string,
  named: ReadonlyMap<string, readonly string[] | undefined>,
): readonly string[] {
  const found = new Set([name]);
  for (const used of found)
    for (const next of named.has(used) ? (named.get(used) ?? named.keys()) : []) found.add(next);
  return [...found].sort();
}
