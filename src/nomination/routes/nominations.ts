import type { ProblemCode } from "../../core/protocol.ts";
import { type Cast, castBallot } from "../cast-ballot.ts";
import type { DailySalt } from "../daily-salt.ts";
import type { SentBallot } from "../form-page.ts";
import { type Fields, readFields } from "../guard/read-fields.ts";
import { wantsPage } from "../guard/wants-page.ts";
import { problemResponse } from "../problem.ts";
import type { Services } from "../services.ts";
import { openToken, sealAddress } from "../token.ts";
import { Unavailable } from "../with-timeout.ts";
import { answerProblem, languageOf, type RouteContext, readClosed } from "./context.ts";

/** What lasts from ballot to ballot. */
export interface BallotState {
  readonly dailySalt: DailySalt;
}

/**
 * `POST /api/nominations`: a ballot. JSON is answered with JSON; a form, which comes from readers without script, with a page:
 * of the nomination that has been counted, or the form again with what was typed.
 */
export async function postNomination(
  context: RouteContext,
  services: Services,
  { dailySalt }: BallotState,
): Promise<Response> {
  const read = await readFields(context.req.raw);
  if ("problem" in read) return refuse(context, read, services);
  const ballot = {
    ...sentBallot(read.fields, services),
    address: services.clientAddress(context.req.raw, context.env),
  };
  services.watchNetwork?.(ballot.address);
  const isShown = read.isForm && !(context.req.header("accept") ?? "").startsWith("application/json");
  let cast: Cast;
  try {
    cast = await castBallot(ballot, services, dailySalt);
  } catch (error) {
    if (!isShown || !(error instanceof Unavailable)) throw error;
    const { refuseBallot } = await import("./form.ts");
    return refuseBallot(context, { refusal: { code: "store-down" }, ballot }, services);
  }
  context.set("outcome", cast.counted ? "counted" : cast.code);
  const closed = !cast.counted && cast.code === "closed" ? await readClosed(ballot.practice, services) : undefined;
  if (isShown) return answerForm(context, { cast, ballot, opens: closed?.opens }, services);
  if (!cast.counted)
    return problemResponse({ code: cast.code, opens: closed?.opens }, languageOf(context, services), cast.reply);
  return context.json(cast.reply, 201, { "Cache-Control": "no-store" });
}

/** Refuses a ballot that was not even looked at. */
export async function refuseNomination(
  context: RouteContext,
  problem: ProblemCode,
  services: Services,
): Promise<Response> {
  const { fields } = wantsPage(context.req.raw.headers) ? await readFields(context.req.raw) : {};
  return refuse(context, { problem, fields }, services);
}

async function refuse(
  context: RouteContext,
  { problem, fields }: { readonly problem: ProblemCode; readonly fields?: Fields | undefined },
  services: Services,
): Promise<Response> {
  if (!fields || !wantsPage(context.req.raw.headers)) return answerProblem(context, problem, services);
  const { refuseBallot } = await import("./form.ts");
  return refuseBallot(context, { refusal: { code: problem }, ballot: sentBallot(fields, services) }, services);
}

function sentBallot(fields: Fields, { captcha }: Services): SentBallot {
  const field = (name: string): string => fields.get(name) ?? "";
  const answer = field(captcha.widget?.field ?? "answer") || field("answer");
  return { practice: field("practice"), token: field("token"), answer };
}

/** The answer to a form: the way to the page of what has been counted, which can be loaded again and left by “Back”. */
async function answerForm(
  context: RouteContext,
  { cast, ballot, opens }: { readonly cast: Cast; readonly ballot: SentBallot; readonly opens: string | undefined },
  services: Services,
): Promise<Response> {
  const { keys, primitives } = services;
  const { countedParameter, formResponse } = await import("./form.ts");
  if (cast.nominee && (cast.counted || cast.code === "already-counted")) {
    const opened = await openToken(ballot.token, keys, primitives);
    const counted = opened.state === "invalid" ? "" : await sealAddress(opened.challenge, keys, primitives);
    const query = new URLSearchParams({ lang: languageOf(context, services), [countedParameter]: counted });
    return context.redirect(`../nominate/${cast.nominee.id}?${query}`, 303);
  }
  const refusal = { code: cast.counted ? ("fault" as const) : cast.code, opens };
  return formResponse(context, { practice: ballot.practice, refusal, ballot }, services);
}
