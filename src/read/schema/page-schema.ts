import { z } from "zod";
import { languages } from "../../core/language/language.ts";
import type { Field } from "../../core/model/fields/field.ts";
import { choice, day, flag, line, listOf } from "./fields.ts";

/** The front matter of a static page. */
export const pageSchema = z.strictObject({
  title: line(),
  summary: line().optional(),
  updated: day().optional(),
  footer: flag().optional(),
  lang: choice(languages).optional(),
  aliases: listOf(line()).optional(),
  draft: flag().optional(),
});

/** The same fields as rows of a table. */
export const pageFields: readonly Field[] = [
  { name: "title", kind: "line" },
  { name: "summary", kind: "line" },
  { name: "updated", kind: "day" },
  { name: "footer", kind: "flag" },
  { name: "lang", kind: "choice", values: languages },
  { name: "aliases", kind: "list", of: { kind: "line" } },
  { name: "draft", kind: "flag" },
];
