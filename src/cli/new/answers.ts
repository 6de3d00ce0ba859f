import type { z } from "zod";
import type { Vocabulary } from "../../core/model/site.ts";
import type { NewTexts } from "../../locales/new-texts.ts";
import { day, type FieldIssue, webAddress } from "../../read/schema/fields.ts";
import { municipality as municipalitySchema, theme as themeSchema } from "../../read/schema/practice-schema.ts";

/** An answer for the file, or a sentence that says why it is wrong. */
export type CheckedAnswer = { readonly value: string } | { readonly wrong: string };

/** Checks the answers to the questions, by field. */
export interface AnswerChecks {
  municipality(written: string): CheckedAnswer;
  theme(written: string): CheckedAnswer;
  date(written: string): CheckedAnswer;
  projectUrl(written: string): CheckedAnswer;
}

/** Makes checks from the schemas of the front matter: `praktika check` accepts every right answer. */
export function createAnswerChecks(vocabulary: Pick<Vocabulary, "themes" | "places">, texts: NewTexts): AnswerChecks {
  const checkBy =
    (schema: z.ZodType, explain: (issue: FieldIssue, written: string) => string) =>
    (written: string): CheckedAnswer => {
      const result = schema.safeParse(written);
      if (result.success) return { value: written };
      const [issue] = result.error.issues;
      return { wrong: explain((issue as { params?: unknown } | undefined)?.params as FieldIssue, written) };
    };
  return {
    municipality: checkBy(municipalitySchema(vocabulary), ({ code, parameters }, written) => {
      if (code === "front-matter/ambiguous-municipality")
        return texts.severalMunicipalities(written, (parameters as { codes: string }).codes);
      return texts.noMunicipality(written, (parameters as { nearest?: string }).nearest);
    }),
    theme: checkBy(themeSchema(vocabulary), ({ parameters }, written) => {
      const { nearest, known } = parameters as { nearest?: string; known: string };
      return texts.noTheme(written, nearest, known);
    }),
    date: checkBy(day(), ({ parameters }, written) => texts.noDate(written, (parameters as { iso?: string }).iso)),
    projectUrl: checkBy(webAddress(), (_, written) => texts.noAddress(written)),
  };
}

/** Splits a list at its commas; empty parts are left out. */
export function splitList(written: string): readonly string[] {
  return written
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
