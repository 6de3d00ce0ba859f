import type { Context } from "hono";
import type { EndpointPage } from "../form-page.ts";
import { problemResponse } from "../problem.ts";
import { isLanguage, type Language, type ProblemCode } from "../protocol.ts";
import type { Services } from "../services.ts";

/** The outcome of a request, for the log and the metrics. */
export interface RequestState {
  Variables: { outcome: string };
}

export type RouteContext = Context<RequestState>;

/** The reader's language: `?lang=`, else what the browser prefers, else the site's. */
export function languageOf(context: RouteContext, { defaultLanguage }: Services): Language {
  const asked = context.req.query("lang");
  if (isLanguage(asked)) return asked;
  const preferred = context.req.header("accept-language")?.slice(0, 2).toLowerCase();
  return isLanguage(preferred) ? preferred : defaultLanguage;
}

/** Reads what every page of the endpoint shows of the site. */
export async function readEndpointPage(context: RouteContext, services: Services): Promise<EndpointPage> {
  return {
    language: languageOf(context, services),
    site: await services.nominees.site(),
    siteUrl: services.siteUrl,
  };
}

/** Answers with a problem and notes its code. */
export function answerProblem(context: RouteContext, code: ProblemCode, services: Services): Response {
  context.set("outcome", code);
  return problemResponse(code, languageOf(context, services));
}
