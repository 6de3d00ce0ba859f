import { nominatedFragment } from "../../core/protocol.ts";
import { castBallot } from "../cast-ballot.ts";
import type { DailySalt } from "../daily-salt.ts";
import { practiceUrl } from "../form-page.ts";
import { readFields } from "../guard/read-fields.ts";
import { problemResponse } from "../problem.ts";
import type { Services } from "../services.ts";
import { answerProblem, languageOf, type RouteContext } from "./context.ts";
import { formResponse } from "./form.ts";

/**
 * `POST /api/nominations`: a ballot. JSON is answered with JSON; a form, which comes from readers without script, with the
 * way back to the practice or with the form again.
 */
export async function postNomination(
  context: RouteContext,
  services: Services,
  dailySalt: DailySalt,
): Promise<Response> {
  const read = await readFields(context.req.raw);
  if ("problem" in read) return answerProblem(context, read.problem, services);
  const { fields, isForm } = read;
  const field = (name: string): string => fields.get(name) ?? "";
  const ballot = {
    practice: field("practice"),
    token: field("token"),
    answer: field(services.captcha.widget?.field ?? "answer") || field("answer"),
    // People do not see this field; programs fill it in.
    honeypotFilled: field("website") !== "",
    address: services.clientAddress(context.req.raw, context.env),
  };
  const cast = await castBallot(ballot, services, dailySalt);
  const wantsPage = isForm && !(context.req.header("accept") ?? "").startsWith("application/json");
  context.set("outcome", cast.counted ? "counted" : cast.code);
  if (!wantsPage) {
    if (!cast.counted) return problemResponse(cast.code, languageOf(context, services), cast.reply);
    return context.json(cast.reply, 201, { "Cache-Control": "no-store" });
  }
  if (cast.nominee && (cast.counted || cast.code === "already-counted")) {
    const page = practiceUrl(cast.nominee, languageOf(context, services), services.siteUrl);
    return context.redirect(`${page}#${nominatedFragment}`, 303);
  }
  const problem = cast.counted ? undefined : cast.code;
  return formResponse(context, { practice: ballot.practice, problem }, services);
}
