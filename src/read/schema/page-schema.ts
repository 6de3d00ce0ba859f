import { z } from "zod";
import { languages } from "../../core/language/language.ts";
import { choice, day, flag, line, listOf } from "./fields.ts";

/** The front matter of a static page. */
export const pageSchema = z.strictObject({
  title: line(),
  summary: line().optional(),
  updated: day().optional(),
  lang: choice(languages).optional(),
  aliases: listOf(line()).optional(),
  draft: flag().optional(),
});
