import { type Language, problemStatus } from "../../core/protocol.ts";
import { pageTextsOf } from "../../locales/endpoint-pages.ts";
import { votesOf } from "../cast-ballot.ts";
import { createChallenge, replyOf } from "../create-challenge.ts";
import { fromBase64Url, hex, toBase64Url } from "../encoding.ts";
import type { SentBallot } from "../form-page.ts";
import { readFields } from "../guard/read-fields.ts";
import type { Nominee } from "../nominees.ts";
import { problemPageHeaders, type Refusal, titleOf } from "../problem.ts";
import type { Services } from "../services.ts";
import { openAddress, openToken } from "../token.ts";
import { Unavailable } from "../with-timeout.ts";
import { answerProblem, type RouteContext, readClosed, readEndpointPage, showProblem } from "./context.ts";

/*
 * Pages for readers without script, in a module that is loaded when the first of them comes.
 */

/** The part of an address by which a form, once its ballot has been counted, shows what became of it. */
export const countedParameter = "counted";

const noStore = { "Cache-Control": "no-store" };

/** `GET /nominate/:id`: the form as a page, or what became of its ballot. */
export async function showForm(context: RouteContext, services: Services): Promise<Response> {
  const practice = context.req.param("id") ?? "";
  const counted = context.req.query(countedParameter);
  const shown = counted === undefined ? undefined : await showCounted(context, counted, services);
  return shown ?? formResponse(context, { practice }, services);
}

/** A form to show, for the first time or again. */
export interface FormRequest {
  readonly practice: string;
  /** Why the ballot before was refused. */
  readonly refusal?: Refusal | undefined;
  readonly ballot?: SentBallot | undefined;
}

/** Problems after which the challenge is spent. */
const spending: readonly Refusal["code"][] = ["wrong-answer", "expired", "already-counted"];

/**
 * Answers with a form: a fresh one, or the one that a ballot was sent with, as it was filled in. There is no form outside the
 * days of nominations.
 */
export async function formResponse(
  context: RouteContext,
  { practice, refusal, ballot }: FormRequest,
  services: Services,
): Promise<Response> {
  const nominee = await services.nominees.find(practice);
  if (!nominee) return showProblem(context, { code: "unknown-practice" }, services);
  const closed = await readClosed(nominee.id, services);
  if (closed) return showProblem(context, { ...closed, nominee }, services);
  const head = await readEndpointPage(context, services);
  if (refusal) context.set("outcome", refusal.code);
  const kept = refusal && !spending.includes(refusal.code) ? await reopen(ballot, nominee, services) : undefined;
  const { kinds, widget } = services.captcha;
  const challenge = kept ?? (await createChallenge({ practice: nominee.id, kind: kinds[0] ?? "code" }, services));
  const { formPage } = await import("../form-page.ts");
  const view = { ...head, nominee, challenge, widget, refusal, answer: kept ? (ballot?.answer ?? "") : "" };
  if (!refusal) return context.html(formPage(view), 200, noStore);
  return context.html(formPage(view), problemStatus[refusal.code], problemPageHeaders(refusal.code));
}

/** The challenge of a ballot, as long as it is open. */
async function reopen(ballot: SentBallot | undefined, nominee: Nominee, services: Services) {
  if (!ballot) return undefined;
  const opened = await openToken(ballot.token, services.keys, services.primitives);
  if (opened.state !== "open" || opened.challenge.kind === "work") return undefined;
  const isSame = (await services.nominees.find(opened.challenge.practice))?.id === nominee.id;
  return isSame ? replyOf(opened.challenge, ballot.token, services) : undefined;
}

/**
 * Answers a ballot of a form with a problem: the form again with what was typed, or, where the store or the site keeps even
 * that from being made, a page that sends the ballot again. Whatever a reader does then, it counts once.
 */
export async function refuseBallot(
  context: RouteContext,
  { refusal, ballot }: { readonly refusal: Refusal; readonly ballot: SentBallot },
  services: Services,
): Promise<Response> {
  const problem = { ...refusal, ballot: ballot.token === "" ? undefined : ballot };
  return formResponse(context, { practice: ballot.practice, refusal, ballot }, services).catch(() =>
    showProblem(context, problem, services),
  );
}

/**
 * A nomination that has been counted: receipt, day and count. Undefined if there is none. Its address may be in logs, so the
 * receipt is shown as long as the token is open; a reader whose phone loads the page again later must still not take the vote for
 * lost.
 */
async function showCounted(context: RouteContext, sealed: string, services: Services): Promise<Response | undefined> {
  const { keys, primitives, nominees, store } = services;
  const opened = await openAddress(sealed, keys, primitives);
  if (opened.state === "invalid") return undefined;
  const { nonce, practice } = opened.challenge;
  const nominee = await nominees.find(practice);
  const found = nominee && (await store.findVote(hex(await primitives.sha256(nonce))));
  if (!nominee || !found) return undefined;
  const head = await readEndpointPage(context, services);
  const count = await votesOf([nominee.id, ...nominee.formerIds], services);
  const { day } = found.row;
  const receipt = opened.state === "open" ? toBase64Url(nonce) : undefined;
  const { donePage } = await import("../form-page.ts");
  return context.html(donePage({ ...head, nominee, receipt, day, count }), 200, noStore);
}

/** `GET /nominate`: where a reader looks for a vote by its receipt. */
export function showReceipt(context: RouteContext, services: Services): Promise<Response> {
  return answerReceipt(context, context.req.query("receipt") ?? "", services);
}

/** `POST /nominate`: the form sends the receipt so, because addresses get logged. */
export async function postReceipt(context: RouteContext, services: Services): Promise<Response> {
  const read = await readFields(context.req.raw);
  if ("problem" in read) return answerProblem(context, read.problem, services);
  return answerReceipt(context, read.fields.get("receipt") ?? "", services);
}

async function answerReceipt(context: RouteContext, sent: string, services: Services): Promise<Response> {
  const receipt = sent.trim();
  const nonce = fromBase64Url(receipt);
  const { receiptPage } = await import("../form-page.ts");
  const head = await readEndpointPage(context, services);
  if (receipt === "") return context.html(receiptPage({ ...head, receipt }), 200, noStore);
  if (nonce?.length !== 16) return context.html(receiptPage({ ...head, receipt, vote: null }), 200, noStore);
  try {
    const found = await services.store.findVote(hex(await services.primitives.sha256(nonce)));
    const vote = found ? { ...found, title: await titleOfPractice(found.row.practice, head.language, services) } : null;
    return context.html(receiptPage({ ...head, receipt, vote }), 200, noStore);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    context.set("outcome", "store-down");
    const page = receiptPage({
      ...head,
      receipt,
      problem: titleOf({ code: "store-down" }, pageTextsOf(head.language, head.site)),
    });
    return context.html(page, problemStatus["store-down"], problemPageHeaders("store-down"));
  }
}

/** A practice as readers know it; one that is no longer there by its id. */
async function titleOfPractice(practice: string, language: Language, { nominees }: Services): Promise<string> {
  const titles = (await nominees.find(practice))?.titles ?? {};
  return titles[language] ?? Object.values(titles)[0] ?? practice;
}
