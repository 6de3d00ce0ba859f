import { type Finding, finding, type Result } from "../core/diagnostics/finding.ts";
import { nearestName } from "../core/diagnostics/nearest.ts";
import type { CalendarDay } from "../core/language/calendar-day.ts";
import type { Archive } from "../core/model/archive.ts";
import type { PracticeId } from "../core/model/ids.ts";
import type { PublishedTally, Tally } from "../core/model/tally.ts";

/**
 * Sums nominations by current ids: those of a former id are added to the practice that has replaced it.
 *
 * @param source file or address of the tally, for findings
 *
 * Finding: tally/unknown-practice.
 */
export function joinTally(
  { editions, formerIds }: Pick<Archive, "editions" | "formerIds">,
  published: PublishedTally,
  source: string,
): Result<Tally> {
  const current: ReadonlyMap<string, PracticeId> = new Map(
    [...editions.values()].flatMap(({ practicesById }) => [...practicesById.keys()].map((id) => [id, id])),
  );
  const counts = new Map<PracticeId, number>();
  const findings: Finding[] = [];
  for (const [written, votes] of Object.entries(published.counts)) {
    if (votes === 0) continue;
    const id = current.get(written) ?? formerIds.get(written);
    if (id) counts.set(id, (counts.get(id) ?? 0) + votes);
    else {
      const parameters = { id: written, votes, nearest: nearestName(written, current.keys()) };
      findings.push(finding("tally/unknown-practice", source, parameters, { field: ["counts", written], on: "key" }));
    }
  }
  return { value: { counts, day: published.asOf.slice(0, 10) as CalendarDay, published }, findings };
}
