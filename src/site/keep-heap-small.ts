import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/** Bytes of V8's young generation. */
const youngBytes = 8 * 2 ** 20;
/** The same for a build that takes up what the last one left, most of which stays to its end. */
const youngBytesForState = 16 * 2 ** 20;
/** Bytes that an object of one number takes at least. */
const objectBytes = 16;

/**
 * Makes V8 collect garbage sooner. Left alone it lets the heap of a large build grow to twice what is needed, because memory is
 * free and collecting costs time. The flags are advice to V8: no result depends on them. Figures: test/bench/RESULTS.md.
 */
export function keepHeapSmall(): void {
  growYoungGeneration(youngBytes);
  // Room for young objects stays as it is now, instead of growing to 64 MB.
  setFlagsFromString("--semi-space-growth-factor=1");
  // Old objects may grow by 40 % between collections, instead of up to 300.
  setFlagsFromString("--heap-growing-percent=40");
}

/** Lets less be copied while much is read that will stay. */
export function makeRoomForState(): void {
  setFlagsFromString("--semi-space-growth-factor=2");
  growYoungGeneration(youngBytesForState);
  setFlagsFromString("--semi-space-growth-factor=1");
}

/**
 * V8 begins with one megabyte for young objects, so that what a page needs for a moment would soon count as old. It gives more room where
 * many objects survive; nothing but its command line could ask for that.
 */
function growYoungGeneration(youngBytes: number): void {
  const survivors: object[] = [];
  const maxSurvivors = (8 * youngBytes) / objectBytes;
  while (youngSize() < youngBytes && survivors.length < maxSurvivors)
    for (let count = 0; count < 2_000; count++) survivors.push({ count });
}

function youngSize(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space")?.space_size ?? 0;
}
