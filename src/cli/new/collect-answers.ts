import { onlyDay } from "../../core/language/calendar-day.ts";
import { type Language, localize } from "../../core/language/language.ts";
import { arrange } from "../../core/model/fields/arrange.ts";
import type { Field, ValueType } from "../../core/model/fields/field.ts";
import type { Vocabulary } from "../../core/model/site.ts";
import { practiceTextsOf } from "../../locales/texts-of.ts";
import type { NewPractice } from "../../read/new-practice.ts";
import { UsageError, type Values } from "../arguments.ts";
import { Failure } from "../failure.ts";
import type { Terminal } from "../terminal.ts";
import { todayHere } from "../today.ts";
import { type CheckAnswer, createAnswerCheck, splitList } from "./answers.ts";
import { createQuestioner, NoAnswer, type Question } from "./ask.ts";

export interface AnswerContext {
  /** The language of the practice. */
  readonly language: Language;
  readonly vocabulary: Vocabulary;
  /** Questions are in its language. */
  readonly terminal: Terminal;
}

/** The order of the questions: the easiest come first. */
const order: readonly string[] = ["title", "innovator", "municipality", "themes", "date", "projectUrl"];

/**
 * Completes the answers of the command line by questions, if there is a terminal, and checks them.
 * Throws `UsageError` for a wrong answer, `Failure` if the person stops.
 */
export async function collectAnswers(values: Values, title: string, context: AnswerContext): Promise<NewPractice> {
  const { language, vocabulary, terminal } = context;
  const texts = terminal.locale.cli.new;
  const check = createAnswerCheck(vocabulary, terminal.locale);
  const asked: readonly Field[] = vocabulary.fields.filter(({ asked, need }) => asked || need === "required");
  const written = new Map(asked.map((field) => [field.name, writtenIn(values, field.name).trim()]));
  written.set("title", title.trim());
  const isComplete = written.get("title") !== "" && values.innovator !== undefined;
  if (terminal.input && !isComplete)
    await ask(
      arrange(asked, order, ({ name }) => name).filter(({ name }) => written.get(name) === ""),
      written,
      { ...context, check },
    );
  if (written.get("title") === "") throw new UsageError(texts.titleNeeded);
  if (written.get("date") === "") written.set("date", todayHere());
  const answers = asked.map((field) => [field.name, takeAnswer(field, written.get(field.name) ?? "", check)]);
  return { language, answers: Object.fromEntries(answers) as NewPractice["answers"] };
}

async function ask(
  fields: readonly Field[],
  written: Map<string, string>,
  context: AnswerContext & { readonly check: CheckAnswer },
): Promise<void> {
  const { terminal } = context;
  const texts = terminal.locale.cli.new;
  if (!terminal.input) return;
  terminal.error(`${texts.intro}\n`);
  const questioner = createQuestioner(terminal.input.stream, terminal.input.echo, terminal.input.isTerminal);
  try {
    for (const field of fields) written.set(field.name, await questioner.ask(questionOf(field, context)));
  } catch (error) {
    throw error instanceof NoAnswer ? new Failure(texts.stopped) : error;
  } finally {
    questioner.close();
  }
}

function questionOf(
  field: Field,
  { terminal, language, vocabulary, check }: AnswerContext & { readonly check: CheckAnswer },
): Question {
  const { themes, places } = vocabulary;
  const known = [...themes.values()].map(({ id, name }) => `${id} – ${localize(name, language)}`).join(", ");
  const { question, label } = practiceTextsOf(terminal.locale.language, vocabulary.fields)[field.name] ?? {
    label: field.name,
  };
  const text = (question ?? label).replace("{known}", known).replace("{today}", todayHere());
  switch (kindOf(field)) {
    case "municipality":
      return {
        text,
        completions: [...places.values()].map(({ name }) => name),
        check: (answer) => check(field, answer),
      };
    case "theme":
      return { text, completions: [...themes.keys()], check: (answer) => check(field, answer) };
    case "day":
      // Unlike a file, an answer may write the date in another form, such as 9.6.2016.
      return { text, check: (answer) => check(field, onlyDay(answer, language) ?? answer) };
    case "line":
      return field.need === "named" ? { text } : { text, check: (answer) => ({ value: answer }) };
    default:
      return { text, check: (answer) => check(field, answer) };
  }
}

const kindOf = (type: ValueType): ValueType["kind"] => (type.kind === "list" ? type.of.kind : type.kind);

/** The answer as it is written in the file. Throws `UsageError` if it is wrong. */
function takeAnswer(field: Field, written: string, check: CheckAnswer): string | readonly string[] {
  if (written === "") return field.kind === "list" ? [] : "";
  const answer = check(field, written);
  if ("wrong" in answer) throw new UsageError(answer.wrong);
  return field.kind === "list" ? splitList(answer.value) : answer.value;
}

/** The option for a field: `--project-url` for `projectUrl`. "" if it is not given. */
function writtenIn(values: Values, name: string): string {
  const value = (values as Readonly<Record<string, unknown>>)[
    name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  ];
  return typeof value === "string" ? value : "";
}
