import type { GeneratorName } from "./generator.ts";
import type { Result } from "./measure-site.ts";
import { medianCost, ratio } from "./statistics.ts";
import type { Step } from "./steps.ts";

/** What Praktika must not exceed: wall seconds, megabytes, or a share of what another generator takes. */
interface Target {
  readonly count: number;
  readonly step: Step;
  readonly of: "seconds" | "megabytes" | Exclude<GeneratorName, "Praktika">;
  readonly most: number;
}

const targets: readonly Target[] = [
  { count: 1_000, step: "cold", of: "Hugo", most: 0.8 },
  { count: 10_000, step: "cold", of: "Hugo", most: 0.35 },
  { count: 10_000, step: "cold", of: "Eleventy", most: 0.15 },
  { count: 10_000, step: "cold", of: "megabytes", most: 300 },
  { count: 10_000, step: "full", of: "Hugo", most: 0.8 },
  { count: 10_000, step: "unchanged", of: "seconds", most: 0.3 },
  { count: 10_000, step: "edited", of: "Hugo", most: 0.06 },
  { count: 50_000, step: "cold", of: "Hugo", most: 0.3 },
  { count: 100_000, step: "cold", of: "megabytes", most: 700 },
];

/** From 10,000 to 100,000 practices, cold: how many times as much. */
const growthTargets = { from: 10_000, to: 100_000, wall: 10.5, peak: 2.5 } as const;

/** The targets of one kind of build, each with what became of it. */
export function judge(results: readonly Result[], count: number, step: Step): readonly string[] {
  return targets
    .filter((target) => target.count === count && target.step === step)
    .map((target) => `${describe(target)}: ${verdict(figureOf(results, target), target.most)}`);
}

/** The targets of growth, if both sizes were built. */
export function judgeGrowth(resultsByCount: ReadonlyMap<number, readonly Result[]>): string | undefined {
  const { from, to } = growthTargets;
  const [small, large] = [from, to].map((count) => medianCost(praktikaOf(resultsByCount.get(count))?.costs.cold ?? []));
  if (small?.wall === undefined || large?.wall === undefined) return undefined;
  const times = { wall: large.wall / small.wall, peak: (large.peak ?? Number.NaN) / (small.peak ?? Number.NaN) };
  const shown = (what: "wall" | "peak"): string =>
    `× ${times[what].toFixed(2)} (≤ ${growthTargets[what]}: ${verdict(times[what], growthTargets[what])})`;
  return `Growth of a cold build from 10,000 to 100,000 practices: time ${shown("wall")}, memory ${shown("peak")}.`;
}

export function praktikaOf(results: readonly Result[] | undefined): Result | undefined {
  return results?.find(({ generator }) => generator.name === "Praktika");
}

function figureOf(results: readonly Result[], { step, of }: Target): number | undefined {
  const ours = praktikaOf(results);
  if (!ours) return undefined;
  switch (of) {
    case "seconds":
      return medianCost(ours.costs[step]).wall;
    case "megabytes":
      return medianCost(ours.costs[step]).peak;
    case "Hugo":
    case "Eleventy":
      return ratio(
        ours,
        results.find(({ generator }) => generator.name === of),
        step,
      );
    default:
      return of satisfies never;
  }
}

function describe({ of, most }: Target): string {
  if (of === "seconds") return `≤ ${most} s`;
  return of === "megabytes" ? `≤ ${most} MB` : `≤ ${most} × ${of}`;
}

function verdict(figure: number | undefined, most: number): string {
  if (figure === undefined || Number.isNaN(figure)) return "not measured";
  return figure <= most ? "met" : "missed";
}
