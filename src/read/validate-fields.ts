import type { z } from "zod";
import { type FieldPath, type Finding, finding, type Result } from "../core/diagnostics/finding.ts";
import { nearestName } from "../core/diagnostics/nearest.ts";
import { type Field, type Member, membersOf } from "../core/model/fields/field.ts";
import { practiceFields } from "../core/model/fields/practice-fields.ts";
import { findMarkup } from "./find-markup.ts";
import type { FieldIssue } from "./schema/fields.ts";

/** Lines that show how fields are written, by the name of the field. */
const usualExamples: Readonly<Record<string, string>> = {
  ...examplesOf(practiceFields),
  name: "name: {bg: Архив на практиките, en: Archive of practices}",
  year: "year: 2007",
  selection: "selection: {year: 2007}",
};

/** Lines that show how the fields of a table are written. */
export function examplesOf(fields: readonly (Field | Member)[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.flatMap((field) => [
      ...(field.example ? [[field.name, field.example]] : []),
      ...Object.entries(examplesOf(membersOf(field))),
    ]),
  );
}

/** The fields of a file as they are written. */
export interface WrittenFields {
  readonly path: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly examples?: Readonly<Record<string, string>>;
  /** Whether an archive may declare fields of its own for such files. */
  readonly declarable?: boolean;
}

/**
 * Unknown fields → typed values, with every problem of the file at once.
 *
 * Values that say nothing ("", "-") are dropped first: they count as not given, and in a list they are a finding. A name that no field could have stays:
 * in `{title: Table (CSV, in Bulgarian)}` the comma has made the end of a text into one.
 */
export function validateFields<Schema extends z.ZodType>(
  schema: Schema,
  { path, fields, examples = usualExamples, declarable = false }: WrittenFields,
): Result<z.output<Schema> | undefined> {
  const input = withoutEmpty(fields);
  const result = schema.safeParse(input);
  const shown = [...findEmptyEntries(fields, [], path), ...findMarkup(path, fields)];
  if (result.success) return { value: result.data, findings: shown };
  const findings = result.error.issues.flatMap((issue) =>
    toFindings(issue, { schema, path, input, written: fields, examples, declarable }),
  );
  return { value: undefined, findings: [...withoutConsequences(findings), ...shown] };
}

/** Entries of lists that say nothing; they are left out. */
function findEmptyEntries(value: unknown, at: FieldPath, path: string): readonly Finding[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const field = [...at, Array.isArray(value) ? Number(key) : key];
    if (!Array.isArray(value) || !saysNothing(item)) return findEmptyEntries(item, field, path);
    const name = nameIn(at);
    return [finding("content/empty-part", path, { what: "field", name }, { field, on: "value" })];
  });
}

/** The path of a value in the file, whose lists may have empty entries before it. */
function writtenPath(path: FieldPath, fields: unknown): FieldPath {
  let value = fields;
  return path.map((step) => {
    const kept = Array.isArray(value)
      ? [...value.keys()].filter((index) => !saysNothing((value as unknown[])[index]))
      : [];
    const written = typeof step === "number" ? (kept[step] ?? step) : step;
    value = (value as Record<string, unknown> | undefined)?.[written];
    return written;
  });
}

/** A mistyped required field is one mistake, not two. */
export function withoutConsequences(findings: readonly Finding[]): readonly Finding[] {
  const meant = new Set(
    findings.map((item) => (item.code === "front-matter/unknown-key" ? item.parameters.nearest : "")),
  );
  return findings.filter((item) => item.code !== "front-matter/missing-field" || !meant.has(item.parameters.field));
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => !saysNothing(item)).map(withoutEmpty);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => !saysNothing(item) || !/^[\w-]+$/.test(key))
      .map(([key, item]) => [key, withoutEmpty(item)]),
  );
}

function saysNothing(value: unknown): boolean {
  return value === null || (typeof value === "string" && /^[\s-]*$/.test(value));
}

/** Fields while their problems are explained. */
interface CheckedFields {
  readonly schema: z.ZodType;
  readonly path: string;
  /** The fields that were checked: without empty values. */
  readonly input: unknown;
  /** All fields of the file. */
  readonly written: unknown;
  readonly examples: Readonly<Record<string, string>>;
  readonly declarable: boolean;
}

function toFindings(issue: z.core.$ZodIssue, checked: CheckedFields): readonly Finding[] {
  const { schema, path, input, written, examples, declarable } = checked;
  const at = issue.path as FieldPath;
  const field = at.filter((step) => typeof step === "string").join(".");
  const place = writtenPath(at, written);
  const location = { field: place, on: "value" } as const;
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => {
        const known = knownKeys(schema, at);
        const parameters = {
          key,
          nearest: nearestName(key, known),
          known: known.join(", "),
          declarable: declarable && at.length === 0,
        };
        return finding("front-matter/unknown-key", path, parameters, { field: [...place, key], on: "key" });
      });
    case "invalid_type": {
      const actual = kindOf(valueAt(input, at));
      const example = examples[nameIn(at)];
      if (actual !== "undefined") {
        return [
          finding("front-matter/wrong-type", path, { field, expected: issue.expected, actual, example }, location),
        ];
      }
      const present = valueAt(written, place) !== undefined;
      const parent = present ? place : place.slice(0, -1);
      const parameters = { field, example: example ?? `${at.at(-1)}: …`, present };
      return [
        finding(
          "front-matter/missing-field",
          path,
          parameters,
          parent.length > 0 ? { field: parent, on: "key" } : undefined,
        ),
      ];
    }
    case "custom": {
      const { code, parameters } = issue.params as unknown as FieldIssue;
      return [
        { code, file: path, parameters: { field, example: examples[nameIn(at)], ...parameters }, location } as Finding,
      ];
    }
    default:
      return [
        finding(
          "front-matter/invalid-value",
          path,
          { field, value: String(valueAt(input, at)), allowed: "", nearest: undefined },
          location,
        ),
      ];
  }
}

/** The name of the field that a path leads into. */
function nameIn(path: FieldPath): string {
  return String(path.findLast((step) => typeof step === "string"));
}

function valueAt(input: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], input);
}

function kindOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}

/** The field names that a strict object allows at a path of the schema. */
function knownKeys(schema: z.ZodType, path: FieldPath): readonly string[] {
  let current: unknown = schema;
  for (const step of [...path, undefined]) {
    current = unwrap(current);
    const shape = (current as { shape?: Record<string, unknown> }).shape;
    if (step === undefined) return shape ? Object.keys(shape) : [];
    current = typeof step === "string" ? shape?.[step] : (current as { element?: unknown }).element;
  }
  return [];
}

function unwrap(schema: unknown): unknown {
  let current = schema as { _zod?: { def?: { innerType?: unknown; out?: unknown; type?: string } } } | undefined;
  for (;;) {
    const definition = current?._zod?.def;
    const inner = definition?.innerType ?? (definition?.type === "pipe" ? definition.out : undefined);
    if (!inner) return current ?? {};
    current = inner as typeof current;
  }
}
