import { type CalendarDay, guessIsoDay } from "../../core/language/calendar-day.ts";
import { type Language, localize } from "../../core/language/language.ts";
import type { Vocabulary } from "../../core/model/site.ts";
import type { NewTexts } from "../../locales/new-texts.ts";
import { UsageError } from "../arguments.ts";
import { Failure } from "../failure.ts";
import type { Terminal } from "../terminal.ts";
import { todayHere } from "../today.ts";
import { type CheckedAnswer, createAnswerChecks, splitList } from "./answers.ts";
import { createQuestioner, NoAnswer, type Question } from "./ask.ts";

/** The answers of the command line; "" if an option is not given. */
export interface GivenAnswers {
  readonly title: string;
  /** "" means that there is no innovator; undefined, that the option is not given. */
  readonly innovator: string | undefined;
  readonly municipality: string;
  readonly themes: string;
  readonly date: string;
  readonly projectUrl: string;
}

export interface AnswerContext {
  /** The language of the practice. */
  readonly language: Language;
  readonly vocabulary: Vocabulary;
  readonly texts: NewTexts;
}

/**
 * Completes the answers of the command line by questions, if there is a terminal, and checks them.
 * Throws `UsageError` for a wrong answer, `Failure` if the person stops.
 */
export async function collectAnswers(given: GivenAnswers, context: AnswerContext, terminal: Terminal) {
  const { language, vocabulary, texts } = context;
  const isComplete = given.title !== "" && given.innovator !== undefined;
  const wanted = { ...given, innovator: given.innovator ?? "" };
  const answers = isComplete ? wanted : await askMissing(wanted, context, terminal);
  if (answers.title === "") throw new UsageError(texts.titleNeeded);
  const checks = createAnswerChecks(vocabulary, texts);
  return {
    language,
    title: answers.title.normalize("NFC").replace(/\s+/g, " "),
    innovator: answers.innovator,
    date: (answers.date === "" ? todayHere() : take(checks.date(answers.date))) as CalendarDay,
    municipalities: splitList(answers.municipality).map((name) => take(checks.municipality(name))),
    themes: splitList(answers.themes).map((id) => take(checks.theme(id))),
    projectUrl: answers.projectUrl === "" ? "" : take(checks.projectUrl(answers.projectUrl)),
  };
}

type Answers = Record<keyof GivenAnswers, string>;

async function askMissing(given: Answers, context: AnswerContext, { input, error }: Terminal): Promise<Answers> {
  if (!input) return given;
  const { texts } = context;
  error(`${texts.intro}\n`);
  const questioner = createQuestioner(input.stream, input.echo, input.isTerminal);
  const answers = { ...given };
  try {
    for (const [name, question] of Object.entries(questionsOf(context)) as [keyof Answers, Question][])
      if (given[name] === "") answers[name] = await questioner.ask(question);
  } catch (problem) {
    throw problem instanceof NoAnswer ? new Failure(texts.stopped) : problem;
  } finally {
    questioner.close();
  }
  return answers;
}

function take(answer: CheckedAnswer): string {
  if ("wrong" in answer) throw new UsageError(answer.wrong);
  return answer.value;
}

/** The questions in their order. */
function questionsOf({ language, vocabulary, texts }: AnswerContext): Readonly<Record<keyof Answers, Question>> {
  const { themes, places } = vocabulary;
  const checks = createAnswerChecks(vocabulary, texts);
  const known = [...themes.values()].map(({ id, name }) => `${id} – ${localize(name, language)}`).join(", ");
  return {
    title: { text: texts.title, check: (written) => ({ value: written }) },
    innovator: { text: texts.innovator },
    municipality: {
      text: texts.municipality,
      completions: [...places.values()].map(({ name }) => name),
      check: checkEach(checks.municipality),
    },
    themes: { text: texts.themes(known), completions: [...themes.keys()], check: checkEach(checks.theme) },
    date: {
      text: texts.date(todayHere()),
      // Unlike a file, an answer may write the date in another form, such as 9.6.2016.
      check: (written) => checks.date(guessIsoDay(written) ?? written),
    },
    projectUrl: { text: texts.projectUrl, check: checks.projectUrl },
  };
}

function checkEach(check: (written: string) => CheckedAnswer) {
  return (written: string): CheckedAnswer =>
    splitList(written)
      .map(check)
      .find((answer) => "wrong" in answer) ?? { value: written };
}
