/** `npm run soak`: the same tests with many more random inputs, kills and rounds. */
export const isSoak = process.env.PRAKTIKA_SOAK === "1";

/** A number of runs or rounds for `npm test`, and for `npm run soak`. */
export function runs(quick: number, soak: number): number {
  return isSoak ? soak : quick;
}

/** What `npm test` tries of many like cases, each way of differing at least once; `npm run soak` tries all of them. */
export function sampleOf<T>(quick: readonly T[], all: readonly T[]): readonly T[] {
  return isSoak ? all : quick;
}
