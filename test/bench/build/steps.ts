import type { GeneratorName } from "./generator.ts";

/** The kinds of build, in the order of a round: `unchanged` and `edited` follow on a cold build of the pages. */
export const steps = ["full", "cold", "unchanged", "edited"] as const;

export type Step = (typeof steps)[number];

export const stepNames: Readonly<Record<Step, string>> = {
  full: "full profile, cold (ratio: to the plain site)",
  cold: "cold",
  unchanged: "nothing changed",
  edited: "one practice edited",
};

/** The full profile takes several times the room of the pages, and has nothing to be compared with on larger sites. */
export const fullProfileMax = 10_000;

/** Whether a generator has this build at this size. */
export function hasStep(name: GeneratorName, step: Step, count: number): boolean {
  return step !== "full" || (name === "Praktika" && count <= fullProfileMax);
}
