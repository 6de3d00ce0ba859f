import { isLanguage, tokenTtlSeconds, trialPractice } from "../../core/protocol.ts";
import { createChallenge } from "../create-challenge.ts";
import { type DailySalt, dayOf } from "../daily-salt.ts";
import { readFields } from "../guard/read-fields.ts";
import { type CountedBy, countedNetworks } from "../network.ts";
import { priceLevel } from "../price.ts";
import type { Services } from "../services.ts";
import { openAddress } from "../token.ts";
import { answerProblem, languageOf, type RouteContext, readClosed } from "./context.ts";

/** `POST /api/challenges`: a fresh challenge. */
export async function postChallenge(
  context: RouteContext,
  services: Services,
  dailySalt: DailySalt,
): Promise<Response> {
  const read = await readFields(context.req.raw);
  if ("problem" in read) return answerProblem(context, read.problem, services);
  const nominee = await services.nominees.find(read.fields.get("practice") ?? "");
  if (!nominee) return answerProblem(context, "unknown-practice", services);
  const closed = await readClosed(nominee.id, services);
  if (closed) return answerProblem(context, closed, services);
  const { kinds } = services.captcha;
  const kind = kinds.find((known) => known === (read.fields.get("kind") ?? kinds[0]));
  if (!kind) return answerProblem(context, "invalid-request", services);
  const practice = nominee.id;
  const address = services.clientAddress(context.req.raw, context.env);
  const level = kind === "work" ? await readPriceLevel({ address, practice, kind }, services, dailySalt) : 0;
  const reply = await createChallenge({ practice, kind, level }, services);
  return context.json(reply, 201, { "Cache-Control": "no-store" });
}

/** What work costs now, for readers from these networks. */
async function readPriceLevel(by: CountedBy, services: Services, dailySalt: DailySalt): Promise<number> {
  const { primitives, shares, store } = services;
  if (by.practice === trialPractice) return 0;
  const salt = await dailySalt(dayOf(primitives.now()));
  const networks = await countedNetworks(by, shares, { salt, hmac: primitives.hmac });
  return priceLevel(networks, await store.used(networks.map(({ key }) => key)));
}

/** `GET /api/challenges/:token.png` and `.wav`: the picture of a code, and the code spoken. */
export async function getChallengeFile(context: RouteContext, services: Services): Promise<Response> {
  const [, token = "", extension] = /^(.+)\.(png|wav)$/.exec(context.req.param("file") ?? "") ?? [];
  const opened = await openAddress(token, services.keys, services.primitives);
  if (opened.state === "invalid" || opened.challenge.kind !== "code")
    return answerProblem(context, "not-found", services);
  if (opened.state === "expired") return answerProblem(context, "expired", services);
  const { challenge, keys } = opened;
  const captchaContext = { keys, primitives: services.primitives };
  const asked = context.req.query("lang");
  const language = isLanguage(asked) ? asked : languageOf(context, services);
  const bytes =
    extension === "png"
      ? await services.captcha.picture?.(challenge, captchaContext)
      : await services.captcha.speech?.(challenge, language, captchaContext);
  if (!bytes) return answerProblem(context, "not-found", services);
  const headers = {
    "Content-Type": extension === "png" ? "image/png" : "audio/wav",
    "Cache-Control": `private, max-age=${tokenTtlSeconds}, immutable`,
    "Accept-Ranges": "bytes",
  };
  const part = partOf(context.req.header("range"), bytes.length);
  if (!part) return context.body(bytes, 200, headers);
  const { first, last } = part;
  return context.body(bytes.slice(first, last + 1), 206, {
    ...headers,
    "Content-Range": `bytes ${first}-${last}/${bytes.length}`,
  });
}

/** The one part that a `Range` header asks for (RFC 9110, section 14.2), without which some phones play no sound. */
function partOf(range: string | undefined, length: number): { first: number; last: number } | undefined {
  const [, from = "", to = ""] = /^bytes=(\d+)-(\d*)$/.exec(range ?? "") ?? [];
  if (from === "") return undefined;
  const [first, last] = [Number(from), Math.min(to === "" ? length - 1 : Number(to), length - 1)];
  return first <= last ? { first, last } : undefined;
}
