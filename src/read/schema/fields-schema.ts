import { z } from "zod";
import { choice, count, flag, groupOrNone, line, listOf, localized } from "./fields.ts";
import { choices } from "./value-fields.ts";

/** What the kinds of an archive's own fields are called in fields.yaml. */
export const ownKinds = [
  "text",
  "long-text",
  "number",
  "money",
  "date",
  "choice",
  "choices",
  "yes-no",
  "agent",
  "place",
  "link",
  "file",
] as const;
export type OwnKind = (typeof ownKinds)[number];

/** The elements of Dublin Core 1.1. */
const dublinCoreElements = [
  "contributor",
  "coverage",
  "creator",
  "date",
  "description",
  "format",
  "identifier",
  "language",
  "publisher",
  "relation",
  "rights",
  "source",
  "subject",
  "title",
  "type",
] as const;

/** A line of fields.yaml: a field of the archive's own, or what it says of a built-in one. */
export const rowSchema = z.strictObject({
  label: localized().optional(),
  hint: localized().optional(),
  kind: choice(ownKinds).optional(),
  unit: localized().optional(),
  values: choices(localized()).optional(),
  parts: listOf(line()).optional(),
  required: flag().optional(),
  wanted: flag().optional(),
  asked: flag().optional(),
  shared: flag().optional(),
  place: choice(["facts", "after", "none"]).optional(),
  sheet: flag().optional(),
  book: flag().optional(),
  rows: flag().optional(),
  filter: flag().optional(),
  search: count().optional(),
  data: groupOrNone(
    z.strictObject({
      column: line().optional(),
      schemaOrg: line().optional(),
      dublinCore: choice(dublinCoreElements).optional(),
    }),
  ).optional(),
  example: line().optional(),
});
export type WrittenRow = z.output<typeof rowSchema>;

/** content/fields.yaml: rows by the name of the field; `none` leaves out a built-in one. */
export const fieldsFileSchema = z.record(z.string(), groupOrNone(rowSchema));
