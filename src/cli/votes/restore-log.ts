import { Failure } from "../failure.ts";
import { readLogFrom } from "./read-log.ts";
import type { VotesContext } from "./votes-context.ts";
import { writeLog } from "./write-log.ts";

/**
 * `votes restore`: writes what `votes export` wrote, or the public log of an endpoint, into an empty store. The log keeps its
 * root, so that receipts and what was published still hold.
 */
export async function restoreLog(context: VotesContext): Promise<number> {
  const { positionals, texts, databaseUrl } = context;
  const [source = ""] = positionals;
  const log = await readLogFrom(source, context);
  // An empty file is what an export leaves that could not write.
  if (log.rows.length === 0) throw new Failure(texts.votes.emptyLog(log.name));
  if (log.tally && log.rows.length < log.tally.log.size) throw new Failure(texts.votes.notALog(log.name));
  await writeLog(log, databaseUrl, context);
  return 0;
}
