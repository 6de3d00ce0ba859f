import { distance } from "fastest-levenshtein";

/**
 * The known name that a mistyped one most likely means: the closest by edit distance, if at most a third of its
 * letters (in short words two) differ. Case does not count; of two as close, one with the same first letter is meant.
 */
export function nearestName(wrong: string, known: Iterable<string>): string | undefined {
  const lowered = wrong.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(lowered.length < 4 ? 1 : 2, Math.floor(lowered.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - lowered.length) > bestDistance) continue;
    const edits = distance(lowered, candidate.toLowerCase());
    const sameStart = candidate[0]?.toLowerCase() === lowered[0] && best?.[0]?.toLowerCase() !== lowered[0];
    if (edits < bestDistance || (edits === bestDistance && best !== undefined && sameStart)) {
      best = candidate;
      bestDistance = edits;
    }
  }
  return best;
}
