import type { Context } from "hono";
import { isLanguage, type Language, type NominationReply, type ProblemCode } from "../../core/protocol.ts";
import type { PageHead } from "../form-page.ts";
import { preferredLanguage } from "../preferred-language.ts";
import { problemResponse } from "../problem.ts";
import type { Services } from "../services.ts";

/** What the routes note of a request, for the log and the metrics. */
export interface Noted {
  Variables: { outcome: string };
}

export type RouteContext = Context<Noted>;

/** The reader's language: `?lang=`, else what the browser prefers, else the site's. */
export function languageOf(context: RouteContext, { defaultLanguage }: Services): Language {
  const asked = context.req.query("lang");
  if (isLanguage(asked)) return asked;
  return preferredLanguage(context.req.header("accept-language")) ?? defaultLanguage;
}

export async function pageHead(context: RouteContext, services: Services): Promise<PageHead> {
  return {
    language: languageOf(context, services),
    site: await services.nominees.site(),
    siteUrl: services.siteUrl,
  };
}

/** Answers with a problem and notes its code. */
export function answerProblem(
  context: RouteContext,
  code: ProblemCode,
  services: Services,
  reply?: NominationReply,
): Response {
  context.set("outcome", code);
  return problemResponse(code, languageOf(context, services), reply);
}
