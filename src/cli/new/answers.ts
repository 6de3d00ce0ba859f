import type { Field, ValueType } from "../../core/model/fields/field.ts";
import type { Vocabulary } from "../../core/model/site.ts";
import type { NewTexts } from "../../locales/new-texts.ts";
import type { FieldIssue } from "../../read/schema/fields.ts";
import { schemaOf } from "../../read/schema/schema-of.ts";

/** An answer as it goes into the file, or what is wrong with it, in words. */
export type Answer = { readonly value: string } | { readonly wrong: string };

/** Says what an answer is worth as the value of a field. */
export type Judge = (field: Field, written: string) => Answer;

/** Judges answers by the rules of the front matter, so that what is asked for is what `check` accepts. */
export function createJudge(vocabulary: Pick<Vocabulary, "themes" | "places">, texts: NewTexts): Judge {
  const judge = (type: ValueType, written: string): Answer => {
    const result = schemaOf(type, vocabulary).safeParse(written);
    if (result.success) return { value: written };
    const [issue] = result.error.issues;
    return { wrong: explain((issue as { params?: unknown } | undefined)?.params as FieldIssue, written, texts) };
  };
  return (field, written) => {
    if (field.kind !== "list") return judge(field, written);
    const { of } = field;
    const answers = splitList(written).map((item) => judge(of, item));
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

/** A list with commas between. */
export function splitList(written: string): readonly string[] {
  return written
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
