import { type ChallengeKind, type ChallengeReply, routes } from "../core/protocol.ts";
import { toBase64Url } from "./encoding.ts";
import type { Services } from "./services.ts";
import { type Challenge, sealAddress, sealToken, ttlSecondsOf } from "./token.ts";

/**
 * A fresh challenge for a practice. Nothing of it is stored: the token carries it, signed.
 * @param level the price of work
 */
export async function createChallenge(
  { practice, kind, level = 0 }: { readonly practice: string; readonly kind: ChallengeKind; readonly level?: number },
  { primitives, keys, captcha }: Services,
): Promise<ChallengeReply> {
  const nonce = primitives.random(16);
  const expiresAt = Math.floor(primitives.now() / 1000) + ttlSecondsOf(level);
  const challenge: Challenge = { practice, kind, level, nonce, expiresAt };
  return replyOf(challenge, await sealToken(challenge, keys, primitives), { primitives, keys, captcha });
}

/** What is told of a challenge that a token carries. */
export async function replyOf(
  challenge: Challenge,
  token: string,
  { primitives, keys, captcha }: Pick<Services, "primitives" | "keys" | "captcha">,
): Promise<ChallengeReply> {
  const { kind, nonce, expiresAt } = challenge;
  const file = kind === "code" ? `${routes.challenges}/${await sealAddress(challenge, keys, primitives)}` : "";
  const work = kind === "work" ? await captcha.work?.(challenge, { keys: keys.current, primitives }) : undefined;
  return {
    token,
    kind,
    image: file && `${file}.png`,
    audio: file && `${file}.wav`,
    receipt: toBase64Url(nonce),
    ...(work === undefined ? {} : { work }),
    expiresAt: new Date(expiresAt * 1000).toISOString(),
  };
}
