/**
 * Whether a file that still has this time is sure to have the content that it had when it was looked at. A change right after
 * that could have gone unnoticed: a file system counts time in steps, which are seconds on old ones.
 *
 * @param modified milliseconds; @param seen when the file was looked at, milliseconds
 */
export function isFileTimeSure(modified: number, seen: number): boolean {
  const step = Number.isInteger(modified / 1000) ? 2_000 : 50;
  return modified < seen - step;
}
