import type { Field, ValueType } from "../../core/model/fields/field.ts";
import type { Vocabulary } from "../../core/model/site.ts";
import type { NewTexts } from "../../locales/types/new.ts";
import type { FieldIssue } from "../../read/schema/fields.ts";
import { schemaOf } from "../../read/schema/schema-of.ts";

/** An answer for the file, or a sentence that says why it is wrong. */
export type CheckedAnswer = { readonly value: string } | { readonly wrong: string };

/** Checks an answer to the question for a field. */
export type CheckAnswer = (field: Field, written: string) => CheckedAnswer;

/** Makes a check from the schemas of the front matter: `praktika check` accepts every right answer. */
export function createAnswerCheck(vocabulary: Pick<Vocabulary, "themes" | "places">, texts: NewTexts): CheckAnswer {
  const checkAs = (type: ValueType, written: string): CheckedAnswer => {
    const result = schemaOf(type, vocabulary).safeParse(written);
    if (result.success) return { value: written };
    const [issue] = result.error.issues;
    return { wrong: explain((issue as { params?: unknown } | undefined)?.params as FieldIssue, written, texts) };
  };
  return (field, written) => {
    if (field.kind !== "list") return checkAs(field, written);
    const { of } = field;
    const answers = splitList(written).map((item) => checkAs(of, item));
    return answers.find((answer) => "wrong" in answer) ?? { value: written };
  };
}

function explain({ code, parameters }: FieldIssue, written: string, texts: NewTexts): string {
  const { nearest, known, codes, iso } = parameters as Readonly<Partial<Record<string, string>>>;
  switch (code) {
    case "front-matter/ambiguous-municipality":
      return texts.severalMunicipalities(written, codes ?? "");
    case "front-matter/unknown-municipality":
      return texts.noMunicipality(written, nearest);
    case "front-matter/unknown-theme":
      return texts.noTheme(written, nearest, known ?? "");
    case "front-matter/invalid-date":
    case "front-matter/impossible-date":
      return texts.noDate(written, iso);
    case "front-matter/invalid-url":
      return texts.noAddress(written);
    default:
      return `${written}: ${code}`;
  }
}

/** Splits a list at its commas; empty parts are left out. */
export function splitList(written: string): readonly string[] {
  return written
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
