import { type Finding, finding, type Result } from "../core/diagnostics/finding.ts";
import { nearestName } from "../core/diagnostics/nearest.ts";
import { perLanguage } from "../core/language/language.ts";
import { slugify } from "../core/language/slug.ts";
import type { SourceFile } from "../core/model/document.ts";
import { facetNames } from "../core/model/facets.ts";
import { type Field, membersOf, type Paper, type PlainType } from "../core/model/fields/field.ts";
import { practiceFields } from "../core/model/fields/practice-fields.ts";
import { parseYaml } from "./parse-yaml.ts";
import { fieldsFileSchema, type OwnKind, type WrittenRow } from "./schema/fields-schema.ts";
import { validateFields } from "./validate-fields.ts";

const builtIn: readonly Field[] = practiceFields;
const builtInNames: readonly string[] = builtIn.map(({ name }) => name);

/** No practice can do without them. */
const needed: readonly string[] = ["title", "date", "lang", "draft"];

/** What can be said of a built-in field; everything else of it is the program's. */
const sayable: readonly string[] = ["label", "hint", "required", "wanted", "data"];

/** Names of the record and of the open data that are not fields. */
const taken: readonly string[] = ["id", "language", "file", "provinces", "nominations", "url", "body"];

/** What an address of the search says beside. */
const ofSearch: readonly string[] = ["q", ...facetNames];

/**
 * content/fields.yaml → the fields of the archive: the built-in rows as it wants them, then its own.
 *
 * Findings: yaml/*, front-matter/*, fields/*.
 */
export function validateFieldsFile(source: SourceFile): Result<readonly Field[]> {
  const yaml = parseYaml(source);
  if (!yaml.value) return { value: builtIn, findings: yaml.findings };
  const { value, findings } = validateFields(fieldsFileSchema, { path: source.path, fields: yaml.value });
  // A field whose row is wrong is still one: the practices that state it have made no mistake.
  const rows =
    value ?? Object.fromEntries(Object.keys(yaml.value).map((name) => [name, readAnyway(yaml.value?.[name])]));
  const problems = Object.entries(rows).flatMap(([name, row]) => checkRow(name, row, source.path));
  const kept = builtIn.flatMap((field) => adapt(field, rows[field.name]));
  const own = Object.entries(rows).flatMap(([name, row]) =>
    builtInNames.includes(name) || row === "none" ? [] : [fieldOf(name, row)],
  );
  const fields = [...kept, ...own];
  return {
    value: fields,
    findings: [
      ...yaml.findings,
      ...findings,
      ...(value ? problems : []),
      ...checkColumns(fields, source.path),
      ...checkParts(fields, source.path),
    ],
  };
}

function readAnyway(written: unknown): WrittenRow | "none" {
  if (written === "none") return "none";
  const { kind } = (written ?? {}) as { readonly kind?: unknown };
  return typeof kind === "string" && Object.hasOwn(typesOf, kind) ? { kind: kind as OwnKind } : {};
}

function checkRow(name: string, row: WrittenRow | "none", path: string): readonly Finding[] {
  const at = { field: [name], on: "key" } as const;
  if (builtInNames.includes(name)) {
    const isOut = row === "none" || row.required === false;
    if (isOut && needed.includes(name)) return [finding("fields/needed", path, { name }, at)];
    const foreign = row === "none" ? [] : Object.keys(row).filter((key) => !sayable.includes(key));
    return foreign.map((key) =>
      finding("fields/built-in", path, { name, key, sayable: sayable.join(", ") }, { field: [name, key], on: "key" }),
    );
  }
  if (row === "none" || row.kind === undefined)
    return [finding("fields/unknown", path, { name, nearest: nearestName(name, builtInNames) }, at)];
  if (!/^[a-z][A-Za-z0-9]*$/.test(name) || isTaken(name)) {
    const fixed = isTaken(name) ? `${name}Stated` : toName(name);
    return [finding("fields/invalid-name", path, { name, fixed }, at)];
  }
  const hasValues = Object.keys(row.values ?? {}).length > 0;
  const needsValues = row.kind === "choice" || row.kind === "choices";
  if (needsValues && !hasValues) return [finding("fields/no-values", path, { name }, at)];
  if (!row.filter || isFilter(row.kind)) return [];
  return [finding("fields/no-filter", path, { name, kind: row.kind }, { field: [name, "filter"], on: "value" })];
}

function isTaken(name: string): boolean {
  return taken.includes(name) || ofSearch.includes(name);
}

/** Readers choose one of a list of values: sums, numbers and long texts are as many as there are practices. */
function isFilter(kind: OwnKind): boolean {
  return !["long-text", "number", "money", "link", "file"].includes(kind);
}

/** `Budget year` → `budgetYear` */
function toName(written: string): string {
  const [first = "", ...others] = slugify(written)
    .replace(/^\d+-?/, "")
    .split("-");
  return [first, ...others.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join("") || "field";
}

function checkColumns(fields: readonly Field[], path: string): readonly Finding[] {
  const known = new Map<string, string>(taken.map((name) => [name, name]));
  return fields.flatMap(({ name, data, ...field }) => {
    const columns = [data, ...membersOf({ name, ...field } as Field).map((member) => member.data)].flatMap(
      (one) => one?.column ?? [],
    );
    return columns.flatMap((column) => {
      const other = known.get(column);
      known.set(column, name);
      // A name that is taken is reported as such.
      if (other === undefined || builtInNames.includes(name) || isTaken(name)) return [];
      return [finding("fields/same-column", path, { column, other }, { field: [name], on: "key" })];
    });
  });
}

/** A sum is made up of other sums. */
function checkParts(fields: readonly Field[], path: string): readonly Finding[] {
  const sums = fields.flatMap(({ name, kind }) => (kind === "money" ? [name] : []));
  return fields.flatMap(({ name, kind, parts = [] }) =>
    parts
      .filter((part) => kind !== "money" || part === name || !sums.includes(part))
      .map((part) => {
        const others = sums.filter((other) => other !== name);
        const nearest = others.includes(part) ? undefined : nearestName(part, others);
        const parameters = { name, part, sums: others.join(", "), nearest };
        return finding("fields/invalid-part", path, parameters, { field: [name, "parts"], on: "value" });
      }),
  );
}

/** A built-in row as the archive wants it; nothing where it is left out. */
function adapt(field: Field, row: WrittenRow | "none" | undefined): readonly Field[] {
  if (row === undefined || (needed.includes(field.name) && row === "none")) return [field];
  if (row === "none") return [];
  const { label, hint, required, wanted, data = {} } = row;
  const { need, wanted: usuallyWanted, data: usualData, ...others } = field;
  const isWanted = wanted ?? usuallyWanted ?? false;
  const needs = required === undefined ? need : required ? "required" : undefined;
  return [
    {
      ...others,
      ...(label && { label }),
      ...(hint && { hint }),
      ...(needs && { need: needs }),
      ...(isWanted && { wanted: true }),
      ...(usualData && data !== "none" && { data: { ...usualData, ...data } }),
    } as Field,
  ];
}

/** What a row says where the archive does not. */
function fieldOf(name: string, row: WrittenRow): Field {
  const kind = row.kind ?? "long-text";
  const type = typesOf[kind](row);
  const isText = kind === "text" || kind === "long-text" || kind === "agent";
  const weight = row.search ?? (isText ? 1 : 0);
  const { column = name, ...terms } = row.data === "none" ? {} : (row.data ?? {});
  const papers: readonly Paper[] = ["sheet", "book"];
  const notOn = papers.filter((paper) => row[paper] === false);
  const place = ({ facts: "facts", after: "transfer", none: undefined } as const)[row.place ?? "facts"];
  const traits = {
    name,
    label: row.label ?? perLanguage(() => name),
    ...(row.hint && { hint: row.hint }),
    ...(row.required && { need: "required" as const }),
    ...(row.wanted && { wanted: true as const }),
    ...(row.asked && { asked: true as const }),
    ...(row.parts && { parts: row.parts }),
    ...((row.shared ?? !isText) && { shared: true as const }),
    ...(weight > 0 && { search: weight }),
    ...(row.data !== "none" && { data: { column, ...terms } }),
    ...(row.filter && isFilter(kind) && { filter: true as const }),
    ...(row.rows && { inRows: true as const }),
    ...(notOn.length > 0 && { notOn }),
    ...(row.example && { example: `${name}: ${row.example}` }),
  };
  return place ? { ...traits, ...type, place } : { ...traits, ...type };
}

const typesOf: Readonly<Record<OwnKind, (row: WrittenRow) => PlainType>> = {
  text: () => ({ kind: "line" }),
  "long-text": () => ({ kind: "prose" }),
  number: ({ unit }) => ({ kind: "quantity", ...(unit && { unit }) }),
  money: () => ({ kind: "money" }),
  date: () => ({ kind: "day" }),
  choice: (row) => choiceOf(row),
  choices: (row) => ({ kind: "list", of: choiceOf(row) }),
  "yes-no": () => ({ kind: "yesNo" }),
  agent: () => ({ kind: "agent" }),
  place: () => ({ kind: "municipality" }),
  link: () => ({ kind: "webAddress" }),
  file: () => ({ kind: "file" }),
};

function choiceOf({ values = {} }: WrittenRow) {
  return { kind: "choice", values: Object.keys(values), labels: values } as const;
}
