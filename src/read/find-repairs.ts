import { type FieldPath, type Finding, finding } from "../core/diagnostics/finding.ts";
import type { FieldRepairKind } from "../core/diagnostics/kinds.ts";
import { asLatin, firstLookAlike } from "../core/language/alphabets.ts";
import { invisibleMarks } from "../core/language/clean-text.ts";
import { plainName } from "../core/language/names.ts";
import type { Field, ValueType } from "../core/model/fields/field.ts";
import type { Vocabulary } from "../core/model/site.ts";
import { rememberAnswers } from "../core/remember-answers.ts";
import { findKey } from "./front-matter-lines.ts";
import { readAddress, readChoice, readDay, readHost } from "./schema/fields.ts";
import { createPlaceFinder, createThemeFinder, type NamedPlaces } from "./schema/vocabulary-fields.ts";

/** A key or value that is read as something else than it says, because it can only mean that. */
export interface FieldRepair {
  /** Where it stands in the file; of a key, its own name is the last step. */
  readonly field: FieldPath;
  readonly on: "key" | "value";
  readonly written: string;
  readonly meant: string;
}

/** A row of a table of fields: its name and the kind of its value. */
type Row = Pick<Field, "name"> & ValueType;

/**
 * Makes the function that finds what can only be meant in one way in the fields of a file, and the fields with their names as they are meant.
 *
 * @param readDate the day that a text can only mean
 */
export function createRepairFinder(
  table: readonly Row[],
  vocabulary: Pick<Vocabulary, "themes"> & NamedPlaces,
  readDate: (written: string) => string | undefined = readDay,
) {
  const read = createReader(vocabulary, readDate);
  const rows = new Map(table.map((row) => [row.name, row]));
  const known = [...rows.keys()];
  return (fields: Readonly<Record<string, unknown>>) => {
    const repairs: FieldRepair[] = [];
    const named = repairKeys(fields, known, { path: [], repairs });
    for (const [name, value] of Object.entries(named)) {
      const row = rows.get(name);
      if (row) walk(row, value, { path: [keyFor(name, repairs)], repairs, read });
    }
    return { fields: named, repairs };
  };
}

interface Walk {
  readonly path: FieldPath;
  readonly repairs: FieldRepair[];
}

/** The fields by the names that their keys can only mean. */
function repairKeys(
  fields: Readonly<Record<string, unknown>>,
  known: readonly string[],
  { path, repairs }: Walk,
): Readonly<Record<string, unknown>> {
  if (Object.keys(fields).every((key) => known.includes(key))) return fields;
  const entries = Object.entries(fields).map(([key, value]) => {
    const meant = known.includes(key) ? key : findKey(key, known);
    if (meant === undefined || meant === key || meant in fields) return [key, value] as const;
    repairs.push({ field: [...path, key], on: "key", written: key, meant });
    return [meant, value] as const;
  });
  return Object.fromEntries(entries);
}

/** The key as the file has it. */
function keyFor(name: string, repairs: readonly FieldRepair[]): string {
  return repairs.find(({ on, meant }) => on === "key" && meant === name)?.written ?? name;
}

/** What a written value can only mean: itself as a rule, undefined if the reader does not know it. */
type Read = (type: ValueType, written: string) => string | undefined;

function walk(type: ValueType, value: unknown, place: Walk & { readonly read: Read }): void {
  const { path, repairs, read } = place;
  if (value === undefined) return;
  if (Array.isArray(value)) {
    const item = type.kind === "list" ? type.of : type;
    for (const [index, each] of value.entries()) walk(item, each, { ...place, path: [...path, index] });
  } else if (type.kind === "list") walk(type.of, value, place);
  else if (type.kind === "group" && typeof value === "object" && value !== null) {
    for (const member of type.fields)
      walk(member, (value as Record<string, unknown>)[member.name], { ...place, path: [...path, member.name] });
  } else if (typeof value === "string") {
    const written = value.trim();
    const meant = read(type, written);
    if (meant === undefined || meant === written) return;
    repairs.push({ field: path, on: "value", written, meant });
  }
}

function createReader(
  vocabulary: Pick<Vocabulary, "themes"> & NamedPlaces,
  readDate: (written: string) => string | undefined,
): Read {
  const findTheme = createThemeFinder(vocabulary);
  const findPlaces = createPlaceFinder(vocabulary);
  const { remember = rememberAnswers } = vocabulary;
  const readTheme = remember((written) => {
    const id = findTheme(written);
    // The name of a theme is as good as its id.
    return id !== undefined && firstLookAlike(plainName(written), id) ? id : undefined;
  });
  const readPlace = remember((written) => {
    const [code] = findPlaces(written);
    const name = code && vocabulary.places.get(code)?.name;
    return name && firstLookAlike(plainName(written), name) ? name : undefined;
  });
  return (type, written) => {
    switch (type.kind) {
      case "day":
        return readDate(written);
      case "flag":
        return readChoice(written, ["true", "false"]);
      case "choice":
        return readChoice(written, type.values);
      case "webAddress":
        return readAddress(written);
      case "theme":
        return readTheme(written);
      case "municipality":
        return readPlace(written);
      case "line":
        return readLine(written);
      default:
        return undefined;
    }
  };
}

/** Mail addresses and ids of practices are written in Latin letters. */
function readLine(written: string): string | undefined {
  if (!/[@:]/.test(written)) return undefined;
  const plain = plainName(written);
  const [, name, host] = /^([^\s@]+)@([^\s@]+)$/.exec(plain) ?? [];
  if (name && host) return `${/[a-z]/i.test(name) ? (asLatin(name) ?? name) : name}@${readHost(host)}`;
  const [, scheme, id] = /^(practice:\s*)(\S+)$/i.exec(plain) ?? [];
  return scheme && id ? `${scheme}${asLatin(id) ?? id}` : undefined;
}

/** Findings: front-matter/repaired, name/look-alike. */
export function reportRepairs(path: string, repairs: readonly FieldRepair[]): readonly Finding[] {
  return repairs.map(({ field, on, written, meant }) => {
    const like = firstLookAlike(plainName(written), meant);
    if (like) {
      const parameters = { name: written, meant, wrong: like.written, right: like.meant };
      return finding("name/look-alike", path, parameters, { field, on });
    }
    return finding("front-matter/repaired", path, { kind: kindOf(on, written, meant), meant }, { field, on });
  });
}

/** The sign that nobody would see in the message: a dash looks like a hyphen, a hard space like a space. */
function kindOf(on: FieldRepair["on"], written: string, meant: string): FieldRepairKind {
  const has = (sign: RegExp): boolean => sign.test(written) && !sign.test(meant);
  if (has(/[\u2010\u2011]/)) return "hard-hyphen";
  if (has(/[\u2012-\u2015\u2212]/)) return "dash";
  if (has(/[„“”‘’‚«»"']/)) return "quotes";
  if (has(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/)) return "space";
  return invisibleMarks(written).length > 0 ? "invisible" : on;
}
