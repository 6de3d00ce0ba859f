import { z } from "zod";
import { describe } from "../../core/diagnostics/describe.ts";
import type { PublishedTally } from "../../core/model/tally.ts";
import { type LogHead, type LogRow, routes } from "../../core/protocol.ts";
import type { VoteStore } from "../../nomination/store.ts";
import { parseTally } from "../../read/parse-tally.ts";
import { isWebAddress, type Limits, type ReadText, readText, shownAddress } from "../../site/load/read-text.ts";
import { Failure } from "../failure.ts";
import { createProgress } from "../terminal.ts";
import { parseLog, rowSchema, UnreadableRow } from "./log-file.ts";
import type { VotesContext } from "./votes-context.ts";

/** A whole log, read from its first row to its last. */
export interface WholeLog {
  /** Where it comes from, for people. */
  readonly name: string;
  readonly rows: readonly LogRow[];
  /** What its keeper says of it beside the rows; undefined for a mere file. */
  readonly tally: PublishedTally | undefined;
}

const pageRows = 2_000;

/** The rows of a store, page by page. */
export async function* pagesOf(
  store: Pick<VoteStore, "rows">,
  from = 1,
  size = pageRows,
): AsyncGenerator<readonly LogRow[]> {
  let next = from;
  for (;;) {
    const rows = await store.rows(next, size);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    next = last.sequence + 1;
  }
}

export async function rowsOf(store: Pick<VoteStore, "rows">): Promise<readonly LogRow[]> {
  const pages: (readonly LogRow[])[] = [];
  for await (const page of pagesOf(store)) pages.push(page);
  return pages.flat();
}

/** The tally of a store, by the ids of the log. */
export async function tallyOf(store: Pick<VoteStore, "tally">, now: Date): Promise<PublishedTally> {
  const { counts, log } = await store.tally();
  return { counts: Object.fromEntries(counts), log, asOf: now.toISOString() };
}

const tallyLimits: Limits = { maxBytes: 4_000_000, timeoutSeconds: 10 };
const pageLimits: Limits = { maxBytes: 2_000_000, timeoutSeconds: 10 };
const fileLimits: Limits = { maxBytes: 500_000_000, timeoutSeconds: 60 };

/** A published tally from a file or an address. Throws `Failure`. */
export async function readTally(source: string, context: VotesContext): Promise<PublishedTally> {
  const text = textOf(await readText(source, tallyLimits), source, context);
  const { value, findings } = parseTally({ path: source, text });
  const [first] = findings;
  if (value) return value;
  const reason = first ? describe(first, context.terminal.locale.diagnostics).message : "";
  throw new Failure(`${shown(source)}: ${reason}`);
}

/** A log from an exported file, from an address of one, or from an endpoint. Throws `Failure`. */
export async function readLogFrom(source: string, context: VotesContext): Promise<WholeLog> {
  if (isWebAddress(source) && !/\.(jsonl|csv)$/.test(new URL(source).pathname)) return readEndpoint(source, context);
  const text = textOf(await readText(source, fileLimits), source, context);
  try {
    return { name: shown(source), rows: parseLog(text), tally: undefined };
  } catch (error) {
    if (!(error instanceof UnreadableRow)) throw error;
    throw new Failure(context.texts.votes.notARow(shown(source), error.line));
  }
}

const pageSchema = z.object({
  rows: z.array(rowSchema),
  head: z.object({ size: z.int().min(0), root: z.string() }),
  next: z.int().optional(),
});

/**
 * The log of an endpoint, page by page. Its tally is asked for first: the log that is read afterwards has all of it. Caches
 * between may hold pages from before, so the addresses are such that no cache has them: the tally's with the time, those of the
 * pages with the size of the log. A log that still seems too short is read once more.
 */
async function readEndpoint(source: string, context: VotesContext): Promise<WholeLog> {
  const base = source.replace(/[?#].*$/, "").replace(/(\/api\/(log|tally))?\/*$/, "");
  const name = shown(base);
  const tally = await readTally(`${base}${routes.tally}?at=${Date.now()}`, context);
  const { size } = tally.log;
  const query = size > 0 ? `size=${size}` : `at=${Date.now()}`;
  const rows = await readPages(`${base}${routes.log}?${query}`, name, context);
  if (rows.length >= size) return { name, rows, tally };
  return { name, rows: await readPages(`${base}${routes.log}?${query}&at=${Date.now()}`, name, context), tally };
}

/** The pages of a log from an address that takes `&from=`. */
async function readPages(address: string, name: string, context: VotesContext): Promise<readonly LogRow[]> {
  const progress = createProgress(context.terminal);
  const pages: (readonly LogRow[])[] = [];
  let next: number | undefined = 1;
  while (next !== undefined) {
    const text: string = textOf(await readText(`${address}&from=${next}`, pageLimits), address, context);
    const page = parsePage(text, name, context);
    pages.push(page.rows);
    progress.show(context.texts.votes.readingLog, next - 1, page.head.size);
    // An endpoint that gives no rows, or gives them twice, would be asked for ever.
    next = page.next !== undefined && page.next > next && page.rows.length > 0 ? page.next : undefined;
  }
  progress.clear();
  return pages.flat();
}

function parsePage(
  text: string,
  name: string,
  { texts }: VotesContext,
): { rows: LogRow[]; head: LogHead; next?: number } {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    throw new Failure(texts.votes.notALog(name));
  }
  const page = pageSchema.safeParse(input);
  if (page.success) return page.data;
  throw new Failure(texts.votes.notALog(name));
}

function shown(source: string): string {
  return isWebAddress(source) ? shownAddress(source) : source;
}

function textOf(read: ReadText, source: string, { terminal }: VotesContext): string {
  if ("text" in read) return read.text;
  const { reason, detail } = read.unreadable;
  throw new Failure(`${shown(source)}: ${terminal.locale.unreadable[reason](detail)}.`);
}
