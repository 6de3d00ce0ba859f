import { formatCount } from "../../core/language/format.ts";
import type { PublishedTally } from "../../core/model/tally.ts";
import type { LogRow } from "../../core/protocol.ts";
import { Failure } from "../failure.ts";
import { checkBeginning, checkChain, compareCounts } from "./check-log.ts";
import { nameOfStore } from "./database-url.ts";
import { formatTime, printable } from "./format.ts";
import { readLogFrom, readTally, rowsOf, tallyOf, type WholeLog } from "./read-log.ts";
import { commitmentOf } from "./receipt.ts";
import { type VotesContext, withStore } from "./votes-context.ts";

/** A line of the report: one check and its result. */
export interface Check {
  readonly holds: boolean;
  readonly text: string;
}

/**
 * `votes verify`: recounts a log and compares it with its tally and with what was published. Prints what is proven and
 * what is not; returns 1 if anything does not hold.
 */
export async function verifyLog(context: VotesContext): Promise<number> {
  const { values, terminal, texts } = context;
  const log = typeof values.log === "string" ? await readLogFrom(values.log, context) : await readStore(context);
  const published = typeof values.against === "string" ? await readTally(values.against, context) : undefined;
  const checks = checkLog(log, published, context);
  if (typeof values.receipt === "string") checks.push(await checkReceipt(log.rows, values.receipt, context));
  terminal.out(`${texts.votes.logOf(log.name)}\n`);
  for (const { holds, text } of checks) terminal.out(`${holds ? "✓" : "✗"} ${text}\n`);
  const failed = checks.some(({ holds }) => !holds);
  if (!failed) {
    terminal.out(`${texts.votes.proves}\n`);
    if (!published) terminal.out(`${texts.votes.notCompared}\n`);
  }
  return failed ? 1 : 0;
}

/** The whole log of the store and its tally, as of one moment. */
export async function readStore(context: VotesContext): Promise<WholeLog> {
  return withStore(context, "read", async (store) => {
    // In this order: a vote that comes meanwhile makes the log longer than the tally, and that is allowed for.
    const tally = await tallyOf(store, context.now);
    return { name: nameOfStore(context.databaseUrl), rows: await rowsOf(store), tally };
  });
}

/** Chain, tally, and beginning of a log. What comes after a broken chain is not looked at: it would prove nothing. */
export function checkLog(log: WholeLog, published: PublishedTally | undefined, context: VotesContext): Check[] {
  const { language, texts } = context;
  const count = (value: number): string => formatCount(value, language);
  const { rows, tally } = log;
  const { head, fault } = checkChain(rows);
  if (fault) return [{ holds: false, text: texts.votes.fault(fault.reason, count(fault.sequence)) }];
  const checks: Check[] = [{ holds: true, text: texts.votes.chainHolds(count(head.size), head.root) }];
  if (tally) checks.push(...compare(rows, { published: tally, agrees: texts.votes.tallyAgrees }, context));
  if (published) {
    const since = formatTime(published.asOf, language);
    const agrees = (): string => texts.votes.publishedAgrees(since, count(published.log.size));
    checks.push(...compare(rows, { published, agrees }, context));
  }
  return checks;
}

/** The first differences are enough to see the fault. */
const maxDifferences = 10;

/** A tally to compare with a log, and the sentence for agreement. */
interface Comparison {
  readonly published: PublishedTally;
  readonly agrees: (total: number, shown: string) => string;
}

function compare(
  rows: readonly LogRow[],
  { published, agrees }: Comparison,
  { language, texts }: VotesContext,
): readonly Check[] {
  const count = (value: number): string => formatCount(value, language);
  const since = formatTime(published.asOf, language);
  const fault = checkBeginning(rows, published);
  if (fault) {
    const text =
      fault.reason === "truncated"
        ? texts.votes.truncated(count(rows.length), count(published.log.size), since)
        : texts.votes.rewritten(count(published.log.size), since);
    return [{ holds: false, text }];
  }
  const differences = compareCounts(rows, published);
  if (differences.length === 0) {
    const total = Object.values(published.counts).reduce((sum, votes) => sum + votes, 0);
    const together = Object.entries(published.formerIds ?? {}).map(([former, today]) => {
      return texts.votes.countedTogether(printable(former), printable(today));
    });
    return [{ holds: true, text: [agrees(total, count(total)), ...together].join(" ") }];
  }
  return differences.slice(0, maxDifferences).map(({ practice, counted, said }) => ({
    holds: false,
    text: texts.votes.difference(printable(practice), count(counted), count(said)),
  }));
}

async function checkReceipt(rows: readonly LogRow[], receipt: string, context: VotesContext): Promise<Check> {
  const { language, texts } = context;
  const commitment = await commitmentOf(receipt);
  if (!commitment) throw new Failure(texts.votes.notAReceipt(receipt));
  const vote = rows.find((row) => row.kind === "vote" && row.commitment === commitment);
  if (!vote) return { holds: false, text: texts.votes.receiptNotFound };
  const revoked = rows.some((row) => row.kind === "revoke" && row.commitment === commitment);
  const text = texts.votes.receiptFound(
    formatCount(vote.sequence, language),
    printable(vote.day),
    printable(vote.practice),
    revoked,
  );
  return { holds: true, text };
}
