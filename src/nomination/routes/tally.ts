import { type LogReply, logPageRows, type TallyReply } from "../../core/protocol.ts";
import { hex, utf8 } from "../encoding.ts";
import type { Services } from "../services.ts";
import { answerProblem, type RouteContext } from "./context.ts";

/** Counts may be half a minute old, and older while new ones are on their way: one request serves many readers. */
const tallyCaching = "public, max-age=30, stale-while-revalidate=300";

/**
 * `GET /api/tally[?practice=id]`: counts by today's ids, as the build joins them. Counts and log are of one moment.
 */
export async function getTally(context: RouteContext, services: Services): Promise<Response> {
  const formerIds = await services.nominees.formerIds();
  const asked = context.req.queries("practice")?.slice(0, maxAsked);
  const tally = await services.store.tally(asked && withFormerIds(asked, formerIds));
  const joined = joinCounts(tally.counts, formerIds);
  const seen = utf8(JSON.stringify([joined, tally.log]));
  const etag = `"${hex(await services.primitives.sha256(seen)).slice(0, 32)}"`;
  const headers = { "Cache-Control": tallyCaching, ETag: etag };
  if (context.req.header("if-none-match") === etag) return context.body(null, 304, headers);
  const asOf = new Date(services.primitives.now()).toISOString();
  return context.json({ ...joined, log: tally.log, asOf } satisfies TallyReply, 200, headers);
}

/** Practices of one question; more get their counts by asking for all. */
const maxAsked = 100;

function withFormerIds(asked: readonly string[], formerIds: ReadonlyMap<string, string>): readonly string[] {
  const current = new Set(asked.map((id) => formerIds.get(id) ?? id));
  return [...current, ...[...formerIds].flatMap(([earlier, today]) => (current.has(today) ? [earlier] : []))];
}

function joinCounts(
  counts: ReadonlyMap<string, number>,
  formerIds: ReadonlyMap<string, string>,
): Pick<TallyReply, "counts" | "formerIds"> {
  const joined: Record<string, number> = Object.create(null);
  const used: Record<string, string> = Object.create(null);
  for (const [written, votes] of counts) {
    const today = formerIds.get(written) ?? written;
    joined[today] = (joined[today] ?? 0) + votes;
    if (today !== written && votes !== 0) used[written] = today;
  }
  return { counts: joined, ...(Object.keys(used).length > 0 && { formerIds: used }) };
}

/** `GET /api/log?from=N[&size=M]`: rows from N on, up to M; and `?commitment=…` for the row of one vote. */
export async function getLog(context: RouteContext, services: Services): Promise<Response> {
  const { store } = services;
  const commitment = context.req.query("commitment");
  if (commitment !== undefined) {
    const found = /^[\da-f]{64}$/.test(commitment) ? await store.findVote(commitment) : undefined;
    if (!found) return answerProblem(context, "not-found", services);
    return context.json({ ...found, head: await store.head() }, 200, { "Cache-Control": "no-store" });
  }
  const [from, size] = ["from", "size"].map((name) => context.req.query(name));
  if (![from, size].every((number) => number === undefined || /^[1-9]\d{0,14}$/.test(number)))
    return answerProblem(context, "invalid-request", services);
  const [first, end] = [Number(from ?? 1), Number(size ?? Number.POSITIVE_INFINITY)];
  // In this order: the head then speaks of no row that was not there when the rows were read.
  const head = await store.head();
  const rows = await store.rows(first, Math.max(0, Math.min(logPageRows, Math.min(head.size, end) - first + 1)));
  const next = first + rows.length;
  const reply: LogReply = { rows, head, ...(rows.length > 0 && next <= Math.min(head.size, end) && { next }) };
  // Up to a size that the log has reached, a page stays what it is.
  const isFinal = head.size >= end || reply.next !== undefined;
  const caching = `public, max-age=${isFinal ? 86_400 : 30}`;
  return context.json(reply, 200, { "Cache-Control": caching });
}
