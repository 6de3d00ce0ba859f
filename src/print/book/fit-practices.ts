import type { PaperSource } from "../typst/engine.ts";
import type { PressLine, Source } from "../typst/press.ts";
import type { BookText } from "./book-draft.ts";
import { type Fit, type Step, steps } from "./steps.ts";
import { type BookMark, survey } from "./survey-book.ts";

/** A last page with less is thin, as is one without a line of the text: the practice is set closer. */
const thinFill = 0.3;
/** A tail that begins above it has the page for itself. */
const topOfPage = 0.02;

/**
 * Finds for each practice the closeness with which it ends on no thin page: the step that should be enough, else the closest; if that does
 * not help either, the end of its text is carried over to a page that has none, else it is set as usual. Practices are set without the rest of
 * the book: each begins a page, so that how one comes out does not depend on the others. Rejects with `PressFault`.
 */
export async function fitPractices(
  line: PressLine,
  { text, files }: PaperSource,
  texts: ReadonlyMap<string, BookText>,
): Promise<ReadonlyMap<string, Fit>> {
  const usual = new Map<string, PracticeEnd>();
  const fits = new Map<string, Fit>();
  let tried = new Map([...texts.keys()].map((name): [string, Step] => [name, "usual"]));
  while (tried.size > 0) {
    const paths = [...tried.keys()].map((name) => texts.get(name)?.path ?? "");
    const own: Source = { text, files: new Map(paths.map((path) => [path, files.get(path) ?? ""])) };
    const inputs = { ...inputsOf(tried), only: [...tried.keys()].join(" "), draft: "yes" };
    const next = new Map<string, Step>();
    for (const end of findEnds((await survey(line, own, inputs)).marks)) {
      const { name, pages } = end;
      const first = usual.get(name) ?? end;
      usual.set(name, first);
      const step = tried.get(name) ?? "usual";
      const wanted = isThin(end) ? stepAfter(step, first) : step;
      if (wanted === step || wanted === "usual")
        fits.set(name, { step: wanted, pages: wanted === step ? pages : first.pages });
      else next.set(name, wanted);
    }
    tried = next;
  }
  return fits;
}

/** What to try with a practice that a step leaves with a thin end. @param first how it ends as it is usually set */
function stepAfter(step: Step, first: PracticeEnd): Step {
  const last = first.isBare ? "carried" : "usual";
  if (step === "carried") return "carried";
  const next =
    step === "usual"
      ? (steps.slice(1).find(({ saves }) => saves >= first.need)?.name ?? "carried")
      : step === "closest"
        ? "carried"
        : "closest";
  return next === "carried" ? last : next;
}

/** The steps as book.typ takes them. */
export function inputsOf(chosen: ReadonlyMap<string, Step>): Readonly<Record<string, string>> {
  const byStep = Map.groupBy([...chosen], ([, step]) => step);
  byStep.delete("usual");
  return Object.fromEntries([...byStep].map(([step, all]) => [step, all.map(([name]) => name).join(" ")]));
}

/** The end of a practice, and what it says of how it is set. */
export interface PracticeEnd extends BookMark {
  readonly pages: number;
  /** Share of the practice's height that stands on its last page. */
  readonly need: number;
  /** Whether its last page has no line of its text. */
  readonly isBare: boolean;
}

/** Whether a practice takes more than one page and leaves the last one thin. */
export const isThin = ({ pages, fill, isBare }: PracticeEnd): boolean => pages > 1 && (fill < thinFill || isBare);

export function findEnds(marks: readonly BookMark[]): readonly PracticeEnd[] {
  const byName = (wanted: BookMark["kind"]) =>
    new Map(marks.filter(({ kind }) => kind === wanted).map((mark) => [mark.name, mark]));
  const [starts, tails] = [byName("start"), byName("tail")];
  return marks.flatMap((mark) => {
    const { kind, name, page, fill } = mark;
    const [start, tail] = [starts.get(name), tails.get(name)];
    if (kind !== "end" || !start || !tail) return [];
    const isBare = tail.page < page || tail.fill < topOfPage;
    const pages = page - start.page + 1;
    return [{ ...mark, isBare, pages, need: fill / (pages - 1 + fill - start.fill) }];
  });
}
