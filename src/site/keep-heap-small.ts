import { setFlagsFromString } from "node:v8";

/**
 * Make V8 collect garbage sooner. Left alone it lets the heap of a large build grow to twice what is needed, because memory is
 * free and collecting costs time; measured on 10,000 practices: half the memory for a twentieth more time
 * (test/bench/RESULTS.md). The flags are advice to V8: no result depends on them.
 */
export const smallHeapFlags: readonly string[] = [
  // Old objects may grow by 40 % between collections, instead of up to 300.
  "--heap-growing-percent=40",
  // Room for young objects stays as it is, instead of growing to 64 MB.
  "--semi-space-growth-factor=1",
];

/** Sets them for this process. */
export function keepHeapSmall(): void {
  for (const flag of smallHeapFlags) setFlagsFromString(flag);
}
