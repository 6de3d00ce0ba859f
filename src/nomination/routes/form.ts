import { type Language, type ProblemCode, problemStatus } from "../../core/protocol.ts";
import { endpointTextsOf } from "../../locales/endpoint.ts";
import { createChallenge } from "../create-challenge.ts";
import { fromBase64Url, hex } from "../encoding.ts";
import { formPage, receiptPage } from "../form-page.ts";
import type { Services } from "../services.ts";
import { problemPageHeaders, type RouteContext, readEndpointPage, showProblem } from "./context.ts";

/** `GET /nominate/:id`: the form as a page. */
export async function showForm(context: RouteContext, services: Services): Promise<Response> {
  return formResponse(context, { practice: context.req.param("id") ?? "", problem: undefined }, services);
}

/**
 * Answers with a form and a fresh challenge; `problem` says why the ballot before was refused. There is no form once
 * nominations have ended.
 */
export async function formResponse(
  context: RouteContext,
  { practice, problem }: { readonly practice: string; readonly problem: ProblemCode | undefined },
  services: Services,
): Promise<Response> {
  const nominee = await services.nominees.find(practice);
  if (!nominee) return showProblem(context, { code: "unknown-practice" }, services);
  if (!(await services.nominees.areOpen())) return showProblem(context, { code: "closed", nominee }, services);
  const head = await readEndpointPage(context, services);
  const headers = problem ? problemPageHeaders(problem) : noStore;
  if (problem) context.set("outcome", problem);
  const status = problem ? problemStatus[problem] : 200;
  const { kinds, widget } = services.captcha;
  const challenge = await createChallenge(nominee.id, kinds[0] ?? "code", services);
  const message = problem ? endpointTextsOf(head.language).problems[problem] : "";
  return context.html(formPage({ ...head, nominee, challenge, widget, problem: message }), status, headers);
}

const noStore = { "Cache-Control": "no-store" };

/** `GET /nominate`: a reader looks for a vote by its receipt. */
export async function showReceipt(context: RouteContext, services: Services): Promise<Response> {
  const head = await readEndpointPage(context, services);
  const receipt = context.req.query("receipt")?.trim() ?? "";
  const nonce = fromBase64Url(receipt);
  const commitment = nonce?.length === 16 ? hex(await services.primitives.sha256(nonce)) : undefined;
  const found = commitment && (await services.store.findVote(commitment));
  const vote = found ? { ...found, title: await titleOf(found.row.practice, head.language, services) } : null;
  return context.html(receiptPage({ ...head, receipt, vote: receipt === "" ? undefined : vote }), 200, noStore);
}

/** A practice as readers know it; one that is no longer there by its id. */
async function titleOf(practice: string, language: Language, { nominees }: Services): Promise<string> {
  const titles = (await nominees.find(practice))?.titles ?? {};
  return titles[language] ?? Object.values(titles)[0] ?? practice;
}
