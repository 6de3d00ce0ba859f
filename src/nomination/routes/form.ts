import { type Language, type ProblemCode, problemStatus } from "../../core/protocol.ts";
import { endpointTextsOf } from "../../locales/endpoint.ts";
import { createChallenge } from "../create-challenge.ts";
import { fromBase64Url, hex } from "../encoding.ts";
import { formPage, problemPage, receiptPage } from "../form-page.ts";
import { problemHeaders } from "../problem.ts";
import type { Services } from "../services.ts";
import { pageHead, type RouteContext } from "./context.ts";

/** `GET /nominate/:id`: the form as a page. */
export async function showForm(context: RouteContext, services: Services): Promise<Response> {
  return formResponse(context, context.req.param("id") ?? "", services, undefined);
}

/** A form with a fresh challenge; with a problem, also what went wrong with the one before. */
export async function formResponse(
  context: RouteContext,
  practice: string,
  services: Services,
  problem: ProblemCode | undefined,
): Promise<Response> {
  const head = await pageHead(context, services);
  const { problems } = endpointTextsOf(head.language);
  const nominee = await services.nominees.find(practice);
  const code = nominee ? problem : "unknown-practice";
  const headers = code ? { ...problemHeaders(code), "Content-Type": "text/html; charset=UTF-8" } : noStore;
  if (code) context.set("outcome", code);
  const status = code ? problemStatus[code] : 200;
  if (!nominee) return context.html(problemPage(head, problems["unknown-practice"]), status, headers);
  const { kinds, widget } = services.captcha;
  const challenge = await createChallenge(nominee.id, kinds[0] ?? "code", services);
  const message = code ? problems[code] : "";
  return context.html(formPage({ ...head, nominee, challenge, widget, problem: message }), status, headers);
}

const noStore = { "Cache-Control": "no-store" };

/** `GET /nominate`: a reader looks for a vote by its receipt. */
export async function showReceipt(context: RouteContext, services: Services): Promise<Response> {
  const head = await pageHead(context, services);
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
