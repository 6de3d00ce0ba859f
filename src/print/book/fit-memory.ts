import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolder } from "../../state/make-folder.ts";
import { replaceFile } from "../../state/replace-file.ts";
import { type Fit, type Step, steps } from "./steps.ts";

/** How practices of books came out, by a hash of all that decides it: so the same is found again as would be without it. */
export interface FitMemory {
  find(key: string): Fit | undefined;
  keep(key: string, fit: Fit): void;
  /** Writes what is new. */
  save(): void;
}

/** The oldest are forgotten first: enough for a large archive in two languages, each practice in several books. */
const most = 20_000;

/** @param file absolute path; it is read when something is first looked for */
export function openFitMemory(file: string): FitMemory {
  let known: Map<string, Fit> | undefined;
  let isNew = false;
  const all = (): Map<string, Fit> => {
    known ??= readFits(file);
    return known;
  };
  return {
    find: (key) => all().get(key),
    keep(key, fit) {
      all().set(key, fit);
      isNew = true;
    },
    save() {
      if (!isNew) return;
      makeFolder(dirname(file));
      replaceFile(file, JSON.stringify([...all()].slice(-most).map(([key, { step, pages }]) => [key, step, pages])));
      isNew = false;
    },
  };
}

/** What cannot be read is found anew. */
function readFits(file: string): Map<string, Fit> {
  try {
    const written: unknown = JSON.parse(readFileSync(file, "utf8"));
    return new Map(Array.isArray(written) ? written.flatMap(readFit) : []);
  } catch {
    return new Map();
  }
}

function readFit(written: unknown): readonly (readonly [string, Fit])[] {
  if (!Array.isArray(written)) return [];
  const [key, step, pages]: readonly unknown[] = written;
  const isStep = steps.some(({ name }) => name === step);
  const isFit = typeof key === "string" && isStep && Number.isInteger(pages);
  return isFit ? [[key, { step: step as Step, pages: Number(pages) }]] : [];
}
