import type { Result } from "./measure-site.ts";
import type { Cost } from "./run-command.ts";
import type { Step } from "./steps.ts";

/** The one in the middle; of an even number the mean of the two. Undefined if there is none, or one is not known. */
function median(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  if (known.length === 0 || known.length < values.length) return undefined;
  const middle = known.length >> 1;
  const upper = known[middle] ?? 0;
  return known.length % 2 === 1 ? upper : ((known[middle - 1] ?? 0) + upper) / 2;
}

/** Medians of the rounds, each figure by itself. */
export function medianCost(costs: readonly Cost[]): Partial<Cost> {
  return {
    wall: median(costs.map(({ wall }) => wall)),
    cpu: median(costs.map(({ cpu }) => cpu)),
    peak: median(costs.map(({ peak }) => peak)),
  };
}

/** Wall time of one generator in that of another: the median of the ratios of each round. The others' site is always the plain one. */
export function ratio(result: Result, other: Result | undefined, step: Step): number | undefined {
  const theirs = other?.costs[step === "full" ? "cold" : step] ?? [];
  const ours = result.costs[step];
  if (theirs.length !== ours.length) return undefined;
  return median(ours.map(({ wall }, round) => wall / (theirs[round]?.wall ?? Number.NaN)));
}
