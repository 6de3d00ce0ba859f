import { describe } from "../../core/diagnostics/describe.ts";
import type { Finding } from "../../core/diagnostics/finding.ts";
import type { Field, ValueType } from "../../core/model/fields/field.ts";
import type { Vocabulary } from "../../core/model/site.ts";
import type { Locale } from "../../locales/locale.ts";
import type { FieldIssue } from "../../read/schema/fields.ts";
import { schemaOf } from "../../read/schema/schema-of.ts";

/** An answer for the file, or a sentence that says why it is wrong. */
export type CheckedAnswer = { readonly value: string } | { readonly wrong: string };

/** Checks an answer to the question for a field. */
export type CheckAnswer = (field: Field, written: string) => CheckedAnswer;

/** Makes a check from the schemas of the front matter: `praktika check` accepts every right answer. */
export function createAnswerCheck(
  vocabulary: Pick<Vocabulary, "themes" | "places">,
  locale: AnswerLocale,
): CheckAnswer {
  const checkAs = (type: ValueType, written: string, field: string): CheckedAnswer => {
    const result = schemaOf(type, vocabulary).safeParse(written);
    // A day can be written in other ways; the file has it as all others have.
    if (result.success) return { value: type.kind === "day" ? String(result.data) : written };
    const [issue] = result.error.issues;
    const { code, parameters } = (issue as unknown as { params: FieldIssue }).params;
    return { wrong: explain({ code, parameters: { field, ...parameters } }, written, locale) };
  };
  return (field, written) => {
    if (field.kind !== "list") return checkAs(field, written, field.name);
    const { of } = field;
    const answers = splitList(written).map((item) => checkAs(of, item, field.name));
    return answers.find((answer) => "wrong" in answer) ?? { value: written };
  };
}

/** What a person at the terminal is told in. */
type AnswerLocale = Pick<Locale, "cli" | "diagnostics">;

function explain({ code, parameters }: FieldIssue, written: string, { cli, diagnostics }: AnswerLocale): string {
  const texts = cli.new;
  const { nearest, known, codes } = parameters as Readonly<Partial<Record<string, string>>>;
  switch (code) {
    case "front-matter/ambiguous-municipality":
      return texts.severalMunicipalities(written, codes ?? "");
    case "front-matter/unknown-municipality":
      return texts.noMunicipality(written, nearest);
    case "front-matter/unknown-theme":
      return texts.noTheme(written, nearest, known ?? "");
    case "front-matter/invalid-url":
      return texts.noAddress(written);
    default: {
      const { message, hint } = describe({ code, parameters, file: "" } as Finding, diagnostics);
      return `${message} ${hint}`;
    }
  }
}

/** Splits a list at its commas; empty parts are left out. */
export function splitList(written: string): readonly string[] {
  return written
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
