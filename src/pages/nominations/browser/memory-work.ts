/*! With altcha-lib, © Daniel Regeci, and @noble/hashes, © Paul Miller, MIT licences */
import { solveChallenge } from "altcha-lib";
import type { Challenge } from "altcha-lib/types";
import { deriveWorkKey } from "../../../core/derive-work-key.ts";

/*
 * A worker that tries its share of the keys of memory-hard work. It posts how many it has tried since it last said so, and the
 * solution when it has found it.
 */

/** What a worker is told to do. */
export interface WorkShare {
  readonly challenge: Challenge;
  readonly counterStart: number;
  readonly counterStep: number;
}

/** Keys after which it says how far it is. */
const saidKeys = 16;

addEventListener("message", async ({ data }: MessageEvent<WorkShare>) => {
  let tried = 0;
  const deriveKey: typeof deriveWorkKey = (...call) => {
    if (++tried % saidKeys === 0) postMessage(saidKeys);
    return deriveWorkKey(...call);
  };
  // As long as it takes: the reader sees the time that is left, and can close the dialog.
  postMessage(await solveChallenge({ ...data, deriveKey, timeout: 0 }));
});
