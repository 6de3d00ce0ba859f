import { createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import type { Payload, Challenge as Work } from "altcha-lib/types";
import { type Bytes, hex, utf8 } from "../encoding.ts";
import type { Challenge } from "../token.ts";
import { codeFromBytes, sameCode } from "./code.ts";
import type { CaptchaContext, CaptchaProvider } from "./provider.ts";

/** Work for a device: about a thousand keys of five thousand rounds, a second or so on a phone. */
const workRounds = 5_000;
const workKeys = { least: 500, most: 1_500 };

/**
 * Praktika's own captcha: a code as a picture, the same code spoken, or no code at all but work for the device. All of a
 * challenge follows from its nonce, so that asking for the picture again gives the same one, and averaging gains nothing.
 */
export const ownCaptcha: CaptchaProvider = {
  kinds: ["code", "work"],

  async picture(challenge, context) {
    const { drawPicture } = await import("./draw-picture.ts");
    return drawPicture(await codeOf(challenge, context), await derive("picture", challenge, context));
  },

  async speech(challenge, language, context) {
    const { speakCode } = await import("./speak-code.ts");
    return speakCode(
      await codeOf(challenge, context),
      language,
      await derive(`speech ${language}`, challenge, context),
    );
  },

  async work(challenge, context) {
    const [random = 0] = new Uint32Array(context.primitives.random(4).buffer);
    return createChallenge({
      algorithm: "PBKDF2/SHA-256",
      cost: workRounds,
      counter: workKeys.least + (random % (workKeys.most - workKeys.least)),
      deriveKey,
      expiresAt: challenge.expiresAt,
      ...(await workSecrets(challenge, context)),
    });
  },

  async check(challenge, answer, context) {
    if (challenge.kind === "code") return sameCode(await codeOf(challenge, context), answer);
    const payload = readPayload(answer);
    if (!payload) return false;
    const verdict = await verifySolution({ ...payload, deriveKey, ...(await workSecrets(challenge, context)) }).catch(
      () => undefined,
    );
    return verdict?.verified === true;
  },
};

/** The code of a challenge, which only the endpoint can know. */
export async function codeOf(challenge: Challenge, context: CaptchaContext): Promise<string> {
  return codeFromBytes(await derive("code", challenge, context));
}

async function derive(purpose: string, { nonce }: Challenge, { keys, primitives }: CaptchaContext): Promise<Bytes> {
  return primitives.hmac(keys.answer, utf8(`${purpose} ${hex(nonce)}`));
}

/** Secrets of this one challenge: work that was set with another token does not verify. */
async function workSecrets({ nonce }: Challenge, { keys, primitives }: CaptchaContext) {
  const secret = hex(await primitives.hmac(keys.work, nonce));
  return { hmacSignatureSecret: secret, hmacKeySignatureSecret: `${secret}/key` };
}

function readPayload(answer: string): Payload | undefined {
  try {
    const { challenge, solution } = JSON.parse(atob(answer)) as Partial<Payload>;
    const isWork = typeof challenge?.parameters === "object" && challenge.parameters.cost === workRounds;
    return isWork && solution ? { challenge: challenge as Work, solution } : undefined;
  } catch {
    return undefined;
  }
}
