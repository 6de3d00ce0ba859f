/*! With altcha-lib, © Daniel Regeci, MIT licence */
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import type { Challenge, Solution } from "altcha-lib/types";
import type { WorkShare } from "./memory-work.ts";

/** Whether this browser can do the work: its cryptography is there on secure pages alone. */
export const canWork: boolean = window.isSecureContext && Boolean(window.crypto?.subtle);

/** Each needs a megabyte, and readers want to go on reading. */
const maxWorkers = 4;

interface Solving {
  readonly stop: AbortSignal;
  /** Told the part of the work that is done at least, of memory-hard work. */
  readonly tell: (part: number) => void;
}

/**
 * Solves the work of a challenge and gives the answer of the ballot: a second or so, or much longer if many have voted from the
 * same network. Undefined if it was stopped or took far too long; rejects if it is not such work.
 */
export async function solveWork(work: unknown, solving: Solving): Promise<string | undefined> {
  const challenge = work as Challenge;
  const isMemoryHard = challenge.parameters.algorithm === "SCRYPT";
  const solution = await (isMemoryHard ? solveInWorkers(challenge, solving) : solveHere(challenge, solving));
  return solution ? btoa(JSON.stringify({ challenge, solution })) : undefined;
}

function solveHere(challenge: Challenge, { stop }: Solving): Promise<Solution | null> {
  const controller = new AbortController();
  stop.addEventListener("abort", () => controller.abort());
  return solveChallenge({ challenge, deriveKey, controller });
}

async function solveInWorkers(challenge: Challenge, { stop, tell }: Solving): Promise<Solution | null> {
  const address = document.querySelector<HTMLScriptElement>("script[data-work]")?.dataset.work ?? "";
  const counterStep = Math.min(maxWorkers, navigator.hardwareConcurrency || 1);
  const workers = Array.from({ length: counterStep }, () => new Worker(address));
  let tried = 0;
  try {
    return await new Promise((resolve, reject) => {
      stop.addEventListener("abort", () => resolve(null));
      for (const [counterStart, worker] of workers.entries()) {
        worker.addEventListener("error", () => reject(new Error("the worker failed")));
        worker.addEventListener("message", ({ data }: MessageEvent<Solution | number>) => {
          if (typeof data !== "number") return resolve(data);
          tried += data;
          tell(tried / Number(challenge.parameters.data?.keys));
        });
        worker.postMessage({ challenge, counterStart, counterStep } satisfies WorkShare);
      }
    });
  } finally {
    for (const worker of workers) worker.terminate();
  }
}
