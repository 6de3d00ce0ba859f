import type { DailySalt } from "./daily-salt.ts";
import { dayOf } from "./daily-salt.ts";
import { hex, toBase64Url } from "./encoding.ts";
import { networkKeys, networkOf } from "./network.ts";
import type { Nominee } from "./nominees.ts";
import type { Ballot, NominationReply, ProblemCode } from "./protocol.ts";
import type { Services } from "./services.ts";
import { type Challenge, type OpenedToken, openToken } from "./token.ts";

export type Cast =
  | { readonly counted: true; readonly nominee: Nominee; readonly reply: NominationReply }
  | {
      readonly counted: false;
      readonly code: Extract<
        ProblemCode,
        "unknown-practice" | "wrong-answer" | "expired" | "already-counted" | "quota"
      >;
      /** With `already-counted`. */
      readonly reply?: NominationReply;
      readonly nominee?: Nominee;
    };

/** A ballot as it was received. */
export interface ReceivedBallot extends Ballot {
  /** True if the field that people do not see was filled in. */
  readonly honeypotFilled: boolean;
  /** Of the client; undefined if it is not known. */
  readonly address: string | undefined;
}

/**
 * From a ballot to a vote: checks practice, token and answer, then records the vote in one atomic step that spends the
 * nonce. Nothing is stored before the signature has been checked. Rejects if the store or the site's list is unavailable;
 * a second try then counts the vote once.
 */
export async function castBallot(ballot: ReceivedBallot, services: Services, dailySalt: DailySalt): Promise<Cast> {
  const { primitives, nominees, captcha } = services;
  const nominee = await nominees.find(ballot.practice);
  if (!nominee) return { counted: false, code: "unknown-practice" };

  const opened = await openToken(ballot.token, services.keys, primitives);
  if (opened.state === "invalid" || !captcha.kinds.includes(opened.challenge.kind))
    return refuse("wrong-answer", nominee);
  const { challenge } = opened;
  const challenged = await nominees.find(challenge.practice);
  if (challenged?.id !== nominee.id) return refuse("wrong-answer", nominee);
  if (opened.state === "expired") return answerExpired(challenge, nominee, services);

  const isRight = !ballot.honeypotFilled && (await isRightAnswer(opened, ballot.answer, services));
  const day = dayOf(primitives.now());
  const network = { network: networkOf(ballot.address), practice: nominee.id };
  const recorded = await services.record({
    practice: nominee.id,
    day,
    commitment: hex(await primitives.sha256(challenge.nonce)),
    purpose: isRight ? "vote" : "spoil",
    expiresAt: challenge.expiresAt,
    networkKeys: await networkKeys(network, await dailySalt(day), primitives),
    quota: services.quota,
  });
  const reply = (count: number) => ({ practice: nominee.id, count, receipt: toBase64Url(challenge.nonce) });
  switch (recorded.outcome) {
    case "counted":
      return { counted: true, nominee, reply: reply(recorded.count) };
    case "already-counted":
      return isRight
        ? { counted: false, code: "already-counted", nominee, reply: reply(recorded.count) }
        : refuse("wrong-answer", nominee);
    case "already-spent":
      return refuse("expired", nominee);
    case "spoiled":
      return refuse("wrong-answer", nominee);
    case "quota":
      return refuse("quota", nominee);
    case "unknown-vote":
      throw new Error("a ballot was taken for a revocation");
  }
}

function refuse(code: "wrong-answer" | "expired" | "quota", nominee: Nominee): Cast {
  return { counted: false, code, nominee };
}

/** The reply may have been lost long ago: if the vote is in the log, the holder of the ballot may know. */
async function answerExpired({ nonce }: Challenge, nominee: Nominee, { primitives, store }: Services): Promise<Cast> {
  const found = await store.findVote(hex(await primitives.sha256(nonce)));
  if (!found) return refuse("expired", nominee);
  const count = (await store.counts([nominee.id])).get(nominee.id) ?? 0;
  const reply = { practice: nominee.id, count, receipt: toBase64Url(nonce) };
  return { counted: false, code: "already-counted", nominee, reply };
}

/**
 * Checks the answer. A hosted service accepts one question about an answer only, so a ballot that comes again is first
 * looked up in the log.
 */
async function isRightAnswer(
  { challenge, keys }: Extract<OpenedToken, { challenge: unknown }>,
  answer: string,
  { captcha, primitives, store }: Services,
): Promise<boolean> {
  if (challenge.kind === "hosted") {
    const commitment = hex(await primitives.sha256(challenge.nonce));
    if (await store.findVote(commitment)) return true;
  }
  return captcha.check(challenge, answer, { keys, primitives });
}
