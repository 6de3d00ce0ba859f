import { type LogReply, logPageRows, type TallyReply } from "../../core/protocol.ts";
import type { Services } from "../services.ts";
import { answerProblem, type RouteContext } from "./context.ts";

/** Counts may be half a minute old, and older while new ones are on their way: one request serves many readers. */
const tallyCaching = "public, max-age=30, stale-while-revalidate=300";

/** `GET /api/tally[?practice=id]`. */
export async function getTally(context: RouteContext, services: Services): Promise<Response> {
  const asked = context.req.queries("practice");
  const [counts, log] = await Promise.all([services.store.counts(asked?.slice(0, 100)), services.store.head()]);
  const etag = `"${log.size}-${log.root.slice(0, 16)}"`;
  const headers = { "Cache-Control": tallyCaching, ETag: etag };
  if (context.req.header("if-none-match") === etag) return context.body(null, 304, headers);
  const reply: TallyReply = {
    counts: Object.fromEntries(counts),
    log,
    asOf: new Date(services.primitives.now()).toISOString(),
  };
  return context.json(reply, 200, headers);
}

/** `GET /api/log?from=N`, and `?commitment=…` for the row of one vote. */
export async function getLog(context: RouteContext, services: Services): Promise<Response> {
  const { store } = services;
  const commitment = context.req.query("commitment");
  if (commitment !== undefined) {
    const found = /^[\da-f]{64}$/.test(commitment) ? await store.findVote(commitment) : undefined;
    if (!found) return answerProblem(context, "not-found", services);
    return context.json({ ...found, head: await store.head() }, 200, { "Cache-Control": "no-store" });
  }
  const from = context.req.query("from") ?? "1";
  if (!/^[1-9]\d{0,14}$/.test(from)) return answerProblem(context, "invalid-request", services);
  const [head, rows] = await Promise.all([store.head(), store.rows(Number(from), logPageRows)]);
  const last = rows.at(-1)?.sequence;
  const reply: LogReply = { rows, head, ...(last !== undefined && last < head.size && { next: last + 1 }) };
  return context.json(reply, 200, { "Cache-Control": "public, max-age=30" });
}
