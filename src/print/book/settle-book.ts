import type { Inputs } from "../typst/engine.ts";
import type { PressLine } from "../typst/press.ts";

/** How a book is set, and where everything in it is. */
export interface SettledBook {
  readonly inputs: Inputs;
  /** Ends of practices that no closeness brings onto the page before. */
  readonly thin: readonly BookMark[];
  readonly pages: number;
  /** On which page of the document practices, chapters and indexes are, by their names. */
  readonly places: ReadonlyMap<string, number>;
}

/** Where a practice begins or ends. */
export interface BookMark {
  readonly name: string;
  readonly kind: "start" | "end";
  readonly page: number;
  /** Share of the page's text area that lies above. */
  readonly fill: number;
}

interface Extent {
  readonly last: number;
  readonly places: readonly (readonly [string, number])[];
}

/** A last page with less is thin: the practice is set closer. */
const thinFill = 0.3;

/** How practices can be set closer, as book.typ knows it: from hardly to as close as may be. */
const steps = ["tight", "tighter", "tightest", "closest"] as const;

/**
 * Finds the least closeness with which each practice ends on no thin page. Others are not touched by it: each begins a page.
 * Rejects with `PressFault`.
 */
export async function settleBook(line: PressLine, source: string, given: Inputs): Promise<SettledBook> {
  let inputs = given;
  let waiting = await findThin(line, source, inputs);
  for (const step of steps) {
    if (waiting.length === 0 || step in given) continue;
    const names = waiting.map(({ name }) => name);
    waiting = await findThin(line, source, { ...inputs, [step]: names.join(" ") });
    const helped = names.filter((name) => !waiting.some((mark) => mark.name === name));
    inputs = { ...inputs, [step]: helped.join(" ") };
  }
  // Those that no step helps are set as usual, and may be fuller so.
  const thin = waiting.length === 0 ? [] : await findThin(line, source, inputs);
  const [extent] = (await line.query(source, inputs, "pages")) as readonly Extent[];
  return { inputs, thin, pages: extent?.last ?? 0, places: new Map(extent?.places) };
}

/** Ends of practices that take more than one page and leave the last one thin. */
async function findThin(line: PressLine, source: string, inputs: Inputs): Promise<readonly BookMark[]> {
  const marks = (await line.query(source, inputs, "fit")) as readonly BookMark[];
  const starts = new Map(marks.filter(({ kind }) => kind === "start").map((mark) => [mark.name, mark]));
  return marks.filter(({ kind, name, page, fill }) => {
    const start = starts.get(name);
    return kind === "end" && start !== undefined && page > start.page && fill < thinFill;
  });
}
