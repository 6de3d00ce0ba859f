import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { nearestName } from "../../core/diagnostics/nearest.ts";
import { type CalendarDay, guessIsoDay } from "../../core/language/calendar-day.ts";
import { isLanguage, type Language, localize } from "../../core/language/language.ts";
import type { Vocabulary } from "../../core/model/site.ts";
import type { NewTexts } from "../../locales/types/new.ts";
import { composeNewPractice, composeTranslation, type NewFile } from "../../read/new-practice.ts";
import { parseDocument } from "../../read/parse-document.ts";
import { type ContentListing, listContent, readSource } from "../../read/read-content.ts";
import { resolveFolders } from "../../site/folders.ts";
import { loadVocabulary } from "../../site/load/load-vocabulary.ts";
import { UsageError, type Values } from "../arguments.ts";
import { Failure } from "../failure.ts";
import { type Answer, type Answers, createAnswers, splitList } from "../new/answers.ts";
import { createQuestioner, NoAnswer, type Question } from "../new/ask.ts";
import type { Terminal } from "../terminal.ts";
import { todayHere } from "../today.ts";

/** `praktika new`: writes a practice to be filled in, or its other language version, and prints its path. */
export async function runNew(values: Values, [title = ""]: readonly string[], terminal: Terminal): Promise<number> {
  const folders = resolveFolders(String(values.root ?? "."), { content: asText(values.content) || undefined });
  const { content } = folders;
  const listing = listContent(content).value;
  const { value: vocabulary } = loadVocabulary(content, listing);
  const { site } = vocabulary;
  const texts = terminal.locale.cli.new;
  const language = isLanguage(values.lang) ? values.lang : undefined;
  if (language && !site.languages.includes(language))
    throw new UsageError(texts.notOfSite(language, site.languages.join(", ")));

  const file =
    values.translate === undefined
      ? composeNewPractice(
          await collect(values, title, language ?? site.languages[0], vocabulary, texts, terminal),
          (id) => listing.practices.some((path) => idOf(path) === id),
        )
      : translate(
          String(values.translate),
          language,
          listing,
          vocabulary,
          (path) => readSource(content, path).value,
          texts,
        );

  const path = join(content.folder, file.path);
  if (values["dry-run"]) {
    terminal.out(file.text);
    return 0;
  }
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, file.text, { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw new Failure(texts.exists(path));
    throw error;
  }
  terminal.out(`${relative(process.cwd(), path)}\n`);
  terminal.error(`${texts.written}\n`);
  return 0;
}

/** What the command line says, and, in a terminal, what is asked for the rest. */
async function collect(
  values: Values,
  title: string,
  language: Language,
  vocabulary: Vocabulary,
  texts: NewTexts,
  terminal: Terminal,
) {
  const answers = createAnswers(vocabulary, texts);
  const given = {
    title: title.trim(),
    innovator: asText(values.innovator).trim(),
    municipality: asText(values.municipality),
    themes: asText(values.themes),
    date: asText(values.date),
    projectUrl: asText(values["project-url"]),
  };
  const wanted = { ...given };
  const { input } = terminal;
  const isComplete = given.title !== "" && values.innovator !== undefined;
  if (input && !isComplete) {
    terminal.error(`${texts.intro}\n`);
    const questioner = createQuestioner(input.stream, input.echo, input.isTerminal);
    try {
      for (const [name, question] of Object.entries(questionsOf(vocabulary, answers, language, texts)))
        if (given[name as keyof typeof given] === "")
          wanted[name as keyof typeof given] = await questioner.ask(question);
    } catch (error) {
      throw error instanceof NoAnswer ? new Failure(texts.stopped) : error;
    } finally {
      questioner.close();
    }
  }
  if (wanted.title === "") throw new UsageError(texts.titleNeeded);
  const take = (answer: Answer): string => {
    if ("wrong" in answer) throw new UsageError(answer.wrong);
    return answer.value;
  };
  return {
    language,
    title: wanted.title.normalize("NFC").replace(/\s+/g, " "),
    innovator: wanted.innovator,
    date: (wanted.date === "" ? todayHere() : take(answers.date(wanted.date))) as CalendarDay,
    municipalities: splitList(wanted.municipality).map((name) => take(answers.municipality(name))),
    themes: splitList(wanted.themes).map((id) => take(answers.theme(id))),
    projectUrl: wanted.projectUrl === "" ? "" : take(answers.projectUrl(wanted.projectUrl)),
  };
}

function questionsOf(
  { themes, places }: Vocabulary,
  answers: Answers,
  language: Language,
  texts: NewTexts,
): Readonly<Record<string, Question>> {
  const ofList =
    (judge: (written: string) => Answer) =>
    (written: string): Answer =>
      splitList(written)
        .map(judge)
        .find((answer) => "wrong" in answer) ?? { value: written };
  const known = [...themes.values()].map(({ id, name }) => `${id} – ${localize(name, language)}`).join(", ");
  return {
    title: { text: texts.title, judge: (written) => ({ value: written }) },
    innovator: { text: texts.innovator },
    municipality: {
      text: texts.municipality,
      completions: [...places.values()].map(({ name }) => name),
      judge: ofList(answers.municipality),
    },
    themes: { text: texts.themes(known), completions: [...themes.keys()], judge: ofList(answers.theme) },
    date: {
      text: texts.date(todayHere()),
      // In an answer, unlike in a file, a date may be written as people write it.
      judge: (written) => answers.date(guessIsoDay(written) ?? written),
    },
    projectUrl: { text: texts.projectUrl, judge: answers.projectUrl },
  };
}

function translate(
  id: string,
  language: Language | undefined,
  { practices }: ContentListing,
  { site }: Vocabulary,
  read: (path: string) => ReturnType<typeof readSource>["value"],
  texts: NewTexts,
): NewFile {
  const versions = practices.filter((path) => idOf(path) === id);
  if (versions.length === 0) throw new UsageError(texts.noPractice(id, nearestName(id, practices.map(idOf))));
  const has = (wanted: Language): boolean => versions.some((path) => path.endsWith(`.${wanted}.md`));
  const missing = site.languages.find((other) => !has(other));
  const wanted = language ?? missing;
  if (!wanted) throw new Failure(texts.allLanguages(id));
  const existing = versions.find((path) => path.endsWith(`.${wanted}.md`));
  if (existing) throw new Failure(texts.exists(existing));
  const source = versions[0] === undefined ? undefined : read(versions[0]);
  const original = source && parseDocument(source).value;
  if (!original) throw new Failure(texts.noPractice(id, undefined));
  return composeTranslation(original, id, wanted);
}

function idOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/(\.[^.]+)?\.md$/, "");
}

function asText(value: string | boolean | undefined): string {
  return typeof value === "string" ? value : "";
}
