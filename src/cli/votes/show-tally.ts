import { formatCount } from "../../core/language/format.ts";
import { formatTable, formatTime } from "./format.ts";
import { tallyOf } from "./read-log.ts";
import { type VotesContext, withStore } from "./votes-context.ts";

/** `votes tally`: the counts by practice, most first; as JSON exactly what the endpoint gives at /api/tally. */
export async function showTally(context: VotesContext): Promise<number> {
  const { values, language, terminal, texts } = context;
  const tally = await withStore(context, "read", (store) => tallyOf(store, context.now));
  if (values.format === "json") {
    terminal.out(`${JSON.stringify(tally)}\n`);
    return 0;
  }
  const lines = Object.entries(tally.counts).sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
  const total = lines.reduce((sum, [, votes]) => sum + votes, 0);
  terminal.out(
    formatTable(
      lines.map(([practice, votes]) => [votes, practice]),
      language,
    ),
  );
  const count = (value: number): string => formatCount(value, language);
  terminal.out(`${texts.votes.total(total, count(total), count(lines.length))}\n`);
  terminal.out(`${texts.votes.asOf(formatTime(tally.asOf, language))}\n`);
  terminal.out(`${texts.votes.logHead(count(tally.log.size), tally.log.root)}\n`);
  return 0;
}
