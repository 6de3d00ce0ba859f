import type { Ballot, NominationReply, ProblemCode } from "../core/protocol.ts";
import type { DailySalt } from "./daily-salt.ts";
import { dayOf } from "./daily-salt.ts";
import { hex, toBase64Url } from "./encoding.ts";
import { networkKeys, networkOf } from "./network.ts";
import type { Nominee } from "./nominees.ts";
import type { Services } from "./services.ts";
import type { CheckedBallot } from "./store.ts";
import { type Challenge, type OpenedToken, openToken } from "./token.ts";

export type Cast =
  | { readonly counted: true; readonly nominee: Nominee; readonly reply: NominationReply }
  | {
      readonly counted: false;
      readonly code: Extract<
        ProblemCode,
        "unknown-practice" | "closed" | "wrong-answer" | "expired" | "already-counted" | "quota"
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
 * nonce. Nothing is stored before the signature has been checked, or once nominations have ended. Rejects if the store or
 * the site's list is unavailable; a second try then counts the vote once.
 */
export async function castBallot(ballot: ReceivedBallot, services: Services, dailySalt: DailySalt): Promise<Cast> {
  const { primitives, nominees, captcha } = services;
  const nominee = await nominees.find(ballot.practice);
  if (!nominee) return { counted: false, code: "unknown-practice" };
  const isOpen = await nominees.areOpen();
  const refuse = (code: Refusal): Cast => ({ counted: false, code: isOpen ? code : "closed", nominee });

  const opened = await openToken(ballot.token, services.keys, primitives);
  if (opened.state === "invalid" || !captcha.kinds.includes(opened.challenge.kind)) return refuse("wrong-answer");
  const challenged = await nominees.find(opened.challenge.practice);
  if (challenged?.id !== nominee.id) return refuse("wrong-answer");
  if (opened.state === "expired" || !isOpen)
    return (await findCast(opened.challenge, nominee, services)) ?? refuse("expired");

  const isRight = !ballot.honeypotFilled && (await isRightAnswer(opened, ballot.answer, services));
  const entry = await composeEntry({ ballot, challenge: opened.challenge, nominee, isRight }, services, dailySalt);
  const recorded = await services.record(entry);
  switch (recorded.outcome) {
    case "counted":
      return { counted: true, nominee, reply: replyTo(opened.challenge, nominee, recorded.count) };
    case "already-counted": {
      if (!isRight) return refuse("wrong-answer");
      const reply = replyTo(opened.challenge, nominee, recorded.count);
      return { counted: false, code: "already-counted", nominee, reply };
    }
    case "already-spent":
      return refuse("expired");
    case "spoiled":
      return refuse("wrong-answer");
    case "quota":
      return refuse("quota");
    case "unknown-vote":
      throw new Error("a ballot was taken for a revocation");
  }
}

type Refusal = "wrong-answer" | "expired" | "quota";

/** The reply to a ballot may have been lost: if its vote is in the log, the holder of the ballot may know. */
async function findCast(challenge: Challenge, nominee: Nominee, services: Services): Promise<Cast | undefined> {
  const { primitives, store } = services;
  const found = await store.findVote(hex(await primitives.sha256(challenge.nonce)));
  if (!found) return undefined;
  const count = (await store.counts([nominee.id])).get(nominee.id) ?? 0;
  return { counted: false, code: "already-counted", nominee, reply: replyTo(challenge, nominee, count) };
}

function replyTo({ nonce }: Challenge, { id }: Nominee, count: number): NominationReply {
  return { practice: id, count, receipt: toBase64Url(nonce) };
}

/** A ballot whose answer has been checked. */
interface AnsweredBallot {
  readonly ballot: ReceivedBallot;
  readonly challenge: Challenge;
  readonly nominee: Nominee;
  readonly isRight: boolean;
}

/** The entry that a ballot leaves in the log: a vote, or a nonce that a wrong answer spends. */
async function composeEntry(
  { ballot, challenge, nominee, isRight }: AnsweredBallot,
  { primitives, quota }: Services,
  dailySalt: DailySalt,
): Promise<CheckedBallot> {
  const day = dayOf(primitives.now());
  const network = { network: networkOf(ballot.address), practice: nominee.id };
  return {
    practice: nominee.id,
    day,
    commitment: hex(await primitives.sha256(challenge.nonce)),
    purpose: isRight ? "vote" : "spoil",
    expiresAt: challenge.expiresAt,
    networkKeys: await networkKeys(network, await dailySalt(day), primitives),
    quota,
  };
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
