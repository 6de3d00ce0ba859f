import type { Context } from "hono";
import { type PageHead, problemPage } from "../form-page.ts";
import type { Nominee } from "../nominees.ts";
import { problemHeaders, problemResponse } from "../problem.ts";
import { isLanguage, type Language, type NominationReply, type ProblemCode, problemStatus } from "../protocol.ts";
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
  const preferred = context.req.header("accept-language")?.slice(0, 2).toLowerCase();
  return isLanguage(preferred) ? preferred : defaultLanguage;
}

export async function pageHead(context: RouteContext, services: Services): Promise<PageHead> {
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
export async function answerProblem(
  context: RouteContext,
  code: ProblemCode,
  services: Services,
  reply?: NominationReply,
): Promise<Response> {
  if (isFromReader(context)) return showProblem(context, code, services);
  context.set("outcome", code);
  return problemResponse(code, languageOf(context, services), reply);
}

function isFromReader({ req }: RouteContext): boolean {
  const sendsJson = req.header("content-type")?.startsWith("application/json") ?? false;
  return !sendsJson && (req.header("accept") ?? "").includes("text/html");
}

/** A problem as a page. The site may be out of reach: then the page does without its name and style. */
export async function showProblem(
  context: RouteContext,
  code: ProblemCode,
  services: Services,
  nominee?: Nominee,
): Promise<Response> {
  context.set("outcome", code);
  const plain = { language: languageOf(context, services), site: {}, siteUrl: services.siteUrl };
  const head = await pageHead(context, services).catch(() => plain);
  return context.html(problemPage(head, code, nominee), problemStatus[code], problemPageHeaders(code));
}

export function problemPageHeaders(code: ProblemCode): Record<string, string> {
  return { ...problemHeaders(code), "Content-Type": "text/html; charset=UTF-8" };
}
