import { type Ballot, type NominationReply, type ProblemCode, trialPractice } from "../core/protocol.ts";
import { isCodeLong } from "./captcha/code.ts";
import type { DailySalt } from "./daily-salt.ts";
import { dayOf } from "./daily-salt.ts";
import { hex, toBase64Url } from "./encoding.ts";
import { countedNetworks, kindOfAddress } from "./network.ts";
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
        | "unknown-practice"
        | "closed"
        | "incomplete-answer"
        | "wrong-answer"
        | "expired"
        | "already-counted"
        | "quota"
        | "price-risen"
      >;
      /** With `already-counted`. */
      readonly reply?: NominationReply;
      readonly nominee?: Nominee;
    };

/** A ballot as it was received. */
export interface ReceivedBallot extends Ballot {
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
  const isOpen = nominee.id === trialPractice || (await nominees.phase()).is === "open";
  const refuse = (code: Refusal): Cast => ({ counted: false, code: isOpen ? code : "closed", nominee });

  const opened = await openToken(ballot.token, services.keys, primitives);
  if (opened.state === "invalid" || !captcha.kinds.includes(opened.challenge.kind)) return refuse("wrong-answer");
  const challenged = await nominees.find(opened.challenge.practice);
  if (challenged?.id !== nominee.id) return refuse("wrong-answer");
  if (opened.state === "expired" || !isOpen)
    return (await findCast(opened.challenge, nominee, services)) ?? refuse("expired");

  // It cannot be right, so that nothing is given away by leaving the code as it is.
  if (opened.challenge.kind === "code" && !isCodeLong(ballot.answer)) return refuse("incomplete-answer");
  if (nominee.id === trialPractice)
    return castTrial(ballot.address, { challenge: opened.challenge, nominee }, services);
  const isRight = await isRightAnswer(opened, ballot.answer, services);
  const entry = await composeEntry({ ballot, challenge: opened.challenge, nominee, isRight }, services, dailySalt);
  const recorded = await services.record(entry);
  switch (recorded.outcome) {
    case "counted":
    case "already-counted": {
      if (!isRight) return refuse("wrong-answer");
      const count = recorded.count + (await votesOf(nominee.formerIds, services));
      const reply = replyTo(opened.challenge, nominee, count);
      if (recorded.outcome === "counted") return { counted: true, nominee, reply };
      return { counted: false, code: "already-counted", nominee, reply };
    }
    case "already-spent":
      return refuse("expired");
    case "spoiled":
      return refuse("wrong-answer");
    case "quota":
      return refuse("quota");
    case "price":
      return refuse("price-risen");
    case "unknown-vote":
      throw new Error("a ballot was taken for a revocation");
  }
}

/** A trial ballot: written as a vote is, into a table of its own, and never counted. */
async function castTrial(
  address: string | undefined,
  { challenge, nominee }: { readonly challenge: Challenge; readonly nominee: Nominee },
  { primitives, store }: Services,
): Promise<Cast> {
  const key = hex(await primitives.sha256(challenge.nonce));
  const now = Math.floor(primitives.now() / 1000);
  const isNew = await store.rehearse({ key, now, expiresAt: challenge.expiresAt });
  const reply = { ...replyTo(challenge, nominee, 0), address: kindOfAddress(address) };
  return isNew ? { counted: true, nominee, reply } : { counted: false, code: "already-counted", nominee, reply };
}

type Refusal = "incomplete-answer" | "wrong-answer" | "expired" | "quota" | "price-risen";

/** The reply to a ballot may have been lost: if its vote is in the log, the holder of the ballot may know. */
async function findCast(challenge: Challenge, nominee: Nominee, services: Services): Promise<Cast | undefined> {
  const { primitives, store } = services;
  const found = await store.findVote(hex(await primitives.sha256(challenge.nonce)));
  if (!found) return undefined;
  const count = await votesOf([nominee.id, ...nominee.formerIds], services);
  return { counted: false, code: "already-counted", nominee, reply: replyTo(challenge, nominee, count) };
}

/** Votes under several ids together. */
export async function votesOf(ids: readonly string[], { store }: Services): Promise<number> {
  if (ids.length === 0) return 0;
  const { counts } = await store.tally(ids);
  return [...counts.values()].reduce((sum, votes) => sum + votes, 0);
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
  { primitives, shares }: Services,
  dailySalt: DailySalt,
): Promise<CheckedBallot> {
  const day = dayOf(primitives.now());
  const { kind, level } = challenge;
  const by = { address: ballot.address, practice: nominee.id, kind };
  return {
    practice: nominee.id,
    day,
    commitment: hex(await primitives.sha256(challenge.nonce)),
    purpose: isRight ? "vote" : "spoil",
    expiresAt: challenge.expiresAt,
    kind,
    level,
    networks: await countedNetworks(by, shares, { salt: await dailySalt(day), hmac: primitives.hmac }),
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
