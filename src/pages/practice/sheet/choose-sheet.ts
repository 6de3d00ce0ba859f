import { type PrintLook, usualLook, usualSize } from "../../../core/model/look.ts";
import { estimateSides, type Paper, papersWithin, type Setting, type SheetContent } from "./estimate-sheet.ts";

/** From the roomiest to the densest. Never below 8.8 pt: paper is read by people of every age. */
const settings: readonly Setting[] = [
  { name: "open", columns: 1, size: 11, lead: 16 },
  { name: "roomy", columns: 1, size: 10.5, lead: 14.6 },
  { name: "regular", columns: 1, size: 10, lead: 13.4 },
  { name: "roomy", columns: 2, size: 10.5, lead: 14.6 },
  { name: "regular", columns: 2, size: 10, lead: 13.4 },
  { name: "close", columns: 2, size: 9.4, lead: 12.3 },
  { name: "dense", columns: 2, size: 8.82, lead: 10.6 },
];

/** How a practice is to be set, and on how many sides it will stand. */
export interface SheetChoice {
  readonly setting: Setting;
  readonly sides: number;
  /** Larger type, for which Letter has no room but A4 has: the same columns on as many sides. */
  readonly onA4?: Setting;
}

/** For a text that has to keep to one column; lines are longer than one would wish. */
const lastResort: Setting = { name: "close", columns: 1, size: 9.4, lead: 12.3 };

/**
 * The roomiest setting that fills its sides: all but the smallest type on one side, then all on two, then the smallest on one,
 * then more sides. A short text keeps to one side, a long one fills its sides, on A4 and on Letter.
 */
export function chooseSheet(content: SheetContent, look: PrintLook = usualLook.print): SheetChoice {
  const papers = papersWithin(look.margins);
  const estimate = createEstimator(content, look.size / usualSize);
  const allowed = fitsColumns(content, Math.min(...papers.map(({ width }) => width)))
    ? settings
    : [...settings.filter(({ columns }) => columns === 1), lastResort];
  const easyToRead = allowed.filter(({ size }) => size >= 9.4);
  // How many sides, in what, and between which fills. Estimates are wrong by some hundredths of a side, and what must not be
  // divided leaves white at the end of one. A last side under a quarter looks like a mistake.
  // What fits two sides of A4 but not of Letter is set for A4, which is larger and the paper of the archive's country.
  const attempts: readonly [sides: number, candidates: readonly Setting[], least: number, most: number, on?: Paper][] =
    [
      [1, easyToRead, 0, 0.94],
      [2, allowed, 1.38, 1.86],
      [1, allowed, 0, 0.96],
      [2, allowed, 1.27, 1.97],
      [2, allowed, 1.27, 1.995, papers[0]],
      [3, allowed, 2.27, 2.82],
      [4, allowed, 3.27, 3.78],
    ];
  for (const [sides, candidates, least, most, paper] of attempts) {
    const setting = candidates.find((candidate) =>
      (paper ? [paper] : papers).every((on) => estimate(candidate, on) >= least && estimate(candidate, on) <= most),
    );
    if (!setting) continue;
    const [a4] = papers;
    const onA4 = candidates.find(
      (one) => one.columns === setting.columns && one.size > setting.size && a4 && estimate(one, a4) <= most,
    );
    return { setting, sides, ...(onA4 ? { onA4 } : {}) };
  }
  const setting = allowed.at(-1) as Setting;
  return { setting, sides: Math.ceil(Math.max(...papers.map((on) => estimate(setting, on)))) };
}

/** The classes of sheet.css that carry a choice out. */
export function sheetClasses({ setting, sides, onA4 }: SheetChoice): string {
  const columns = setting.columns === 2 ? " practice-columns" : "";
  const larger = onA4 ? ` a4-${onA4.name}` : "";
  return `sheet-${setting.name}${larger}${columns}${sides === 1 ? " sheet-one-side" : ""}`;
}

/**
 * Estimates the sides of a content, each setting on each paper once.
 *
 * @param scale of the type of all settings
 */
function createEstimator(content: SheetContent, scale: number): (setting: Setting, paper: Paper) => number {
  const known = new Map<Setting, Map<Paper, number>>();
  return (setting, paper) => {
    const sides = known.get(setting) ?? new Map<Paper, number>();
    known.set(setting, sides);
    const estimate = sides.get(paper) ?? estimateSides(content, scaled(setting, scale), paper);
    sides.set(paper, estimate);
    return estimate;
  };
}

function scaled({ size, lead, ...setting }: Setting, scale: number): Setting {
  return { ...setting, size: size * scale, lead: lead * scale };
}

/**
 * Whether the longest words of all tables fit into a column. A table across two columns would leave its heading behind, and
 * one that is too wide makes the browser print everything smaller.
 */
function fitsColumns({ blocks }: SheetContent, width: number): boolean {
  let widths: number[] = [];
  for (const block of blocks) {
    if (block.kind !== "row") {
      widths = [];
      continue;
    }
    for (const [index, word] of block.words.entries()) widths[index] = Math.max(word, widths[index] ?? 0);
    const needed = widths.reduce((sum, word) => sum + word * tableLetter + tablePadding, 0);
    if (needed > (width - columnGap) / 2) return false;
  }
  return true;
}

/** Points. A letter is a wide one here: a word must fit, not many words on average. */
const tableLetter = 5;
const tablePadding = 6;
const columnGap = 23;
