/**
 * How practices can be set, as formats.typ knows it, from as usual to as close as may be, and how much of a practice's height each step saves
 * nine times out of ten: one that is not enough costs one more try. `closest` is tried for what it saves at best. `carried` takes the end of
 * the text onto the last page.
 */
export const steps = [
  { name: "usual", saves: 0 },
  { name: "tight", saves: 0.03 },
  { name: "tighter", saves: 0.075 },
  { name: "tightest", saves: 0.1 },
  { name: "closest", saves: 0.16 },
  { name: "carried", saves: 1 },
] as const;

export type Step = (typeof steps)[number]["name"];

/** How a practice is set, and how many pages it takes. */
export interface Fit {
  readonly step: Step;
  readonly pages: number;
}
