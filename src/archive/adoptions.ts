import { type Finding, finding, type Result } from "../core/diagnostics/finding.ts";
import { nearestName } from "../core/diagnostics/nearest.ts";
import type { Adopter, Adoption, PracticeEntry } from "../core/model/archive.ts";
import type { PracticeId } from "../core/model/ids.ts";
import type { Practice } from "../core/model/practice.ts";
import { type Absent, isAbsent } from "./absent.ts";

/**
 * Joins the statements of practices about each other in both directions: if A names B as its source, B shows A as an adopter.
 *
 * `practice:ID` must exist; other text is a link if it happens to be the id of a practice, else stays text.
 * Finding: front-matter/unknown-practice.
 */
export function joinAdoptions(
  practices: readonly PracticeEntry[],
  absent: Absent,
): Result<ReadonlyMap<PracticeId, Adoption>> {
  const known = new Set(practices.map(({ item }) => item.id));
  const findings: Finding[] = [];
  const joined = new Map<PracticeId, { from: Adopter[]; by: Adopter[] }>();
  const of = (id: PracticeId) => {
    const adoption = joined.get(id) ?? { from: [], by: [] };
    joined.set(id, adoption);
    return adoption;
  };
  for (const { item } of practices) {
    for (const field of ["adoptedFrom", "adoptedBy"] as const) {
      for (const [index, written] of item[field].entries()) {
        const adopter = toAdopter(written, known);
        // Each language version writes texts in its own language; its page shows only those.
        if (!("id" in adopter) || adopter.id === item.id) continue;
        if (!known.has(adopter.id)) {
          if (isAbsent(absent, adopter.id)) continue;
          const parameters = { id: adopter.id, field, nearest: nearestName(adopter.id, known) };
          const location = { field: [field, index], on: "value" } as const;
          findings.push(finding("front-matter/unknown-practice", item.file, parameters, location));
          continue;
        }
        add(of(item.id)[field === "adoptedFrom" ? "from" : "by"], adopter);
        add(of(adopter.id)[field === "adoptedFrom" ? "by" : "from"], { id: item.id });
      }
    }
  }
  return { value: joined, findings };
}

/** How many have adopted a practice: practices of the archive, and others whom this version names. */
export function countAdopters(
  { id, adoptedBy }: Pick<Practice, "id" | "adoptedBy">,
  adoptions: ReadonlyMap<PracticeId, Adoption>,
): number {
  const others = adoptedBy.filter((text) => "text" in toAdopter(text, adoptions));
  return (adoptions.get(id)?.by.length ?? 0) + others.length;
}

/** Parses a value of adoptedBy or adoptedFrom: the id of a practice, or text that names somebody without one. */
export function toAdopter(written: string, known: { has(id: PracticeId): boolean }): Adopter {
  const reference = /^practice:\s*(.+)$/i.exec(written)?.[1];
  if (reference) return { id: reference as PracticeId };
  return known.has(written as PracticeId) ? { id: written as PracticeId } : { text: written };
}

function add(list: Adopter[], adopter: { id: PracticeId }): void {
  if (!list.some((other) => "id" in other && other.id === adopter.id)) list.push(adopter);
}
