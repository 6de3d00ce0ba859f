import type { Ballot, NominationReply, ProblemCode } from "../core/protocol.ts";
import type { DailySalt } from "./daily-salt.ts";
import { dayOf } from "./daily-salt.ts";
import { hex, toBase64Url } from "./encoding.ts";
import { networkKeys, networkOf } from "./network.ts";
import type { Nominee } from "./nominees.ts";
import type { Services } from "./services.ts";
import { type OpenedToken, openToken } from "./token.ts";

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

/**
 * From a ballot to a vote: practice, token, answer, network, and then one atomic record that spends the nonce. Nothing is
 * stored before the signature has been checked. Rejects when the store or the site's list is out of reach; nothing has
 * been counted then that a second try would count again.
 */
export async function castBallot(
  ballot: Ballot & { readonly trapped: boolean },
  address: string | undefined,
  services: Services,
  dailySalt: DailySalt,
): Promise<Cast> {
  const { primitives, nominees, captcha, store } = services;
  const nominee = await nominees.find(ballot.practice);
  if (!nominee) return { counted: false, code: "unknown-practice" };
  const refuse = (code: "wrong-answer" | "expired" | "quota"): Cast => ({ counted: false, code, nominee });

  const opened = await openToken(ballot.token, services.keys, primitives);
  if (opened.state === "invalid" || !captcha.kinds.includes(opened.challenge.kind)) return refuse("wrong-answer");
  const { challenge } = opened;
  const asked = await nominees.find(challenge.practice);
  if (asked?.id !== nominee.id) return refuse("wrong-answer");

  const commitment = hex(await primitives.sha256(challenge.nonce));
  const receipt = toBase64Url(challenge.nonce);
  const replyWith = (count: number): NominationReply => ({ practice: nominee.id, count, receipt });
  if (opened.state === "expired") {
    // A reply that was lost long ago: the vote is in the log, and whoever has the ballot may know.
    const found = await store.findVote(commitment);
    if (!found) return refuse("expired");
    const count = (await store.counts([nominee.id])).get(nominee.id) ?? 0;
    return { counted: false, code: "already-counted", nominee, reply: replyWith(count) };
  }

  const isRight = !ballot.trapped && (await isRightAnswer(opened, ballot.answer, services));
  const day = dayOf(primitives.now());
  const recorded = await services.record({
    practice: nominee.id,
    day,
    commitment,
    purpose: isRight ? "vote" : "spoil",
    expiresAt: challenge.expiresAt,
    networkKeys: await networkKeys(networkOf(address), nominee.id, await dailySalt(day), primitives),
    quota: services.quota,
  });
  switch (recorded.outcome) {
    case "counted":
      return { counted: true, nominee, reply: replyWith(recorded.count) };
    case "already-counted":
      return isRight
        ? { counted: false, code: "already-counted", nominee, reply: replyWith(recorded.count) }
        : refuse("wrong-answer");
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

/**
 * The picture of a code can be answered once. A hosted service may be asked about one answer only once, so a ballot that
 * comes again is looked for in the log before it is asked.
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
