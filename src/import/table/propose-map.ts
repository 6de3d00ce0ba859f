import { nearestName } from "../../core/diagnostics/nearest.ts";
import { type Language, languageNamed, languages } from "../../core/language/language.ts";
import { sectionsOf } from "../../locales/sections-of.ts";
import { practiceTextsOf } from "../../locales/texts-of.ts";
import type { MapComments } from "../../locales/types/import.ts";
import type { LabelTest } from "../labelled-values.ts";
import { parseOldDate } from "../old-date.ts";
import { columnNames } from "./column-names.ts";
import { formatTarget, listTargets, parseTarget, type Target, type Targets } from "./column-targets.ts";
import { readHeadingUnit } from "./heading-unit.ts";
import type { TableFile, TableRow } from "./read-table.ts";

/** How sure a proposal is: by the name itself, by a name like it, by what the cells hold, or not at all. */
export type Sureness = "name" | "likeness" | "cells" | "none";

export interface Column {
  readonly index: number;
  /** As the table writes it; a column without one is called by its number. */
  readonly heading: string;
  readonly target: Target;
  readonly sureness: Sureness;
}

export interface ReadableTable extends Omit<TableFile, "rows"> {
  /** Above the headings. */
  readonly above: readonly TableRow[];
  readonly headings: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface MapOptions extends Targets {
  /** Whether a text names a municipality. */
  readonly isPlace: (text: string) => boolean;
  /** Whether a text names themes. */
  readonly isTheme?: (text: string) => boolean;
}

/** Finds the row of headings: among the first ten the one with the most known names, else the first with several cells. */
export function findHeadings({ rows, ...table }: TableFile, targets: Targets): ReadableTable | undefined {
  const names = namesOfTargets(targets);
  const known = ({ cells }: TableRow): number => cells.filter((cell) => names.has(nameOf(cell).name)).length;
  const first = rows.slice(0, 10);
  const best = first.reduce((top, row, at) => (known(row) > known(first[top] ?? row) ? at : top), 0);
  const start =
    known(first[best] ?? { line: 1, cells: [] }) > 0 ? best : first.findIndex(({ cells }) => cells.length > 1);
  const found = rows[start];
  if (!found) return undefined;
  const body = rows.slice(start + 1);
  const width = Math.max(found.cells.length, ...body.map(({ cells }) => cells.length));
  const headings = Array.from(
    { length: width },
    (_, index) => found.cells[index]?.replace(/\s+/g, " ") || `#${index + 1}`,
  );
  return { ...table, above: rows.slice(0, start), headings: numberTwins(headings), rows: body };
}

function numberTwins(headings: readonly string[]): readonly string[] {
  return headings.map((heading, index) => {
    const before = headings.slice(0, index).filter((other) => other === heading).length;
    return before === 0 ? heading : `${heading} (${before + 1})`;
  });
}

/** Says for each column what it most likely is. Each field has one column at most; further ones stay without a place. */
export function proposeMap(
  { headings, rows }: ReadableTable,
  { isPlace, isTheme, ...possible }: MapOptions,
): readonly Column[] {
  const names = namesOfTargets(possible);
  const guesses = headings.map((heading, index) => {
    const cells = rows.map((row) => row.cells[index] ?? "").filter((cell) => cell !== "");
    return { index, heading, ...guess(heading, cells, { names, isPlace }) };
  });
  const order: readonly Sureness[] = ["name", "likeness", "cells", "none"];
  const taken = new Map<string, number>();
  for (const sureness of order)
    for (const found of guesses)
      if (found.sureness === sureness && !taken.has(found.written)) taken.set(found.written, found.index);
  return guesses.map(({ written, ...column }) => {
    // A practice may have its themes in a category and in tags.
    const isMore = written === "themes" && rows.some(({ cells }) => isTheme?.(cells[column.index] ?? ""));
    const isFree = written === "skip" || isMore || taken.get(written) === column.index;
    const target = (isFree ? parseTarget(written, possible) : undefined) ?? unplaced;
    return { ...column, target, sureness: target === unplaced ? "none" : column.sureness };
  });
}

const unplaced: Target = { kind: "own", name: "unplaced" };

interface Guess {
  readonly written: string;
  readonly sureness: Sureness;
}

function guess(
  heading: string,
  cells: readonly string[],
  { names, isPlace }: { readonly names: ReadonlyMap<string, string>; readonly isPlace: (text: string) => boolean },
): Guess {
  const { name, language } = nameOf(heading);
  const inLanguage = (written: string): string => (language ? `${written}.${language}` : written);
  const exact = targetNamed(heading, names);
  if (exact) return { written: inLanguage(exact), sureness: "name" };
  const isOfContact = (known: string): boolean => /^contact\.(?!name)/.test(names.get(known) ?? "");
  // The longest known name among the words of a heading: „Кратко описание на проблема“.
  const part = [...names.keys()]
    .filter((known) => known.length > 3 && ` ${name} `.includes(` ${known} `))
    .sort((a, b) => Number(isOfContact(b)) - Number(isOfContact(a)) || b.length - a.length)[0];
  const near =
    part ??
    (name.length > 4
      ? nearestName(
          name,
          [...names.keys()].filter((known) => known.length > 4),
        )
      : undefined);
  const target = near && names.get(near);
  if (target) return { written: inLanguage(target), sureness: "likeness" };
  const held = kindOfCells(cells, isPlace);
  return held ? { written: held, sureness: "cells" } : { written: "unplaced", sureness: "none" };
}

/** The target that a heading names as such, with or without the currency of its cells; a currency alone is what something cost. */
function targetNamed(heading: string, names: ReadonlyMap<string, string>): string | undefined {
  const unit = readHeadingUnit(heading);
  return names.get(nameOf(heading).name) ?? (unit && names.get(nameOf(unit.name || "cost").name));
}

/** What nearly all cells of a column are. */
function kindOfCells(cells: readonly string[], isPlace: (text: string) => boolean): string | undefined {
  const tests: readonly (readonly [string, (cell: string) => boolean])[] = [
    ["contact.email", (cell) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell)],
    ["projectUrl", (cell) => /^(https?:\/\/|www\.)\S+$/.test(cell)],
    ["date", (cell) => parseOldDate(cell) !== undefined],
    ["contact.tel", (cell) => /^\+?[\d\s()/-]{6,}$/.test(cell)],
    ["municipality", isPlace],
  ];
  return tests.find(([, test]) => cells.length > 1 && cells.filter(test).length >= cells.length * 0.7)?.[0];
}

/** A heading without its language, numbers, stars and what stands in brackets: “Title (EN) *” is the title in English. */
function nameOf(heading: string): { readonly name: string; readonly language: Language | undefined } {
  const [, before = "", last = ""] = /^(.*\S)[\s(_.-]+(\p{L}+)\.?\)?\s*\*?$/u.exec(heading) ?? [];
  const language = languageNamed(last);
  const plain = language ? before.replace(/[\s(]+на$|[(_.-]+$/u, "") : heading;
  return { name: keyOf(plain) || keyOf(heading), language };
}

function keyOf(text: string): string {
  const bare = text
    .replace(/^(?:params|extra|taxonomies|fields|data)\.(?=\w)/, "")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replace(/\([^)]*\)?/g, " ")
    .replace(/^\s*\d+[.)]\s*/, "")
    .replace(/[*:„“”"]/g, " ");
  return bare.replace(/[_\s/]+/g, " ").replace(/^[\s,.-]+|[\s,-]+$/g, "");
}

/** The target of every known name: labels and names of fields first, then sections, then what lists call them. */
function namesOfTargets(possible: Targets): ReadonlyMap<string, string> {
  const { fields, sections = sectionsOf({}) } = possible;
  const names = new Map<string, string>();
  const add = (text: string, target: string): void => {
    const key = keyOf(text) || text;
    if (key !== "" && !names.has(key)) names.set(key, target);
  };
  const targets = listTargets(possible);
  // A group is no column by itself.
  const groups = fields.filter(({ kind }) => kind === "group").map(({ name }) => name);
  for (const target of targets) if (!groups.includes(target)) add(target, target);
  for (const language of languages) {
    for (const { name, heading } of sections) add(heading[language] ?? "", name);
    // A label within a group says little alone: „Име“, „Година“.
    for (const target of targets) {
      const label = practiceTextsOf(language, fields)[target]?.label;
      if (label && !target.includes(".") && !groups.includes(target)) add(label, target);
    }
  }
  for (const [target, texts] of Object.entries(columnNames))
    if (targets.includes(target) || target === "lang") for (const text of texts) add(text, target);
  for (const language of languages)
    for (const target of targets.filter((name) => !groups.includes(name)))
      add(practiceTextsOf(language, fields)[target]?.label ?? "", target);
  return names;
}

/** Makes the test whether a text, such as the label of a row, names a field or section. */
export function createLabelTest(possible: Targets): LabelTest {
  const names = namesOfTargets(possible);
  return (text) => {
    const target = targetNamed(text, names);
    if (target === undefined || target === "skip") return undefined;
    return target.startsWith("contact.") ? "contact" : "practice";
  };
}

/** The columns as a file to correct. */
export function formatMap(columns: readonly Column[], comments: MapComments): string {
  const lines = columns.map(({ heading, target, sureness }) => {
    const comment = comments.sureness[sureness];
    return `  ${JSON.stringify(heading)}: ${formatTarget(target)}${comment ? `  # ${comment}` : ""}`;
  });
  return `${comments.head.map((line) => `# ${line}`).join("\n")}\ncolumns:\n${lines.join("\n")}\n`;
}
