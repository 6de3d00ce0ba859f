/** A part of a practice that both the editor and the source have changed since the import. */
export interface Conflict {
  /** The name of a field, or the heading of a section; "" is the text before the first. */
  readonly part: string;
  /** What the source says now; undefined if it says nothing any more. */
  readonly source: string | undefined;
}

export interface MergedText {
  readonly text: string;
  /** Names of the parts that were taken from the source. */
  readonly taken: readonly string[];
  readonly conflicts: readonly Conflict[];
}

/** The texts to merge: as it was imported last, as the source gives it now, and as the editor has it. */
export interface TextsToMerge {
  /** Undefined if nobody knows any more. */
  readonly base: string | undefined;
  readonly source: string;
  readonly own: string;
}

/**
 * Takes from the source what changed there, field by field and section by section. What the editor has changed stays; where both have changed a part it
 * is a conflict, as is every difference where the last import is not known.
 */
export function mergeText({ base, source, own }: TextsToMerge): MergedText {
  const [before, now, mine] = [splitParts(base ?? ""), splitParts(source), splitParts(own)];
  const merged = new Map(mine);
  const taken: string[] = [];
  const conflicts: Conflict[] = [];
  let previous: string | undefined;
  for (const key of new Set([...now.keys(), ...before.keys()])) {
    const [was, is, here] = [before.get(key)?.trim(), now.get(key)?.trim(), mine.get(key)?.trim()];
    const isSame = is === here || (base !== undefined && is === was);
    if (!isSame && (base === undefined || here !== was)) conflicts.push({ part: nameOf(key), source: is });
    else if (!isSame) {
      taken.push(nameOf(key));
      if (is === undefined) merged.delete(key);
      else if (merged.has(key)) merged.set(key, is);
      else insertAfter(merged, previous, [key, is]);
    }
    if (merged.has(key)) previous = key;
  }
  return { text: taken.length === 0 ? own : joinParts(merged), taken, conflicts };
}

const fieldMark = "field ";

const nameOf = (key: string): string => key.replace(/^field |^#+ | \(\d+\)$/g, "");

/** Fields by their names, sections by their headings; what a key cannot hold twice gets a number. */
function splitParts(text: string): Map<string, string> {
  const parts = new Map<string, string>();
  const [front = "", body = text] = /^---\n([\s\S]*?\n)---[^\S\n]*\n([\s\S]*)$/.exec(text)?.slice(1) ?? [];
  const add = (key: string, part: string): void => {
    const twins = [...parts.keys()].filter((other) => other === key || other.startsWith(`${key} (`)).length;
    if (part.trim() !== "") parts.set(twins === 0 ? key : `${key} (${twins + 1})`, part);
  };
  for (const part of front.split(/^(?=[^\s#\-}\]][^:\n]*:)/m))
    add(fieldMark + part.slice(0, part.indexOf(":")).trim(), part);
  for (const part of splitSections(body)) add(/^##? .*/.exec(part)?.[0].trim() ?? "", part);
  return parts;
}

/** A heading within a block of code begins no section. */
function splitSections(body: string): readonly string[] {
  let fence = "";
  const sections: string[][] = [[]];
  for (const line of body.split("\n")) {
    const [mark = ""] = /^(?:`{3,}|~{3,})/.exec(line) ?? [];
    if (fence === "" && /^##? /.test(line)) sections.push([]);
    if (fence === "") fence = mark;
    else if (mark.startsWith(fence)) fence = "";
    sections.at(-1)?.push(line);
  }
  return sections.map((lines) => lines.join("\n"));
}

function insertAfter(parts: Map<string, string>, previous: string | undefined, part: readonly [string, string]): void {
  const all = [...parts];
  const at = all.findIndex(([key]) => key === previous) + 1;
  parts.clear();
  for (const [key, text] of [...all.slice(0, at), part, ...all.slice(at)]) parts.set(key, text);
}

function joinParts(parts: ReadonlyMap<string, string>): string {
  const [fields, sections] = [true, false].map((isField) =>
    [...parts].flatMap(([key, text]) => (key.startsWith(fieldMark) === isField ? [text.trim()] : [])),
  );
  return `---\n${fields?.join("\n")}\n---\n\n${sections?.join("\n\n")}\n`;
}
