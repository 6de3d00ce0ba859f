import { basename } from "node:path";
import { isLanguage, usualLanguages } from "../../core/language/language.ts";
import type { Locale } from "../../locales/locale.ts";
import { type Host, hosts, type InitTexts } from "../../locales/types/init.ts";
import { UsageError, type Values } from "../arguments.ts";
import { Failure } from "../failure.ts";
import { createQuestioner, NoAnswer } from "../new/ask.ts";
import type { Terminal } from "../terminal.ts";
import { todayHere } from "../today.ts";
import type { NewArchive } from "./compose-archive.ts";

const asked = ["name", "languages", "url", "publisher", "host", "nominations"] as const;
type Asked = (typeof asked)[number];
type Answers = Readonly<Record<Asked, string>>;

/**
 * What the archive in a folder is to be: from the command line, else asked for if there is a terminal, else as usual. Throws
 * `UsageError` for an answer that is not possible, `Failure` if the person stops.
 */
export async function askForArchive(values: Values, folder: string, terminal: Terminal): Promise<NewArchive> {
  const texts = terminal.locale.cli.init;
  const answers = { ...(await ask(values, basename(folder), terminal)) };
  for (const name of asked) {
    const problem = problemOf(name, answers[name], texts);
    if (problem !== undefined) throw new UsageError(texts.notPossible(answers[name], problem));
  }
  const [first = usualLanguages[0], ...others] = splitList(answers.languages).filter(isLanguage);
  return {
    name: answers.name,
    languages: [first, ...others],
    url: answers.url.replace(/\/+$/, ""),
    publisher: answers.publisher,
    host: answers.host as Host,
    hasNominations: texts.answers.yes.includes(answers.nominations.toLowerCase()),
    editorLanguage: terminal.locale.language,
    today: todayHere(),
  };
}

async function ask(values: Values, folderName: string, terminal: Terminal): Promise<Answers> {
  const texts = terminal.locale.cli.init;
  const { input } = terminal;
  const given = (name: Asked): string | undefined => {
    if (name === "nominations" && values["no-nominations"]) return "none";
    return typeof values[name] === "string" ? values[name] : undefined;
  };
  const answers: Record<Asked, string> = { name: "", languages: "", url: "", publisher: "", host: "", nominations: "" };
  const questioner = input && !values.yes ? createQuestioner(input.stream, input.echo, input.isTerminal) : undefined;
  if (questioner) terminal.error(`${texts.intro}\n`);
  try {
    for (const name of asked) {
      const usual = usualAnswer(name, folderName, terminal.locale);
      const check = (value: string) => {
        const allowed = problemOf(name, value, texts);
        return allowed === undefined ? { value } : { wrong: texts.notPossible(value, allowed) };
      };
      const text = `${texts.questions[name]}${usual ? ` [${usual}]` : ""}`;
      answers[name] = given(name) ?? ((await questioner?.ask({ text, check })) || usual);
    }
    return answers;
  } catch (error) {
    throw error instanceof NoAnswer ? new Failure(texts.stopped) : error;
  } finally {
    questioner?.close();
  }
}

function usualAnswer(name: Asked, folderName: string, { language, cli }: Locale): string {
  switch (name) {
    case "name":
      return folderName;
    case "languages":
      return [language, ...usualLanguages.filter((other) => other !== language)].join(",");
    case "host":
      return "github";
    case "nominations":
      return cli.init.answers.none[0] ?? "";
    default:
      return "";
  }
}

/** What would be possible instead of an answer; undefined if it is. */
function problemOf(name: Asked, answer: string, { answers }: InitTexts): string | undefined {
  switch (name) {
    case "languages":
      return splitList(answer).every(isLanguage) && answer !== "" ? undefined : usualLanguages.join(", ");
    case "url":
      return answer === "" || /^https?:\/\/\S+$/.test(answer) ? undefined : "https://…";
    case "host":
      return hosts.includes(answer as Host) ? undefined : hosts.join(", ");
    case "nominations":
      return [...answers.yes, ...answers.none].includes(answer.toLowerCase())
        ? undefined
        : `${answers.yes[0]}, ${answers.none[0]}`;
    default:
      return undefined;
  }
}

function splitList(text: string): readonly string[] {
  return text.split(/[,\s]+/).filter(Boolean);
}
