import { closeSync, openSync, renameSync, rmSync } from "node:fs";
import { writeAll } from "../../state/write-all.ts";
import { Failure } from "../failure.ts";
import { formatRows, type LogFormat, logHeader } from "./log-file.ts";
import { pagesOf } from "./read-log.ts";
import { type VotesContext, withStore } from "./votes-context.ts";

/** `votes export`: the whole log, page by page, to the screen or into a file. */
export async function exportLog(context: VotesContext): Promise<number> {
  const { values, terminal, texts } = context;
  const format: LogFormat = values.format === "csv" ? "csv" : "jsonl";
  const path = typeof values.out === "string" ? values.out : undefined;
  await withStore(context, "read", async (store) => {
    const sink =
      path === undefined ? { write: terminal.out, finish: () => {}, abandon: () => {} } : openFile(path, texts);
    try {
      sink.write(logHeader(format));
      for await (const rows of pagesOf(store)) sink.write(formatRows(rows, format));
      sink.finish();
    } catch (error) {
      sink.abandon();
      throw error;
    }
  });
  return 0;
}

/** A file that appears under its name only when it is complete. */
function openFile(path: string, { votes }: VotesContext["texts"]) {
  const unfinished = `${path}.unfinished`;
  let file: number;
  try {
    file = openSync(unfinished, "w");
  } catch (error) {
    throw new Failure(votes.notWritable(path, (error as NodeJS.ErrnoException).code ?? ""));
  }
  return {
    write: (text: string): void => {
      writeAll(file, Buffer.from(text));
    },
    finish: (): void => {
      closeSync(file);
      renameSync(unfinished, path);
    },
    abandon: (): void => {
      rmSync(unfinished, { force: true });
    },
  };
}
