import type { Inputs } from "./engine.ts";
import type { PressLine } from "./press.ts";

/** How a block came out on paper, as templates tell of it (`report` in blocks.typ). */
export type Report =
  | {
      readonly kind: "table";
      readonly place: string;
      /** What had to be done so that it fits. */
      readonly step: "words" | "hyphens" | "parts";
      /** Of its type, in points. */
      readonly size: number;
    }
  | {
      readonly kind: "picture";
      readonly place: string;
      /** Size of its smallest letters in points; 0 if it has none. */
      readonly letters: number;
    };

/** How the blocks of a document came out. Rejects with `PressFault`. */
export async function readReports(line: PressLine, source: string, inputs: Inputs): Promise<readonly Report[]> {
  return (await line.query(source, inputs, "praktika")).map(toReport);
}

/** Typst writes lengths as text: `8.8pt`. */
export function toReport(found: unknown): Report {
  const values = Object.entries(found as Record<string, unknown>).map(([name, value]) => [
    name,
    typeof value === "string" && /^-?[\d.]+pt$/.test(value) ? Number.parseFloat(value) : value,
  ]);
  return Object.fromEntries(values) as Report;
}
