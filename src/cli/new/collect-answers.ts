import { guessIsoDay } from "../../core/language/calendar-day.ts";
import { type Language, localize } from "../../core/language/language.ts";
import { arrange } from "../../core/model/fields/arrange.ts";
import type { Field, ValueType } from "../../core/model/fields/field.ts";
import { practiceFields } from "../../core/model/fields/practice-fields.ts";
import type { Vocabulary } from "../../core/model/site.ts";
import { practiceTextsOf } from "../../locales/field-texts.ts";
import type { NewTexts } from "../../locales/new-texts.ts";
import type { AskedField, NewPractice } from "../../read/new-practice.ts";
import { UsageError, type Values } from "../arguments.ts";
import { Failure } from "../failure.ts";
import type { Terminal } from "../terminal.ts";
import { todayHere } from "../today.ts";
import { createJudge, type Judge, splitList } from "./answers.ts";
import { createQuestioner, NoAnswer, type Question } from "./ask.ts";

export interface Asking {
  /** Of the practice. */
  readonly language: Language;
  /** Of the questions. */
  readonly spoken: Language;
  readonly vocabulary: Vocabulary;
  readonly texts: NewTexts;
  readonly terminal: Terminal;
}

/** The order of the questions: first what everybody knows. */
const order: readonly AskedField[] = ["title", "innovator", "municipality", "themes", "date", "projectUrl"];

/** What the command line says of a new practice, and, in a terminal, what is asked for the rest. */
export async function collectAnswers(values: Values, title: string, asking: Asking): Promise<NewPractice> {
  const { language, vocabulary, texts } = asking;
  const judge = createJudge(vocabulary, texts);
  const asked: readonly Field[] = practiceFields.filter((field) => "asked" in field);
  const written = new Map(asked.map((field) => [field.name, writtenIn(values, field.name).trim()]));
  written.set("title", title.trim());
  const isComplete = written.get("title") !== "" && values.innovator !== undefined;
  if (asking.terminal.input && !isComplete)
    await ask(
      arrange(asked, order, ({ name }) => name).filter(({ name }) => written.get(name) === ""),
      written,
      { ...asking, judge },
    );
  if (written.get("title") === "") throw new UsageError(texts.titleNeeded);
  if (written.get("date") === "") written.set("date", todayHere());
  const answers = asked.map((field) => [field.name, takeAnswer(field, written.get(field.name) ?? "", judge)]);
  return { language, answers: Object.fromEntries(answers) as NewPractice["answers"] };
}

async function ask(
  fields: readonly Field[],
  written: Map<string, string>,
  asking: Asking & { readonly judge: Judge },
): Promise<void> {
  const { terminal, texts } = asking;
  if (!terminal.input) return;
  terminal.error(`${texts.intro}\n`);
  const questioner = createQuestioner(terminal.input.stream, terminal.input.echo, terminal.input.isTerminal);
  try {
    for (const field of fields) written.set(field.name, await questioner.ask(questionOf(field, asking)));
  } catch (error) {
    throw error instanceof NoAnswer ? new Failure(texts.stopped) : error;
  } finally {
    questioner.close();
  }
}

function questionOf(
  field: Field,
  { spoken, language, vocabulary, judge }: Asking & { readonly judge: Judge },
): Question {
  const { themes, places } = vocabulary;
  const known = [...themes.values()].map(({ id, name }) => `${id} – ${localize(name, language)}`).join(", ");
  const { question, label } = practiceTextsOf(spoken)[field.name] ?? { label: field.name };
  const text = (question ?? label).replace("{known}", known).replace("{today}", todayHere());
  switch (kindOf(field)) {
    case "municipality":
      return {
        text,
        completions: [...places.values()].map(({ name }) => name),
        judge: (answer) => judge(field, answer),
      };
    case "theme":
      return { text, completions: [...themes.keys()], judge: (answer) => judge(field, answer) };
    case "day":
      // In an answer, unlike in a file, a date may be written as people write it.
      return { text, judge: (answer) => judge(field, guessIsoDay(answer) ?? answer) };
    case "line":
      return field.need === "named" ? { text } : { text, judge: (answer) => ({ value: answer }) };
    default:
      return { text, judge: (answer) => judge(field, answer) };
  }
}

const kindOf = (type: ValueType): ValueType["kind"] => (type.kind === "list" ? type.of.kind : type.kind);

/** Throws `UsageError` if it is wrong. */
function takeAnswer(field: Field, written: string, judge: Judge): string | readonly string[] {
  if (written === "") return field.kind === "list" ? [] : "";
  const answer = judge(field, written);
  if ("wrong" in answer) throw new UsageError(answer.wrong);
  return field.kind === "list" ? splitList(answer.value) : answer.value;
}

/** `projectUrl` is the option `--project-url`. */
function writtenIn(values: Values, name: string): string {
  const value = (values as Readonly<Record<string, unknown>>)[
    name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  ];
  return typeof value === "string" ? value : "";
}
