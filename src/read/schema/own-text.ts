import { z } from "zod";
import { languages, perLanguage } from "../../core/language/language.ts";
import type { OwnText } from "../../core/model/site.ts";
import { kind, prose } from "./fields.ts";

/** A text of the interface as an archive says it: for all languages or by language, and for one and for several of what is counted. */
export const ownText = () =>
  z
    .preprocess(
      (value) => {
        const byLanguage = isGroup(value) && languages.some((language) => language in value);
        return byLanguage
          ? Object.fromEntries(Object.entries(value).map(([language, text]) => [language, inForms(text)]))
          : perLanguage(() => inForms(value));
      },
      z.strictObject(perLanguage(() => z.strictObject({ one: prose(), other: prose() }).optional())),
    )
    .meta(kind("ownText")) as z.ZodType<Readonly<Partial<Record<(typeof languages)[number], OwnText>>>>;

function inForms(value: unknown): unknown {
  return typeof value === "string" ? { one: value, other: value } : value;
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
