import { availableParallelism } from "node:os";
import type { Values } from "../arguments.ts";

const minTabs = 2;
const maxTabs = 4;

/** Number of browser tabs to print with: `--jobs`, else one per processor within these limits; more gain nothing. */
export function tabsOf({ jobs }: Values, processors = availableParallelism()): number {
  return Number(jobs ?? Math.min(maxTabs, Math.max(minTabs, processors)));
}
