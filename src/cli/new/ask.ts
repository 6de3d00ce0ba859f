import { createInterface } from "node:readline/promises";
import type { Readable, Writable } from "node:stream";
import type { CheckedAnswer } from "./answers.ts";

export interface Question {
  readonly text: string;
  /** Names for the Tab key; in a list it completes the last one. */
  readonly completions?: readonly string[];
  /** The question is asked again until this accepts the answer. */
  readonly check?: (written: string) => CheckedAnswer;
}

/** The input ended before the answer. */
export class NoAnswer extends Error {}

export interface Questioner {
  /** The answer, "" if the question is left open. Rejects with `NoAnswer`. */
  ask(question: Question): Promise<string>;
  close(): void;
}

/** Asks questions in a terminal, or reads answers from a pipe. */
export function createQuestioner(input: Readable, output: Writable, isTerminal: boolean): Questioner {
  let completions: readonly string[] = [];
  const reader = createInterface({
    input,
    output,
    terminal: isTerminal,
    completer: (line: string): [string[], string] => [complete(line, completions), line],
  });
  const gone = new AbortController();
  reader.once("close", () => gone.abort());
  // A pipe delivers lines before they are asked for: keep them for the next questions.
  const lines: string[] = [];
  const waiting: ((line: string) => void)[] = [];
  reader.on("line", (line) => {
    const next = waiting.shift();
    if (next) next(line);
    else lines.push(line);
  });
  const readLine = (prompt: string): Promise<string> => {
    const known = lines.shift();
    if (known !== undefined) {
      output.write(`${prompt}${known}\n`);
      return Promise.resolve(known);
    }
    if (gone.signal.aborted) return Promise.reject(new NoAnswer());
    reader.setPrompt(prompt);
    reader.prompt();
    return new Promise((resolve, reject) => {
      waiting.push(resolve);
      gone.signal.addEventListener("abort", () => reject(new NoAnswer()));
    });
  };
  return {
    async ask({ text, completions: known = [], check }) {
      completions = known;
      for (;;) {
        const written = (await readLine(`${text}: `)).trim();
        const answer = written === "" || !check ? { value: written } : check(written);
        if ("value" in answer) return answer.value;
        output.write(`  ${answer.wrong}\n`);
      }
    },
    close: () => reader.close(),
  };
}

/** Whole lines that begin with what was typed; after a comma only the last name is completed. */
function complete(line: string, names: readonly string[]): string[] {
  const at = line.lastIndexOf(",") + 1;
  const begun = line.slice(at).trimStart();
  const before = line.slice(0, line.length - begun.length);
  return names.filter((name) => name.toLowerCase().startsWith(begun.toLowerCase())).map((name) => before + name);
}
