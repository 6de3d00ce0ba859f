/*! With altcha-lib, © Daniel Regeci, MIT licence */
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import type { Challenge } from "altcha-lib/types";

/** Whether this browser can do the work: its cryptography is there on secure pages alone. */
export const canWork: boolean = window.isSecureContext && Boolean(window.crypto?.subtle);

/**
 * Solves the work of a challenge, a second or so on a phone, and gives the answer of the ballot. Undefined if it was
 * stopped or took far too long; rejects if it is not such work.
 */
export async function solveWork(work: unknown, stop: AbortController): Promise<string | undefined> {
  const challenge = work as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey, controller: stop });
  return solution ? btoa(JSON.stringify({ challenge, solution })) : undefined;
}
