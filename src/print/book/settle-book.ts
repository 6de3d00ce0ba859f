import type { Inputs } from "../typst/engine.ts";
import type { PressLine } from "../typst/press.ts";
import { type Report, toReport } from "../typst/reports.ts";

/** How a book is set, and where everything in it is. */
export interface SettledBook {
  readonly inputs: Inputs;
  /** Ends of practices that no closeness brings onto the page before, and that are still thin. */
  readonly thin: readonly BookMark[];
  readonly pages: number;
  /** On which page of the document practices, chapters and indexes are, by their names. */
  readonly places: ReadonlyMap<string, number>;
  readonly reports: readonly Report[];
}

/** Where a practice, or its tail of facts and contact, begins, and where it ends. */
export interface BookMark {
  readonly name: string;
  readonly kind: "start" | "tail" | "end";
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

/** A last page with less is thin, as is one without a line of the text: the practice is set closer. */
const thinFill = 0.3;
/** A tail that begins above it has the page for itself. */
const topOfPage = 0.02;

/**
 * How practices can be set closer, as formats.typ knows it, from hardly to as close as may be, and how much of a practice's height each
 * saves nine times out of ten: a step that is not enough costs one more round. The last one is tried for what it saves at best. After them
 * comes one that takes the end of the text onto the last page.
 */
const steps = [
  { name: "tight", saves: 0.03 },
  { name: "tighter", saves: 0.075 },
  { name: "tightest", saves: 0.1 },
  { name: "closest", saves: 0.16 },
  { name: "carried", saves: 1 },
] as const;
const carried = steps.length - 1;
const closest = carried - 1;

/**
 * Finds a closeness with which each practice ends on no thin page, unless that is given: the one that should be enough, else the last
 * one; if that does not help either, the end of its text is carried over to a page that has none, else it is set as usual. Others are not touched by it: each begins a page. Rejects with `PressFault`.
 */
export async function settleBook(line: PressLine, source: string, given: Inputs): Promise<SettledBook> {
  const isGiven = steps.some(({ name }) => name in given);
  const inputs = isGiven ? given : { ...given, ...inputsOf(await findSteps(line, source, given)) };
  const found = await survey(line, source, inputs);
  const { pages, places, reports } = found;
  return { inputs, pages, places: new Map(places), thin: findThin(found), reports: reports.map(toReport) };
}

/** Which step each practice with a thin end needs; one past the last if it is to be set as usual. */
async function findSteps(line: PressLine, source: string, given: Inputs): Promise<ReadonlyMap<string, number>> {
  const chosen = new Map<string, number>();
  const last = new Map<string, number>();
  const findNewThin = async (): Promise<readonly ThinEnd[]> => {
    const found = await survey(line, source, { ...given, ...inputsOf(chosen), draft: "yes" });
    return findThin(found).filter(({ name }) => (chosen.get(name) ?? 0) <= closest);
  };
  for (let thin = await findNewThin(); thin.length > 0; thin = await findNewThin()) {
    for (const { name, need, isBare } of thin) {
      const tried = chosen.get(name);
      if (tried === undefined) last.set(name, isBare ? carried : steps.length);
      const next = tried === undefined ? firstStep(need) : tried < closest ? closest : carried;
      chosen.set(name, next === carried ? (last.get(name) ?? next) : next);
    }
    if (![...chosen.values()].some((step) => step <= closest)) break;
  }
  return chosen;
}

/** The least step that should save a share of a practice's height, or the last one. */
const firstStep = (need: number): number => steps.findIndex(({ saves }) => saves >= need);

function inputsOf(chosen: ReadonlyMap<string, number>): Inputs {
  const namesAt = (step: number): string => [...chosen].flatMap(([name, at]) => (at === step ? [name] : [])).join(" ");
  return Object.fromEntries(steps.map(({ name }, step) => [name, namesAt(step)]));
}

async function survey(line: PressLine, source: string, inputs: Inputs): Promise<Survey> {
  const [found] = (await line.query(source, inputs, "survey")) as readonly Survey[];
  return found ?? { pages: 0, places: [], marks: [], reports: [] };
}

interface ThinEnd extends BookMark {
  /** Share of the practice's height that stands on its last page. */
  readonly need: number;
  /** Whether its last page has no line of its text. */
  readonly isBare: boolean;
}

/** Ends of practices that take more than one page and leave the last one thin. */
function findThin({ marks }: Survey): readonly ThinEnd[] {
  const byName = (wanted: BookMark["kind"]) =>
    new Map(marks.filter(({ kind }) => kind === wanted).map((mark) => [mark.name, mark]));
  const [starts, tails] = [byName("start"), byName("tail")];
  return marks.flatMap((mark) => {
    const { kind, name, page, fill } = mark;
    const [start, tail] = [starts.get(name), tails.get(name)];
    if (kind !== "end" || !start || !tail || page === start.page) return [];
    const isBare = tail.page < page || tail.fill < topOfPage;
    if (fill >= thinFill && !isBare) return [];
    return [{ ...mark, isBare, need: fill / (page - start.page + fill - start.fill) }];
  });
}
