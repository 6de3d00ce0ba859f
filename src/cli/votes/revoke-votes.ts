import { parseCalendarDay } from "../../core/language/calendar-day.ts";
import { formatCount } from "../../core/language/format.ts";
import type { LogRow } from "../../core/protocol.ts";
import type { EditorEntry, VoteStore } from "../../nomination/store.ts";
import { UsageError } from "../arguments.ts";
import { Failure } from "../failure.ts";
import { formatTable } from "./format.ts";
import { pagesOf } from "./read-log.ts";
import { commitmentOf } from "./receipt.ts";
import { todayOf, type VotesContext, withStore } from "./votes-context.ts";

/** Which votes to revoke. */
type Selection =
  | { readonly receipt: string }
  | { readonly sequence: number }
  | { readonly practice: string; readonly day: string; readonly last: number | undefined };

interface Chosen {
  /** In the order of the log. */
  readonly votes: readonly LogRow[];
  /** How many others the selection names that have been revoked before. */
  readonly revokedBefore: number;
}

/** Entries that are recorded as one change. */
const groupSize = 500;

/** `votes revoke`: shows the chosen votes, and with --yes revokes them by new rows; no row of the log is changed. */
export async function revokeVotes(context: VotesContext): Promise<number> {
  const { values, language, terminal, texts } = context;
  const selection = readSelection(context);
  const count = (value: number): string => formatCount(value, language);
  return withStore(context, values.yes ? "existing" : "read", async (store) => {
    const { votes, revokedBefore } = await choose(store, selection, context);
    if (revokedBefore > 0) terminal.out(`${texts.votes.revokedBefore(revokedBefore, count(revokedBefore))}\n`);
    if (votes.length === 0) {
      if (revokedBefore > 0) return 0;
      throw new Failure(texts.votes.nothingToRevoke);
    }
    terminal.out(
      formatTable(
        votes.map(({ sequence, day, practice }) => [String(sequence), day, practice]),
        language,
      ),
    );
    if (!values.yes) {
      terminal.out(`${texts.votes.wouldRevoke(votes.length, count(votes.length))}\n`);
      return 0;
    }
    const revoked = await record(store, votes, todayOf(context));
    terminal.out(`${texts.votes.revoked(revoked, count(revoked))}\n`);
    return 0;
  });
}

function readSelection({ values, texts }: VotesContext): Selection {
  const { receipt, sequence, practice, day, last } = values;
  const ways = [receipt !== undefined, sequence !== undefined, practice !== undefined || day !== undefined];
  if (ways.filter(Boolean).length !== 1) throw new UsageError(texts.votes.oneSelection);
  if (last !== undefined && practice === undefined) throw new UsageError(texts.votes.oneSelection);
  if (receipt !== undefined) return { receipt: String(receipt) };
  if (sequence !== undefined) return { sequence: Number(sequence) };
  if (practice === undefined || day === undefined) throw new UsageError(texts.votes.practiceAndDay);
  if (!parseCalendarDay(String(day))) throw new UsageError(texts.invalidValue("--day", String(day), "2026-11-24"));
  return { practice: String(practice), day: String(day), last: last === undefined ? undefined : Number(last) };
}

async function choose(store: VoteStore, selection: Selection, { texts }: VotesContext): Promise<Chosen> {
  if ("practice" in selection) return chooseDay(store, selection);
  let commitment: string | undefined;
  if ("receipt" in selection) {
    commitment = await commitmentOf(selection.receipt);
    if (!commitment) throw new Failure(texts.votes.notAReceipt(selection.receipt));
  } else {
    const [row] = await store.rows(selection.sequence, 1);
    if (row?.sequence === selection.sequence && row.kind !== "vote")
      throw new Failure(texts.votes.notAVote(selection.sequence));
    commitment = row?.sequence === selection.sequence ? row.commitment : undefined;
  }
  const found = commitment === undefined ? undefined : await store.findVote(commitment);
  if (!found) return { votes: [], revokedBefore: 0 };
  return found.revoked ? { votes: [], revokedBefore: 1 } : { votes: [found.row], revokedBefore: 0 };
}

/** The votes of a practice on a day; of those that still count, perhaps only the last ones. */
async function chooseDay(
  store: VoteStore,
  { practice, day, last }: Extract<Selection, { practice: string }>,
): Promise<Chosen> {
  const votes: LogRow[] = [];
  const revoked = new Set<string>();
  for await (const page of pagesOf(store)) {
    for (const row of page) {
      if (row.practice !== practice) continue;
      if (row.kind === "vote" && row.day === day) votes.push(row);
      else if (row.kind === "revoke") revoked.add(row.commitment);
    }
  }
  const counting = votes.filter(({ commitment }) => !revoked.has(commitment));
  return {
    votes: last === undefined ? counting : counting.slice(-last),
    revokedBefore: votes.length - counting.length,
  };
}

async function record(store: VoteStore, votes: readonly LogRow[], day: string): Promise<number> {
  let revoked = 0;
  for (let start = 0; start < votes.length; start += groupSize) {
    const entries = votes
      .slice(start, start + groupSize)
      .map(({ practice, commitment }): EditorEntry => ({ day, practice, kind: "revoke", amount: -1, commitment }));
    const results = await store.record(entries);
    revoked += results.filter(({ outcome }) => outcome === "counted").length;
  }
  return revoked;
}
