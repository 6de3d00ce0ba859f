import { type ChallengeKind, type ChallengeReply, routes, tokenTtlSeconds } from "../core/protocol.ts";
import { toBase64Url } from "./encoding.ts";
import type { Services } from "./services.ts";
import { type Challenge, sealToken } from "./token.ts";

/** A fresh challenge for a practice. Nothing of it is stored: the token carries it, signed. */
export async function createChallenge(
  practice: string,
  kind: ChallengeKind,
  { primitives, keys, captcha }: Services,
): Promise<ChallengeReply> {
  const nonce = primitives.random(16);
  const expiresAt = Math.floor(primitives.now() / 1000) + tokenTtlSeconds;
  const challenge: Challenge = { practice, kind, nonce, expiresAt };
  const token = await sealToken(challenge, keys, primitives);
  const hasCode = kind === "code";
  const work = kind === "work" ? await captcha.work?.(challenge, { keys: keys.current, primitives }) : undefined;
  return {
    token,
    kind,
    image: hasCode ? `${routes.challenges}/${token}.png` : "",
    audio: hasCode ? `${routes.challenges}/${token}.wav` : "",
    receipt: toBase64Url(nonce),
    ...(work === undefined ? {} : { work }),
    expiresAt: new Date(expiresAt * 1000).toISOString(),
  };
}
