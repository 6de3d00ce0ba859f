import {
  type Language,
  type NominationReply,
  type Problem,
  type ProblemCode,
  problemStatus,
} from "../core/protocol.ts";
import { endpointTexts } from "../locales/endpoint.ts";
import type { EndpointTexts } from "../locales/types/endpoint.ts";

/** Seconds after which it makes sense to try again. */
const retryAfterSeconds: Partial<Record<ProblemCode, number>> = { quota: 3_600, "store-down": 10 };

/** Why a request was refused, and what else is known of it. */
export interface Refusal {
  readonly code: ProblemCode;
  /** With `closed`: when nominations begin, ISO 8601; without it they are over. */
  readonly opens?: string | undefined;
}

/** A problem in words. */
export function titleOf({ code, opens }: Refusal, t: EndpointTexts): string {
  return code === "closed" && opens !== undefined ? t.notYetOpen(opens.slice(0, 10)) : t.problems[code];
}

/** A problem as problem JSON (RFC 9457), in the reader's language. */
export function problemResponse(refusal: Refusal, language: Language, reply?: NominationReply): Response {
  const { code } = refusal;
  const problem: Problem = {
    type: "about:blank",
    title: titleOf(refusal, endpointTexts[language]),
    status: problemStatus[code],
    code,
    ...(reply && { receipt: reply.receipt, count: reply.count }),
  };
  return Response.json(problem, { status: problem.status, headers: problemHeaders(code) });
}

/** Headers of a problem that is shown as a page. “Back” must find the answer to a form, which it does not ask for again. */
export function problemPageHeaders(code: ProblemCode): Record<string, string> {
  const caching = "private, no-cache";
  return { ...problemHeaders(code), "Content-Type": "text/html; charset=UTF-8", "Cache-Control": caching };
}

function problemHeaders(code: ProblemCode): Record<string, string> {
  const seconds = retryAfterSeconds[code];
  return {
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
    ...(seconds && { "Retry-After": String(seconds) }),
  };
}
