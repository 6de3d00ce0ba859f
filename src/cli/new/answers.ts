import type { z } from "zod";
import type { Vocabulary } from "../../core/model/site.ts";
import type { NewTexts } from "../../locales/types/new.ts";
import { day, type FieldIssue, webAddress } from "../../read/schema/fields.ts";
import { municipality as municipalitySchema, theme as themeSchema } from "../../read/schema/practice-schema.ts";

/** An answer as it goes into the file, or what is wrong with it, in words. */
export type Answer = { readonly value: string } | { readonly wrong: string };

export interface Answers {
  municipality(written: string): Answer;
  theme(written: string): Answer;
  date(written: string): Answer;
  projectUrl(written: string): Answer;
}

/** Judges answers by the rules of the front matter, so that what is asked for is what `check` accepts. */
export function createAnswers(vocabulary: Pick<Vocabulary, "themes" | "places">, texts: NewTexts): Answers {
  const judge =
    (schema: z.ZodType, explain: (issue: FieldIssue, written: string) => string) =>
    (written: string): Answer => {
      const result = schema.safeParse(written);
      if (result.success) return { value: written };
      const [issue] = result.error.issues;
      return { wrong: explain((issue as { params?: unknown } | undefined)?.params as FieldIssue, written) };
    };
  return {
    municipality: judge(municipalitySchema(vocabulary), ({ code, parameters }, written) => {
      if (code === "front-matter/ambiguous-municipality")
        return texts.severalMunicipalities(written, (parameters as { codes: string }).codes);
      return texts.noMunicipality(written, (parameters as { nearest?: string }).nearest);
    }),
    theme: judge(themeSchema(vocabulary), ({ parameters }, written) => {
      const { nearest, known } = parameters as { nearest?: string; known: string };
      return texts.noTheme(written, nearest, known);
    }),
    date: judge(day(), ({ parameters }, written) => texts.noDate(written, (parameters as { iso?: string }).iso)),
    projectUrl: judge(webAddress(), (_, written) => texts.noAddress(written)),
  };
}

/** A list with commas between. */
export function splitList(written: string): readonly string[] {
  return written
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
