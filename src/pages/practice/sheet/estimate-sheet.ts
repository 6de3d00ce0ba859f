import { type Language, perLanguage, scriptOf } from "../../../core/language/language.ts";
import type { Margins } from "../../../core/model/look.ts";
import type { TextBlock } from "./text-blocks.ts";

/*
 * How high a practice will stand on paper. Widths of letters and what the white between things comes to were measured, not
 * computed: the parts of all 64 demonstration practices and of 38 made-up ones (test/bench/corpus/) were measured in
 * Chromium as it lays them out for paper, in each of the seven settings, and the numbers below were changed until half of the
 * estimates lay within 3 % of a side and nine in ten within 6 %. Long words leave more of a ragged line empty: texts full of
 * them come out 2 % higher than estimated, others as much lower. After a change of sheet.css, run test/bench/sheets.ts.
 */

/** A way of setting a text; `templates/assets/css/sheet.css` has the same numbers. Points. */
export interface Setting {
  readonly name: "open" | "roomy" | "regular" | "close" | "dense";
  readonly columns: 1 | 2;
  readonly size: number;
  readonly lead: number;
}

/** What has to go on a sheet. Texts are given as numbers of characters. */
export interface SheetContent {
  readonly language: Language;
  readonly title: number;
  readonly summary: number;
  readonly hasNote: boolean;
  /** “Demonstration content” above the head. */
  readonly hasNotice: boolean;
  readonly blocks: readonly TextBlock[];
  /** For each fact, its lines. */
  readonly facts: readonly (readonly number[])[];
  /** What it cost, what did not work, who copied it; for each, its paragraphs. */
  readonly transfer: readonly (readonly number[])[];
  readonly contactLines: number;
  readonly address: number;
}

/** What the margins of a paper leave, in points. */
export interface Paper {
  readonly width: number;
  readonly height: number;
}

const millimetre = 72 / 25.4;

/** What margins leave of A4 and of Letter. */
export function papersWithin({ inside, outside, top, bottom }: Margins): readonly Paper[] {
  return [
    [210, 297],
    [215.9, 279.4],
  ].map(([width = 0, height = 0]) => ({
    width: (width - inside - outside) * millimetre,
    height: (height - top - bottom) * millimetre,
  }));
}

/** Mean advance of a character, in parts of the size of type. */
const serif = perLanguage((language) => (scriptOf(language) === "Cyrl" ? 0.542 : 0.46));
const sans = perLanguage((language) => (scriptOf(language) === "Cyrl" ? 0.5 : 0.45));
/** Characters that a ragged line leaves empty on average. */
const ragged = 3;

/** Set with less space between things. */
const isSmall = ({ size }: Pick<Setting, "size">): boolean => size < 10;

const linesOf = (characters: number, width: number, advance: number): number =>
  Math.max(1, Math.ceil(characters / Math.max(8, width / advance - ragged)));

/** The height of all of a practice in sides of a paper: 1.5 is one and a half. */
export function estimateSides(content: SheetContent, setting: Setting, paper: Paper): number {
  const { head, facts, summary, text, transfer, foot } = estimateHeights(content, setting, paper);
  const body = setting.columns === 2 ? facts + summary + text / 2 : Math.max(text, facts);
  return (head + body + transfer + foot) / paper.height;
}

/** The heights of the parts in points; that of the text in a single column, however many it will stand in. */
function estimateHeights(content: SheetContent, setting: Setting, paper: Paper) {
  return {
    head: headHeight(content, setting, paper),
    facts: factsHeight(content, setting, paper),
    // In one column the summary is part of the text.
    summary: setting.columns === 2 ? 11 + summaryHeight(content, setting, paper.width) : 0,
    text: textHeight(content, setting, paper),
    transfer: transferHeight(content, setting, paper),
    foot: footHeight(content, setting),
  };
}

/** The running head, a notice above it, the title. */
function headHeight({ title, hasNote, hasNotice, language }: SheetContent, setting: Setting, { width }: Paper): number {
  const [size, lead] = isSmall(setting) ? [20, 23] : [23, 26];
  return 34 + (hasNotice ? 20 : 0) + linesOf(title, width, size * (serif[language] + 0.03)) * lead + (hasNote ? 16 : 0);
}

function summaryHeight({ summary, language }: SheetContent, setting: Setting, width: number): number {
  const { size, lead } = setting;
  if (summary === 0) return 0;
  const lines = linesOf(summary, width, size * 1.13 * serif[language]);
  return lines * size * 1.13 * (isSmall(setting) ? 1.28 : 1.36) + lead * 0.6;
}

function textHeight(content: SheetContent, setting: Setting, paper: Paper): number {
  const { columns, size, lead } = setting;
  const width = columns === 2 ? (paper.width - (isSmall(setting) ? 7 : 8) * millimetre) / 2 : paper.width * 0.735;
  const advance = size * serif[content.language];
  let height = columns === 1 ? 13 + summaryHeight(content, setting, width) : 0;
  let previous: TextBlock["kind"] | undefined;
  for (const block of content.blocks) {
    height += blockHeight(block, previous, { columns, size, lead, width, advance, narrow: sans[content.language] });
    previous = block.kind;
  }
  return height;
}

interface Measure extends Pick<Setting, "columns" | "size" | "lead"> {
  readonly width: number;
  readonly advance: number;
  /** Advance of the sans-serif, in parts of its size. */
  readonly narrow: number;
}

function blockHeight(block: TextBlock, previous: TextBlock["kind"] | undefined, measure: Measure): number {
  const { columns, size, lead, width, advance, narrow } = measure;
  switch (block.kind) {
    case "heading":
      return linesOf(block.characters, width, advance * 1.32) * size * 1.5 + lead * (size < 9 ? 0.58 : 0.8);
    case "subheading":
      return linesOf(block.characters, width, advance * 1.14) * size * 1.3 + lead * 0.6;
    case "paragraph":
      return (
        (linesOf(block.characters, width, advance) + (isSmall(measure) && previous === "paragraph" ? 0.05 : 0.45)) *
        lead
      );
    case "item":
      return (linesOf(block.characters, width - size * 1.35, advance) + (previous === "item" ? 0.18 : 0.45)) * lead;
    case "quote":
      return (linesOf(block.characters, width - size * 1.5, advance) + 0.45) * lead;
    case "note":
      return linesOf(block.characters, width - 12, 8.8 * narrow * 1.07) * 11.2 + (previous === "note" ? 2 : lead + 6);
    case "row":
      return rowHeight(block.cells, width, 8.8 * narrow) + (previous === "row" ? 0 : lead * 1.4);
    case "picture": {
      const high = Math.min(
        columns === 2 ? 52 * millimetre : 62 * millimetre,
        (Math.min(width, block.width * 0.75) * block.height) / block.width,
      );
      return high + lead * 1.4 + (block.caption > 0 ? 4 + linesOf(block.caption, width, 8.5 * narrow) * 11 : 0);
    }
  }
}

/** A browser gives a column of a table about as much of its width as it has of the text. */
function rowHeight(cells: readonly number[], width: number, advance: number): number {
  const all = cells.reduce((sum, characters) => sum + Math.max(8, characters), 0);
  const lines = cells.map((characters) => linesOf(characters, (width * Math.max(8, characters)) / all - 6, advance));
  return Math.max(1, ...lines) * 11.2 + 5.5;
}

function factsHeight({ facts, language }: SheetContent, setting: Setting, { width }: Paper): number {
  const across = setting.columns === 2;
  const column = across ? (width - 18 * millimetre) / 4 : width * 0.215;
  const heights = facts.map(
    (lines) => 11 + lines.reduce((sum, line) => sum + linesOf(line, column, 8.5 * sans[language]) * 11 + 1, 0),
  );
  const sum = heights.reduce((all, height) => all + height + (across ? 4 : 9.5), 0);
  return across ? Math.max(sum / 4 + 12, ...heights) + 16 : sum + 2;
}

function transferHeight({ transfer, language }: SheetContent, { size, lead }: Setting, { width }: Paper): number {
  const type = Math.max(8.8, size - 0.6);
  const column = (width - 8 * millimetre) / 2;
  const heights = transfer.map(
    (paragraphs) =>
      20.5 +
      paragraphs.reduce(
        (sum, line) => sum + linesOf(line, column, type * serif[language]) * Math.max(11, lead - 0.6) + 2,
        0,
      ),
  );
  // In two columns, none of them divided: the best place to begin the second.
  const sums = heights.map((_, index) => heights.slice(0, index + 1).reduce((sum, height) => sum + height, 0));
  const all = sums.at(-1) ?? 0;
  return Math.min(all, ...sums.map((sum) => Math.max(sum, all - sum))) + lead + 5;
}

function footHeight({ contactLines, address }: SheetContent, setting: Setting): number {
  const [line, contact] = isSmall(setting) ? [10.5, Math.ceil(contactLines * 0.75)] : [12.5, contactLines];
  const source = 6 + Math.ceil(address / 50);
  return setting.lead + 9 + Math.max(72, contact * line + 14, source * line);
}
