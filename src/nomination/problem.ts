import {
  type Language,
  type NominationReply,
  type Problem,
  type ProblemCode,
  problemStatus,
} from "../core/protocol.ts";
import { endpointTextsOf } from "../locales/endpoint.ts";

/** Seconds after which it makes sense to try again. */
const retryAfterSeconds: Partial<Record<ProblemCode, number>> = { quota: 3_600, "store-down": 10 };

/** A problem as problem JSON (RFC 9457), in the reader's language. */
export function problemResponse(code: ProblemCode, language: Language, reply?: NominationReply): Response {
  const problem: Problem = {
    type: "about:blank",
    title: endpointTextsOf(language).problems[code],
    status: problemStatus[code],
    code,
    ...(reply && { receipt: reply.receipt, count: reply.count }),
  };
  return Response.json(problem, { status: problem.status, headers: problemHeaders(code) });
}

export function problemHeaders(code: ProblemCode): Record<string, string> {
  const seconds = retryAfterSeconds[code];
  return {
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
    ...(seconds && { "Retry-After": String(seconds) }),
  };
}
