import { formatCount } from "../../core/language/format.ts";
import { type LogRow, logPageRows } from "../../core/protocol.ts";
import { OtherLog } from "../../nomination/stores/restoration.ts";
import { emptyHead } from "../../nomination/vote-log.ts";
import { Failure } from "../failure.ts";
import { createProgress } from "../terminal.ts";
import { checkChain, compareCounts } from "./check-log.ts";
import { nameOfStore } from "./database-url.ts";
import { rowsOf, tallyOf, type WholeLog } from "./read-log.ts";
import { type VotesContext, withStore } from "./votes-context.ts";

/**
 * Writes a whole log into an empty store, or goes on where an interrupted writing has stopped. The chain is verified before
 * and after; both logs end with the same root, or `Failure` is thrown.
 */
export async function writeLog(
  { name, rows }: Pick<WholeLog, "name" | "rows">,
  databaseUrl: string,
  context: VotesContext,
): Promise<void> {
  const { texts, terminal, language } = context;
  const target = nameOfStore(databaseUrl);
  const root = rows.at(-1)?.hash ?? emptyHead.root;
  checkWhole(rows, name, context);
  await withStore({ ...context, databaseUrl }, "create", async (store) => {
    const there = await store.head();
    if (there.size > 0 && rows[there.size - 1]?.hash !== there.root) throw new Failure(texts.votes.notEmpty(target));
    const progress = createProgress(terminal);
    for (let done = there.size; done < rows.length; done += logPageRows) {
      await store.restore(rows.slice(done, done + logPageRows)).catch((error: unknown) => {
        // An endpoint that runs meanwhile has counted votes of its own.
        throw error instanceof OtherLog ? new Failure(texts.votes.notEmpty(target)) : error;
      });
      progress.show(texts.votes.moving, done, rows.length);
    }
    progress.clear();
    const written = await rowsOf(store);
    checkWhole(written, target, context);
    const tally = await tallyOf(store, context.now);
    if (tally.log.root !== root || compareCounts(written, tally).length > 0)
      throw new Failure(texts.votes.movedOtherwise(target, root, tally.log.root));
  });
  terminal.out(`${texts.votes.moved(rows.length, formatCount(rows.length, language), target)}\n`);
  terminal.out(`${texts.votes.logHead(formatCount(rows.length, language), root)}\n`);
}

function checkWhole(rows: readonly LogRow[], name: string, { texts, language }: VotesContext): void {
  const { fault } = checkChain(rows);
  if (fault) throw new Failure(texts.votes.notWhole(name, formatCount(fault.sequence, language)));
}
