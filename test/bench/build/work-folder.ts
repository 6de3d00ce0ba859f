import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chooseMemory } from "../../setup/memory.ts";
import type { Options } from "./options.ts";
import { fullProfileMax } from "./steps.ts";

/** Kilobytes of a practice: its text and its pages in one generator, and what the full profile has beyond that. */
const perGenerator = 45;
const perFullProfile = 70;

/**
 * Makes a folder for all files of the run: in memory, so that no disk is measured, if there is enough of it beside what the
 * builds themselves take; otherwise among temporary files.
 */
export function createWorkFolder({ counts, peersMax }: Pick<Options, "counts" | "peersMax">): string {
  const kilobytes = Math.max(
    ...counts.map(
      (count) => count * (perGenerator * (count <= peersMax ? 3 : 1) + (count <= fullProfileMax ? perFullProfile : 0)),
    ),
  );
  return mkdtempSync(join(chooseMemory(kilobytes * 1024) ?? tmpdir(), "praktika-bench-"));
}
