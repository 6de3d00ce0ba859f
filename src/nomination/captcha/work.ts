import { createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import type { Payload, Challenge as Work } from "altcha-lib/types";
import { hex } from "../encoding.ts";
import type { Challenge } from "../token.ts";
import type { CaptchaContext } from "./provider.ts";

/** Work for a device: about a thousand keys of five thousand rounds, a second or so on a phone. */
const workRounds = 5_000;
const workKeys = { least: 500, most: 1_500 };

/** What the device has to solve, in altcha-lib's form. It is good as long as the token is. */
export async function setWork(challenge: Challenge, context: CaptchaContext): Promise<Work> {
  const [random = 0] = new Uint32Array(context.primitives.random(4).buffer);
  return createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost: workRounds,
    counter: workKeys.least + (random % (workKeys.most - workKeys.least)),
    deriveKey,
    ...(await secretsOf(challenge, context)),
  });
}

/** Whether an answer, base64 of altcha-lib's payload, is the solution of the work set with this challenge. */
export async function isWorkDone(challenge: Challenge, answer: string, context: CaptchaContext): Promise<boolean> {
  const payload = readPayload(answer);
  if (!payload) return false;
  const secrets = await secretsOf(challenge, context);
  const verdict = await verifySolution({ ...payload, deriveKey, ...secrets }).catch(() => undefined);
  return verdict?.verified === true;
}

/** Secrets of this one challenge: work that was set with another token does not verify. */
async function secretsOf({ nonce }: Challenge, { keys, primitives }: CaptchaContext) {
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
