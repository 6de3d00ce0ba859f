import { availableParallelism } from "node:os";
import type { Values } from "../arguments.ts";

const maxProcesses = 4;

/** Number of processes to print with: `--jobs`, else one per processor up to a limit; each takes some 300 MB. */
export function processesOf({ jobs }: Values, processors = availableParallelism()): number {
  return Number(jobs ?? Math.min(maxProcesses, Math.max(1, processors)));
}
