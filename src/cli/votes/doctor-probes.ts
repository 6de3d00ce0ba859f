import { lookup } from "node:dns/promises";
import { routes, trialPractice } from "../../core/protocol.ts";
import type { DoctorTexts } from "../../locales/types/votes.ts";
import { kindOfAddress } from "../../nomination/network.ts";
import type { Check } from "./verify-log.ts";

/** An endpoint under examination. */
export interface Endpoint {
  /** Its address without a slash at the end. */
  readonly base: string;
  readonly texts: DoctorTexts;
}

export type Answer =
  | { readonly unreachable: string }
  | {
      readonly status: number;
      readonly headers: Headers;
      readonly text: string;
      /** The object in it; empty if it is no JSON. */
      readonly json: Readonly<Record<string, unknown>>;
    };

const timeoutMs = 15_000;

/** Asks an address, and follows nothing. */
export async function probe(address: string, init: RequestInit = {}): Promise<Answer> {
  try {
    const reply = await fetch(address, { ...init, redirect: "manual", signal: AbortSignal.timeout(timeoutMs) });
    const text = await reply.text();
    return { status: reply.status, headers: reply.headers, text, json: parse(text) };
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } };
    return { unreachable: cause?.code ?? (error as Error).name };
  }
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** The form of the trial practice, as a browser has read it. */
export interface TrialForm {
  readonly checks: readonly Check[];
  readonly token?: string;
  /** Where it sends its ballot. */
  readonly action?: string;
  /** Origin of the site to which it leads back. */
  readonly site?: string;
}

/** What a code looks like; any will do for a trial. */
const anyCode = "234567";

const formOf = ({ base }: Endpoint): string => `${base}${routes.form}/${trialPractice}?lang=en`;

/** Reads the form twice, and its picture: paths, caches, and whether the endpoint can read the site's list. */
export async function readForm(endpoint: Endpoint): Promise<TrialForm> {
  const { texts, base } = endpoint;
  const address = formOf(endpoint);
  const [first, second] = await Promise.all([1, 2].map(() => probe(address, { headers: { Accept: "text/html" } })));
  if (!first || "unreachable" in first || first.status !== 200) {
    const status = !first || "unreachable" in first ? 0 : first.status;
    return { checks: [{ holds: false, text: status === 503 ? texts.siteUnread : texts.noForm(address, status) }] };
  }
  const find = (pattern: RegExp, { text } = first): string | undefined =>
    pattern.exec(text)?.[1]?.replaceAll("&amp;", "&");
  const follow = (link: string | undefined): string => new URL(link ?? "", address).href;
  const token = find(/name="token" value="([^"]+)"/);
  const back = find(/ballot-back"><a href="(https?:[^"]+)"/);
  const action = follow(find(/<form[^>]* action="([^"]+)"/));
  const checks: Check[] = [];
  const isRight = action.startsWith(`${base}${routes.nominations}`);
  checks.push({ holds: isRight, text: isRight ? texts.formLeads : texts.wrongPath(action) });
  // A hosted captcha shows its own.
  const image = find(/<img src="([^"]+)"/);
  const picture = image === undefined ? undefined : await probe(follow(image));
  const isPicture = picture && !("unreachable" in picture) && picture.headers.get("content-type") === "image/png";
  if (picture && !isPicture) checks.push({ holds: false, text: texts.noPicture });
  if (second && !("unreachable" in second) && token === find(/name="token" value="([^"]+)"/, second))
    checks.push({ holds: false, text: texts.cached });
  return { checks, action, ...(token && { token }), ...(back && { site: new URL(back).origin }) };
}

/** A ballot of a browser without script, once as old browsers send it and once as newer ones do. */
export async function castFromForm(
  { texts }: Endpoint,
  { action = "", token = "" }: TrialForm,
): Promise<readonly Check[]> {
  const body = new URLSearchParams({ practice: trialPractice, token, answer: anyCode });
  const send = (headers: Record<string, string>) =>
    probe(action, { method: "POST", body, headers: { Accept: "text/html", ...headers } });
  const { origin } = new URL(action);
  const old = await send({ Origin: origin });
  const isTaken = (answer: Answer): boolean => !("unreachable" in answer) && answer.status === 303;
  if (isTaken(old)) return [{ holds: true, text: texts.formTaken }];
  const recent = await send({ Origin: origin, "Sec-Fetch-Site": "same-origin" });
  if (isTaken(recent)) return [{ holds: false, text: texts.hostLost }];
  return [{ holds: false, text: texts.formRefused(statusOf(recent)) }];
}

/** A ballot of the script in a page of the site, and the same again, which must not count twice. */
export async function castFromPage({ base, texts }: Endpoint, site: string): Promise<readonly Check[]> {
  const post = (path: string, fields: object) =>
    probe(base + path, {
      method: "POST",
      body: JSON.stringify(fields),
      headers: { Origin: site, "Content-Type": "application/json" },
    });
  const challenge = await post(routes.challenges, { practice: trialPractice });
  if ("unreachable" in challenge || challenge.status !== 201)
    return [{ holds: false, text: texts.pageRefused(site, statusOf(challenge)) }];
  const isAllowed = new URL(base).origin === site || challenge.headers.get("access-control-allow-origin") === site;
  const ballot = { practice: trialPractice, token: challenge.json.token, answer: anyCode };
  const [first, again] = [await post(routes.nominations, ballot), await post(routes.nominations, ballot)];
  const isOnce = statusOf(first) === 201 && statusOf(again) === 409;
  if (!isAllowed || !isOnce || "unreachable" in first)
    return [{ holds: false, text: texts.pageRefused(site, statusOf(first)) }];
  const addresses = await checkAddress(first.json.address, { base, texts });
  return [{ holds: true, text: texts.pageTaken(site) }, ...addresses];
}

/** A private address seen from outside is that of a proxy; an endpoint in a private network has readers there. */
async function checkAddress(address: unknown, { base, texts }: Endpoint): Promise<readonly Check[]> {
  if (address === "unknown") return [{ holds: false, text: texts.addressUnknown }];
  if (address !== "private") return [];
  const host = new URL(base).hostname.replace(/^\[(.*)\]$/, "$1");
  const found = await lookup(host).catch(() => undefined);
  return kindOfAddress(found?.address) === "private" ? [] : [{ holds: false, text: texts.addressOfProxy }];
}

function statusOf(answer: Answer): number {
  return "unreachable" in answer ? 0 : answer.status;
}
