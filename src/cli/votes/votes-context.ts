import { statSync } from "node:fs";
import type { CalendarDay } from "../../core/language/calendar-day.ts";
import type { Language } from "../../core/language/language.ts";
import type { CliTexts } from "../../locales/types/cli.ts";
import { readDatabaseAddress } from "../../nomination/node/database-address.ts";
import { openStore } from "../../nomination/node/open-store.ts";
import type { VoteStore } from "../../nomination/store.ts";
import type { Folders } from "../../site/folders.ts";
import { UsageError, type Values } from "../arguments.ts";
import { Failure } from "../failure.ts";
import type { Terminal } from "../terminal.ts";
import { nameOfStore, withoutPassword } from "./database-url.ts";

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

/** `read`: nothing is written, and a missing file is an error, as with `existing`; `create`: it is created. */
export type Access = "read" | "existing" | "create";

/** Milliseconds that a command waits for others that write. */
const waitMs = 10_000;

/**
 * Opens the store of `databaseUrl`, calls `work`, and closes the store.
 * Throws `SettingsError` for an address that cannot be read, `UsageError` if there are no votes yet, `Failure` if the
 * database cannot be used.
 */
export async function withStore<Result>(
  { databaseUrl, texts }: Pick<VotesContext, "databaseUrl" | "texts">,
  access: Access,
  work: (store: VoteStore) => Promise<Result>,
): Promise<Result> {
  const name = nameOfStore(databaseUrl);
  const address = readDatabaseAddress(databaseUrl);
  // An interrupted start leaves an empty file, which SQLite would open as an empty database.
  if (access !== "create" && address.kind === "sqlite" && !statSync(address.path, { throwIfNoEntry: false })?.size)
    throw new UsageError(texts.votes.noVotes(name));
  const explain = (error: unknown): unknown =>
    isStoreFault(error)
      ? new Failure(texts.votes.storeFailed(name, withoutPassword(error.message || String(error.code), databaseUrl)))
      : error;
  const store = await openStore(databaseUrl, { readOnly: access === "read", waitMs }).catch((error: unknown) => {
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
export function isStoreFault(error: unknown): error is NodeJS.ErrnoException {
  if (!(error instanceof Error)) return false;
  const { code = "" } = error as NodeJS.ErrnoException;
  return (
    error.name === "PostgresError" ||
    /PostgreSQL/.test(error.message) ||
    /^(ERR_SQLITE_ERROR|E[A-Z]+|CONNECT_TIMEOUT|CONNECTION_\w+)$/.test(code)
  );
}
