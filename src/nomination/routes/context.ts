import type { Context } from "hono";
import { isLanguage, type Language, type ProblemCode, problemStatus } from "../../core/protocol.ts";
import { type EndpointPage, problemPage } from "../form-page.ts";
import type { Nominee } from "../nominees.ts";
import { preferredLanguage } from "../preferred-language.ts";
import { problemHeaders, problemResponse } from "../problem.ts";
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
  return {
    language: languageOf(context, services),
    site: await services.nominees.site(),
    siteUrl: services.siteUrl,
  };
}

/**
 * Answers with a problem and notes its code: problem JSON for programs, a page for requests that accept HTML, which are
 * those of readers whose browser goes there.
 */
export async function answerProblem(context: RouteContext, code: ProblemCode, services: Services): Promise<Response> {
  if (isFromReader(context)) return showProblem(context, { code }, services);
  context.set("outcome", code);
  return problemResponse(code, languageOf(context, services));
}

function isFromReader({ req }: RouteContext): boolean {
  const sendsJson = req.header("content-type")?.startsWith("application/json") ?? false;
  return !sendsJson && (req.header("accept") ?? "").includes("text/html");
}

/** A problem and, if it is known, the practice to which its page leads back. */
interface ShownProblem {
  readonly code: ProblemCode;
  readonly nominee?: Nominee;
}

/** Answers with a problem as a page and notes its code. If the site is unavailable, the page has no name and no style. */
export async function showProblem(
  context: RouteContext,
  { code, nominee }: ShownProblem,
  services: Services,
): Promise<Response> {
  context.set("outcome", code);
  const plain = { language: languageOf(context, services), site: {}, siteUrl: services.siteUrl };
  const head = await readEndpointPage(context, services).catch(() => plain);
  return context.html(problemPage(head, code, nominee), problemStatus[code], problemPageHeaders(code));
}

export function problemPageHeaders(code: ProblemCode): Record<string, string> {
  return { ...problemHeaders(code), "Content-Type": "text/html; charset=UTF-8" };
}
