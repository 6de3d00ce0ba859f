import { formatCount } from "../../core/language/format.ts";
import { logPageRows } from "../../core/protocol.ts";
import type { VoteStore } from "../../nomination/store.ts";
import { UsageError } from "../arguments.ts";
import { Failure } from "../failure.ts";
import { createProgress } from "../terminal.ts";
import { checkChain, compareCounts } from "./check-log.ts";
import { nameOfStore } from "./database-url.ts";
import { pagesOf, rowsOf, tallyOf } from "./read-log.ts";
import { type VotesContext, withStore } from "./votes-context.ts";

/**
 * `votes move`: copies the log to an empty store, or continues an interrupted copy. The chain is verified
 * before and after; both logs end with the same root, or the command fails.
 */
export async function moveLog(context: VotesContext): Promise<number> {
  const { values, terminal, texts, language } = context;
  if (typeof values.to !== "string") throw new UsageError(texts.votes.whereTo);
  const to = values.to;
  const name = nameOfStore(to);
  await withStore(context, "existing", async (source) => {
    checkWhole(checkChain(await rowsOf(source)).fault?.sequence, nameOfStore(context.databaseUrl), context);
    await withStore({ ...context, databaseUrl: to }, "create", async (target) => {
      await carry(source, { store: target, name }, context);
      const rows = await rowsOf(target);
      checkWhole(checkChain(rows).fault?.sequence, name, context);
      const [from, moved] = [await source.head(), await tallyOf(target, context.now)];
      if (from.root !== moved.log.root || from.size !== moved.log.size || compareCounts(rows, moved).length > 0)
        throw new Failure(texts.votes.movedOtherwise(name, from.root, moved.log.root));
      terminal.out(`${texts.votes.moved(from.size, formatCount(from.size, language), name)}\n`);
      terminal.out(`${texts.votes.logHead(formatCount(from.size, language), from.root)}\n`);
    });
  });
  return 0;
}

function checkWhole(brokenAt: number | undefined, name: string, { texts, language }: VotesContext): void {
  if (brokenAt !== undefined) throw new Failure(texts.votes.notWhole(name, formatCount(brokenAt, language)));
}

async function carry(
  source: VoteStore,
  { store: target, name }: { readonly store: VoteStore; readonly name: string },
  { texts, terminal }: VotesContext,
): Promise<void> {
  const [total, there] = [await source.head(), await target.head()];
  if (there.size > 0) {
    const [same] = await source.rows(there.size, 1);
    if (same?.sequence !== there.size || same.hash !== there.root) throw new Failure(texts.votes.notEmpty(name));
  }
  const progress = createProgress(terminal);
  for await (const rows of pagesOf(source, there.size + 1, logPageRows)) {
    await target.restore(rows);
    progress.show(texts.votes.moving, rows.at(-1)?.sequence ?? 0, total.size);
  }
  progress.clear();
}
