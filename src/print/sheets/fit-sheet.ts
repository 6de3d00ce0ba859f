import type { Inputs } from "../typst/engine.ts";
import type { PressLine } from "../typst/press.ts";
import { type Report, readReports } from "../typst/reports.ts";

/** How a sheet is set. Sizes are points. */
export interface Setting {
  readonly layout: "aside" | "columns" | "full";
  readonly size: number;
  readonly lead: number;
  /** The sides that it is meant to fill. */
  readonly sides: 1 | 2;
}

/** A sheet that has been fitted. */
export interface FittedSheet {
  readonly setting: Setting;
  readonly inputs: Inputs;
  readonly pages: number;
  /** The share of the last side's text area that is filled, foot included. */
  readonly lastFill: number;
  readonly reports: readonly Report[];
}

const types = [
  [11, 15.6],
  [10.5, 14.6],
  [10, 13.6],
  [9.7, 13],
  [9.4, 12.5],
  [9.2, 12.1],
  [9, 11.7],
] as const;

/** From the roomiest to the densest: on one side, then on two; facts beside the text, then columns. */
function settingsFor(wide: boolean, asideFits: boolean): readonly Setting[] {
  const layout = wide ? "full" : "columns";
  const steps = [
    ...(asideFits ? [{ layout: "aside", sides: 1, of: types.slice(0, 3) } as const] : []),
    { layout, sides: 1, of: types.slice(1, 5) } as const,
    ...(asideFits ? [{ layout: "aside", sides: 2, of: types.slice(0, 1) } as const] : []),
    { layout, sides: 2, of: types } as const,
  ];
  return steps.flatMap(({ of, ...step }) => of.map(([size, lead]): Setting => ({ ...step, size, lead })));
}

/** A place where something begins or ends, in points from the upper left corner of its page. */
interface FitMark {
  readonly name: "start" | "end" | "facts" | "closing";
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

interface Attempt {
  readonly pages: number;
  readonly marks: ReadonlyMap<FitMark["name"], FitMark>;
}

/** Settings from which a table or drawing of a column is too small to be read easily. */
const tightTable = 8;
const smallLetters = 5.6;

/** Finds the largest type with which a sheet fills one or two sides, and the blank that makes its columns equally long. */
export async function fitSheet(line: PressLine, source: string): Promise<FittedSheet> {
  const tries = new Map<string, Promise<Attempt>>();
  const attempt = (inputs: Inputs): Promise<Attempt> => {
    const key = JSON.stringify(inputs);
    const known = tries.get(key) ?? measure(line, source, inputs);
    tries.set(key, known);
    return known;
  };
  const settings = await settingsOf(line, source);
  const fits = async (setting: Setting): Promise<boolean> => {
    const { pages, marks } = await attempt(inputsOf(setting));
    return pages <= setting.sides && isAbove(marks);
  };
  const guess = guessFirst(settings, (await attempt(inputsOf(usual))).marks);
  const setting =
    (await findFirst(settings, fits, guess)) ??
    (await findFewestPages(settings, async (one) => (await attempt(inputsOf(one))).pages));
  const inputs = await balance(setting, attempt);
  const { pages, marks } = await attempt(inputs);
  const reports = await readReports(line, source, inputs);
  return { setting, inputs, pages, lastFill: fillOf(marks, pages), reports };
}

/** Facts beside the text do not reserve room: a text that ends above them may still leave no room for the foot. */
function isAbove(marks: Attempt["marks"]): boolean {
  const facts = marks.get("facts");
  const closing = marks.get("closing");
  return !facts || !closing || facts.y <= (facts.page === closing.page ? closing.y : bottomOfPage);
}

/** What is tried first. */
const usual: Setting = { layout: "columns", size: 10, lead: 13.6, sides: 1 };

/** Wide tables and drawings with small letters need the whole width of the page. */
async function settingsOf(line: PressLine, source: string): Promise<readonly Setting[]> {
  const inColumns = await readReports(line, source, inputsOf(usual));
  const isWide = inColumns.some(isTight);
  if (!isWide) return settingsFor(false, true);
  const beside = await readReports(line, source, inputsOf({ ...usual, layout: "aside" }));
  return settingsFor(true, !beside.some(isTight));
}

function isTight(report: Report): boolean {
  if (report.kind === "table") return report.step !== "words" || report.size < tightTable;
  return report.kind === "picture" && report.letters > 0 && report.letters < smallLetters;
}

/**
 * The first setting that fits; undefined if none does. What is known of the usual one bounds the search; it begins with a guess, goes on in steps
 * that double and, between one that fits and one that does not, by halves.
 */
async function findFirst(
  settings: readonly Setting[],
  fits: (setting: Setting) => Promise<boolean>,
  guess: number,
): Promise<Setting | undefined> {
  let [low, high] = [0, settings.length];
  const look = async (index: number): Promise<boolean> => {
    const isEnough = await fits(settings[index] as Setting);
    if (isEnough) high = Math.min(high, index);
    else low = Math.max(low, index + 1);
    return isEnough;
  };
  for (const [index, { layout, size }] of settings.entries())
    if (layout === usual.layout && size === usual.size) await look(index);
  const seen = new Set<boolean>();
  for (let [next, step] = [guess, 1]; low < high; step *= 2) {
    next = Math.min(high - 1, Math.max(low, next));
    const isEnough = await look(next);
    seen.add(isEnough);
    next = seen.size > 1 ? (low + high) >> 1 : next + (isEnough ? -step : step);
  }
  return settings[low];
}

/** How much wider a line beside the facts is than a line of a column, and how high the facts are, which stand above columns, in points. */
const [asideLines, heightOfFacts] = [1 / 0.72, 110];

/** The place of the setting that should be the first to fit, from how much room the text takes as it is usually set. */
function guessFirst(settings: readonly Setting[], marks: Attempt["marks"]): number {
  const [start, end, closing] = [marks.get("start"), marks.get("end"), marks.get("closing")];
  if (!start || !end || !closing) return settings.length >> 1;
  const side = bottomOfPage - topOfPage;
  const first = bottomOfPage - start.y;
  const onLast = end.page === start.page ? { top: start.y, height: first } : { top: topOfPage, height: side };
  const before = end.page === start.page ? 0 : 2 * first + 2 * side * (end.page - start.page - 1);
  const height = before + end.y - onLast.top + (end.x > middleOfPage ? onLast.height : 0);
  const foot = bottomOfPage - closing.y;
  const guess = settings.findIndex(({ layout, size, lead, sides }) => {
    const further = sides === 1 ? 0 : side;
    const room =
      layout === "columns" ? 2 * (first + further - foot) : (first + heightOfFacts + further - foot) * asideLines;
    return height * ((size * lead) / (usual.size * usual.lead)) <= room;
  });
  return guess < 0 ? settings.length - 1 : guess;
}

/** What fills more than two sides: the roomiest setting of usual size or smaller that needs no more sides than the densest. */
async function findFewestPages(
  settings: readonly Setting[],
  count: (setting: Setting) => Promise<number>,
): Promise<Setting> {
  const dense = settings.filter(({ layout, sides, size }) => layout !== "aside" && sides === 2 && size <= 10);
  const last = dense.at(-1) as Setting;
  const fewest = await count(last);
  for (const setting of dense) if ((await count(setting)) <= fewest) return setting;
  return last;
}

function inputsOf({ layout, size, lead }: Setting, blank = 0): Inputs {
  return { layout, size: String(size), lead: String(lead), ...(blank > 0 ? { blank: blank.toFixed(1) } : {}) };
}

/** White worth sharing between the columns, in points. */
const littleBlank = 14;

/** Puts white above the foot until both columns of the last side are equally long. */
async function balance(setting: Setting, attempt: (inputs: Inputs) => Promise<Attempt>): Promise<Inputs> {
  const plain = inputsOf(setting);
  const { pages, marks } = await attempt(plain);
  const [start, end, closing] = [marks.get("start"), marks.get("end"), marks.get("closing")];
  if (setting.layout !== "columns" || !start || !end || !closing || end.page !== closing.page) return plain;
  const top = end.page === start.page ? start.y : topOfPage;
  const isSecond = end.x > middleOfPage;
  const free = closing.y - end.y + (isSecond ? 0 : closing.y - top);
  for (const share of [0.5, 0.42, 0.32, 0.2]) {
    const blank = free * share - setting.lead;
    if (blank < littleBlank) return plain;
    const inputs = inputsOf(setting, blank);
    const found = await attempt(inputs);
    if (found.pages === pages && found.marks.get("end")?.page === end.page) return inputs;
  }
  return plain;
}

const topOfPage = 68;
/** Of the lower of both papers. */
const bottomOfPage = 725;
const middleOfPage = 290;

function fillOf(marks: Attempt["marks"], pages: number): number {
  const [end, closing] = [marks.get("end"), marks.get("closing")];
  if (!end || !closing || pages < 2) return 1;
  if (end.page < pages) return 0;
  const height = closing.y - topOfPage;
  return end.x > middleOfPage ? 1 : Math.max(0, end.y - topOfPage) / Math.max(height, 1);
}

async function measure(line: PressLine, source: string, inputs: Inputs): Promise<Attempt> {
  const found = (await line.query(source, inputs, "fit")) as readonly (FitMark & { readonly pages?: number })[];
  return {
    pages: Math.max(1, ...found.map(({ page, pages = 1 }) => Math.max(page, pages))),
    marks: new Map(found.map((mark) => [mark.name, mark])),
  };
}
