import { statSync } from "node:fs";
import type { CalendarDay } from "../../core/language/calendar-day.ts";
import type { Language } from "../../core/language/language.ts";
import type { CliTexts } from "../../locales/types/cli.ts";
import { openStore } from "../../nomination/node/open-store.ts";
import type { VoteStore } from "../../nomination/store.ts";
import type { Folders } from "../../site/folders.ts";
import { UsageError, type Values } from "../arguments.ts";
import { Failure } from "../failure.ts";
import type { Terminal } from "../terminal.ts";
import { nameOfStore, sqliteFileOf, withoutPassword } from "./database-url.ts";

/** The arguments and the environment of a command on votes. */
export interface VotesContext {
  readonly folders: Folders;
  readonly databaseUrl: string;
  readonly values: Values;
  readonly positionals: readonly string[];
  readonly language: Language;
  readonly texts: CliTexts;
  readonly terminal: Terminal;
  /** The time of the call. */
  readonly now: Date;
}

/** UTC day of the call, as in the log. */
export function todayOf({ now }: VotesContext): CalendarDay {
  return now.toISOString().slice(0, 10) as CalendarDay;
}

/** `existing`: a missing file is an error; `create`: it is created. */
export type Access = "existing" | "create";

/**
 * Opens the store of `databaseUrl`, calls `work`, and closes the store.
 * Throws `UsageError` if there are no votes yet, `Failure` if the database cannot be used.
 */
export async function withStore<Result>(
  { databaseUrl, texts }: Pick<VotesContext, "databaseUrl" | "texts">,
  access: Access,
  work: (store: VoteStore) => Promise<Result>,
): Promise<Result> {
  const name = nameOfStore(databaseUrl);
  const file = sqliteFileOf(databaseUrl);
  // An interrupted start leaves an empty file, which SQLite would open as an empty database.
  if (access === "existing" && file !== undefined && !(statSync(file, { throwIfNoEntry: false })?.size ?? 0))
    throw new UsageError(texts.votes.noVotes(name));
  const explain = (error: unknown): unknown =>
    isStoreFault(error)
      ? new Failure(texts.votes.storeFailed(name, withoutPassword((error as Error).message, databaseUrl)))
      : error;
  const store = await openStore(databaseUrl).catch((error: unknown) => {
    throw explain(error);
  });
  try {
    return await work(store);
  } catch (error) {
    throw explain(error);
  } finally {
    await store.close();
  }
}

/** Errors of a database or of the way to it, not of this program. */
function isStoreFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = "" } = error as NodeJS.ErrnoException;
  return (
    error.name === "PostgresError" ||
    /PostgreSQL/.test(error.message) ||
    /^(ERR_SQLITE_ERROR|E[A-Z]+|CONNECT_TIMEOUT|CONNECTION_\w+)$/.test(code)
  );
}
