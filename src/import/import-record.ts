import { z } from "zod";

/**
 * From where a value was taken, the surest first: a field, column or label that names it; the heading of a text; a name of a file with its day; bold
 * or centred text; a heading that is like a known one; part of a date; the name of an organisation; a contact; what the cells of a column hold; the first
 * line; the name of the window; the name of the file; the day of the import; nothing.
 */
export const rules = [
  "field",
  "heading",
  "dayInName",
  "emphasis",
  "likeness",
  "part",
  "organisation",
  "contact",
  "cells",
  "firstLine",
  "window",
  "file",
  "today",
  "none",
] as const;
export type Rule = (typeof rules)[number];

/** How sure a value is, from 3 down to 0. */
export const surenessOf: Readonly<Record<Rule, 0 | 1 | 2 | 3>> = {
  field: 3,
  heading: 3,
  dayInName: 3,
  emphasis: 2,
  likeness: 2,
  organisation: 2,
  part: 1,
  contact: 1,
  cells: 1,
  firstLine: 1,
  window: 1,
  file: 0,
  today: 0,
  none: 0,
};

const judged = z.object({ value: z.string(), rule: z.enum(rules) });

const recordSchema = z.object({
  /** Below the content folder. */
  path: z.string(),
  /** What it was imported from, as findings name it. */
  source: z.string(),
  /** The same at every import of the same thing, within its source. */
  key: z.string().optional(),
  title: judged,
  date: judged,
  place: judged,
  /** As it was written. */
  text: z.string(),
});

/** A practice as it was imported last: for the report, and to tell later what an editor has changed since. */
export type ImportRecord = z.infer<typeof recordSchema>;

/** What of a practice a report judges. */
export type JudgedValues = Pick<ImportRecord, "title" | "date" | "place">;
export const judgedParts = ["title", "date", "place"] as const;

/** Reads the records of former imports; none of a file that is no list of them. */
export function parseRecords(text: string): readonly ImportRecord[] {
  try {
    return z.array(recordSchema).parse(JSON.parse(text));
  } catch {
    return [];
  }
}

/** The least sure first: a title or date that was only supplied before a place that nobody named. */
export function sortBySureness<T extends JudgedValues>(records: readonly T[]): readonly T[] {
  const score = ({ title, date, place }: JudgedValues): number => {
    const [first, second] = [surenessOf[title.rule], surenessOf[date.rule]];
    return Math.min(first, second) * 100 + (first + second) * 10 + surenessOf[place.rule];
  };
  return records.toSorted((a, b) => score(a) - score(b));
}

/** How many values of a part came from which rule, the surest first. */
export function countRules(records: readonly JudgedValues[], part: keyof JudgedValues): ReadonlyMap<Rule, number> {
  const count = (rule: Rule): number => records.filter((record) => record[part].rule === rule).length;
  return new Map(rules.map((rule) => [rule, count(rule)] as const).filter(([, number]) => number > 0));
}

/** Below the folder of the state. */
export const recordsFile = "imported.json";

/** A part of a text in a line of its own. */
export function shortenPart(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
