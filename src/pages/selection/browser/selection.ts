/** A reader's selection: ids of practices in the order in which they will be printed. */
export type Selection = readonly string[];

/** As many practices as a selection may hold; `maxSelected` of src/pages/selection/selection-view.ts says the same. */
export const maxPractices = 200;

/** What an id may look like (`isValidId` of src/read/identify.ts): nothing that means something in an address or in HTML. */
const id = /^[a-z\d]+(?:[-_][a-z\d]+)*$/i;
const maxIdLength = 100;

/** The ids in a list with commas, each once, without what cannot be one; at most `maxPractices`. */
export function parseSelection(text: string): Selection {
  const ids = new Set<string>();
  for (const part of text.split(",")) {
    if (part.length <= maxIdLength && id.test(part)) ids.add(part);
    if (ids.size === maxPractices) break;
  }
  return [...ids];
}

/** The selection in an address's hash, `#ids=a,b`; undefined if there is none. */
export function selectionIn(hash: string): Selection | undefined {
  const [, text] = /^#ids=(.*)/.exec(hash) ?? [];
  if (text === undefined) return undefined;
  // Some programs write commas as %2C when they pass an address on.
  const ids = parseSelection(text.replace(/%2c/gi, ","));
  return ids.length > 0 ? ids : undefined;
}

export function hashOf(selection: Selection): string {
  return selection.length > 0 ? `#ids=${selection.join(",")}` : "";
}

/** With the practice at the end, or without it if it was there. */
export function toggle(selection: Selection, practice: string): Selection {
  const others = selection.filter((other) => other !== practice);
  return others.length < selection.length ? others : [...selection, practice];
}

/** With the practice so many places further on; as it was if there is no such place. */
export function move(selection: Selection, practice: string, steps: number): Selection {
  const from = selection.indexOf(practice);
  const to = from + steps;
  if (from < 0 || to < 0 || to >= selection.length) return selection;
  const moved = selection.filter((other) => other !== practice);
  moved.splice(to, 0, practice);
  return moved;
}

/** Both, each practice once, at most `maxPractices`. */
export function join(first: Selection, second: Selection): Selection {
  return parseSelection([...first, ...second].join());
}
