import type { Context } from "hono";
import { isLanguage, type Language, problemStatus, trialPractice } from "../../core/protocol.ts";
import type { EndpointPage, ProblemView } from "../form-page.ts";
import { wantsPage } from "../guard/wants-page.ts";
import { wayToTop } from "../own-path.ts";
import { preferredLanguage } from "../preferred-language.ts";
import { problemPageHeaders, problemResponse, type Refusal } from "../problem.ts";
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
  return preferredLanguage(context.req.header("accept-language")) ?? defaultLanguage;
}

/** Reads what every page of the endpoint shows of the site. */
export async function readEndpointPage(context: RouteContext, services: Services): Promise<EndpointPage> {
  return { ...plainPage(context, services), site: await services.nominees.site() };
}

/** A page of a site of which nothing is known. */
function plainPage(context: RouteContext, services: Services): EndpointPage {
  const language = languageOf(context, services);
  return { language, site: {}, siteUrl: services.siteUrl, top: wayToTop(context.req.path) };
}

/**
 * Answers with a problem and notes its code: problem JSON for programs, a page for requests that accept HTML, which are
 * those of readers whose browser goes there.
 */
export async function answerProblem(
  context: RouteContext,
  refusal: Refusal | Refusal["code"],
  services: Services,
): Promise<Response> {
  const problem = typeof refusal === "string" ? { code: refusal } : refusal;
  if (wantsPage(context.req.raw.headers)) return showProblem(context, problem, services);
  context.set("outcome", problem.code);
  return problemResponse(problem, languageOf(context, services));
}

/** Answers with a problem as a page and notes its code. If the site is unavailable, the page has no name and no style. */
export async function showProblem(context: RouteContext, problem: ProblemView, services: Services): Promise<Response> {
  const { code } = problem;
  context.set("outcome", code);
  const head = await readEndpointPage(context, services).catch(() => plainPage(context, services));
  const { problemPage } = await import("../form-page.ts");
  return context.html(problemPage(head, problem), problemStatus[code], problemPageHeaders(code));
}

/** Why no ballots for a practice are taken now, if so. */
export async function readClosed(practice: string, { nominees }: Services): Promise<Refusal | undefined> {
  const phase = await nominees.phase();
  if (phase.is === "open" || practice === trialPractice) return undefined;
  return { code: "closed", ...(phase.is === "ahead" && { opens: phase.opens }) };
}
