import { availableParallelism } from "node:os";
import type { Values } from "../arguments.ts";

const fewest = 2;
const most = 4;

/** In how many tabs a browser prints at the same time: as `--jobs` says, else one per processor; more than a few gain nothing. */
export function tabsOf({ jobs }: Values): number {
  return Number(jobs ?? Math.min(most, Math.max(fewest, availableParallelism())));
}
