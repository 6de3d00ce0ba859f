import { readDatabaseAddress } from "../../nomination/node/database-address.ts";
import { UsageError } from "../arguments.ts";
import { nameOfStore } from "./database-url.ts";
import { rowsOf } from "./read-log.ts";
import { type VotesContext, withStore } from "./votes-context.ts";
import { writeLog } from "./write-log.ts";

/** `votes move`: copies the log to an empty store, or continues an interrupted copy. */
export async function moveLog(context: VotesContext): Promise<number> {
  const { values, texts, databaseUrl } = context;
  if (typeof values.to !== "string") throw new UsageError(texts.votes.whereTo);
  readDatabaseAddress(values.to, "--to");
  const rows = await withStore(context, "read", rowsOf);
  await writeLog({ name: nameOfStore(databaseUrl), rows }, values.to, context);
  return 0;
}
