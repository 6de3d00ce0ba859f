import type { Inputs } from "../typst/engine.ts";
import type { PressLine } from "../typst/press.ts";
import { type Report, toReport } from "../typst/reports.ts";

/** How a book is set, and where everything in it is. */
export interface SettledBook {
  readonly inputs: Inputs;
  /** Ends of practices that no closeness brings onto the page before. */
  readonly thin: readonly BookMark[];
  readonly pages: number;
  /** On which page of the document practices, chapters and indexes are, by their names. */
  readonly places: ReadonlyMap<string, number>;
  readonly reports: readonly Report[];
}

/** Where a practice begins or ends. */
export interface BookMark {
  readonly name: string;
  readonly kind: "start" | "end";
  readonly page: number;
  /** Share of the page's text area that lies above. */
  readonly fill: number;
}

/** How a book came out, as book.typ tells at its end. */
interface Survey {
  readonly pages: number;
  readonly places: readonly (readonly [string, number])[];
  readonly marks: readonly BookMark[];
  readonly reports: readonly unknown[];
}

/** A last page with less is thin: the practice is set closer. */
const thinFill = 0.3;

/** How practices can be set closer, as book.typ knows it: from hardly to as close as may be. */
const steps = ["tight", "tighter", "tightest", "closest"] as const;

/** Finds how close each practice must be set to end on no thin page, unless that is given. Rejects with `PressFault`. */
export async function settleBook(line: PressLine, source: string, given: Inputs): Promise<SettledBook> {
  const usual = await survey(line, source, given);
  const thin = steps.some((step) => step in given) ? [] : findThin(usual);
  const closer = await tighten(line, source, thin);
  const inputs = { ...given, ...closer };
  const found = Object.keys(closer).length === 0 ? usual : await survey(line, source, inputs);
  const { pages, places, reports } = found;
  return { inputs, pages, places: new Map(places), thin: findThin(found), reports: reports.map(toReport) };
}

/**
 * The least closeness with which each of these practices ends on no thin page; those that no step helps are set as usual, and may be fuller
 * so. Only they are set for it: each begins a page, so that others are not touched by it, and a book is large.
 */
async function tighten(line: PressLine, source: string, thin: readonly BookMark[]): Promise<Inputs> {
  const chosen: Record<string, string> = {};
  let waiting = thin.map(({ name }) => name);
  for (const step of steps) {
    if (waiting.length === 0) break;
    const names = waiting.join(" ");
    const left = findThin(await survey(line, source, { only: names, [step]: names })).map(({ name }) => name);
    const helped = waiting.filter((name) => !left.includes(name));
    if (helped.length > 0) chosen[step] = helped.join(" ");
    waiting = left;
  }
  return chosen;
}

async function survey(line: PressLine, source: string, inputs: Inputs): Promise<Survey> {
  const [found] = (await line.query(source, inputs, "survey")) as readonly Survey[];
  return found ?? { pages: 0, places: [], marks: [], reports: [] };
}

/** Ends of practices that take more than one page and leave the last one thin. */
function findThin({ marks }: Survey): readonly BookMark[] {
  const starts = new Map(marks.filter(({ kind }) => kind === "start").map((mark) => [mark.name, mark]));
  return marks.filter(({ kind, name, page, fill }) => {
    const start = starts.get(name);
    return kind === "end" && start !== undefined && page > start.page && fill < thinFill;
  });
}
