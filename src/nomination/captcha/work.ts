import { createChallenge, verifySolution } from "altcha-lib";
import type { Payload, Challenge as Work } from "altcha-lib/types";
import { deriveWorkKey as deriveKey } from "../../core/derive-work-key.ts";
import { hex } from "../encoding.ts";
import type { Challenge } from "../token.ts";
import type { CaptchaContext } from "./provider.ts";

/** How keys are made, and how many of them a device makes on average until it finds the one that was chosen. */
export interface WorkParameters {
  readonly algorithm: "PBKDF2/SHA-256" | "SCRYPT";
  readonly cost: number;
  readonly memoryCost?: number;
  readonly averageKeys: number;
}

/**
 * A household's votes cost half a second of PBKDF2, an office's one. Beyond them the device works in a megabyte of memory
 * (scrypt), twice as long at each level.
 */
export function workAt(level: number): WorkParameters {
  return level < 2
    ? { algorithm: "PBKDF2/SHA-256", cost: 5_000, averageKeys: 500 * (level + 1) }
    : { algorithm: "SCRYPT", cost: 1_024, memoryCost: 8, averageKeys: 512 * 2 ** (level - 2) };
}

/** What the device has to solve, in altcha-lib's form. It is good as long as the token is. */
export async function setWork(challenge: Challenge, context: CaptchaContext): Promise<Work> {
  const [random = 0] = new Uint32Array(context.primitives.random(4).buffer);
  const { averageKeys, ...parameters } = workAt(challenge.level);
  // Devices try keys from 0 on, so that reading this source shortens nobody's work.
  const keys = 2 * averageKeys;
  return createChallenge({
    ...parameters,
    counter: random % keys,
    data: { keys },
    deriveKey,
    ...(await secretsOf(challenge, context)),
  });
}

/**
 * Whether an answer, base64 of altcha-lib's payload, is the solution of the work set with this challenge. The key that was
 * chosen is signed, so that none has to be made to check it.
 */
export async function isWorkDone(challenge: Challenge, answer: string, context: CaptchaContext): Promise<boolean> {
  const payload = readPayload(answer);
  if (!payload?.challenge.parameters.keySignature) return false;
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
    return typeof challenge?.parameters === "object" && solution ? { challenge, solution } : undefined;
  } catch {
    return undefined;
  }
}
