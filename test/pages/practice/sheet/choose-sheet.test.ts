import { describe, expect, test } from "vitest";
import { usualLook } from "../../../../src/core/model/look.ts";
import { chooseSheet, sheetClasses } from "../../../../src/pages/practice/sheet/choose-sheet.ts";
import {
  estimateSides,
  type Paper,
  papersWithin,
  type SheetContent,
} from "../../../../src/pages/practice/sheet/estimate-sheet.ts";
import type { TextBlock } from "../../../../src/pages/practice/sheet/text-blocks.ts";

const papers = papersWithin(usualLook.print.margins);

const paragraph = (characters: number): TextBlock => ({ kind: "paragraph", characters });

/** A practice with so many paragraphs of 60 words, in three parts. */
function practice(paragraphs: number, more: readonly TextBlock[] = []): SheetContent {
  const heading: TextBlock = { kind: "heading", characters: 11 };
  return {
    language: "bg",
    title: 28,
    summary: 160,
    hasNote: false,
    hasNotice: false,
    blocks: [
      heading,
      ...Array.from({ length: paragraphs }, (_, index) => paragraph(300 + ((index * 97) % 200))),
      heading,
      heading,
      ...more,
    ],
    facts: [[20], [18], [30], [22, 15], [40], [12]],
    transfer: [[14], [14]],
    contactLines: 5,
    address: 70,
  };
}

const sizes = Array.from({ length: 40 }, (_, index) => index + 1);
/** A row of six cells, with words of so many letters. */
const row = (letters: number): TextBlock => ({ kind: "row", cells: Array(6).fill(12), words: Array(6).fill(letters) });

describe("the choice", () => {
  test("a short text keeps to one side, in the roomiest type", () => {
    expect(chooseSheet(practice(1))).toEqual({
      setting: expect.objectContaining({ name: "open", columns: 1 }),
      sides: 1,
    });
  });

  test("a long text is set in two columns of small type", () => {
    const { setting, sides } = chooseSheet(practice(18));
    expect([setting.columns, sides]).toEqual([2, 2]);
    expect(setting.size).toBeLessThan(10);
  });

  test.each(sizes.slice(0, 30))(
    "%i paragraphs: no side is overfull, no last one nearly empty, on either paper",
    (count) => {
      const content = practice(count);
      const { setting, sides } = chooseSheet(content);
      for (const [index, paper] of papers.entries()) {
        const estimate = estimateSides(content, setting, paper);
        // What just fits A4 may be a little too much for Letter.
        expect(estimate).toBeLessThan(index === 0 ? sides : sides + 0.1);
        if (sides > 1) expect(estimate).toBeGreaterThan(sides - 0.8);
      }
    },
  );

  test("A4 gets larger type where Letter alone has no room for it, in the same columns on as many sides", () => {
    const chosen = sizes.map((count) => ({ content: practice(count), choice: chooseSheet(practice(count)) }));
    const larger = chosen.filter(({ choice }) => choice.onA4);
    expect(larger.length).toBeGreaterThan(3);
    for (const { content, choice } of larger) {
      const { setting, sides, onA4 = setting } = choice;
      expect([onA4.columns, onA4.size > setting.size]).toEqual([setting.columns, true]);
      expect(estimateSides(content, onA4, papers[0] as Paper)).toBeLessThan(sides);
      expect(sheetClasses(choice)).toContain(` a4-${onA4.name}`);
    }
  });

  test("a longer text never takes fewer sides", () => {
    const sides = sizes.map((count) => chooseSheet(practice(count)).sides);
    expect(sides).toEqual([...sides].sort((a, b) => a - b));
  });

  test("text is never under 8.8 points", () => {
    for (const count of [...sizes, 100, 300]) expect(chooseSheet(practice(count)).setting.size).toBeGreaterThan(8.8);
  });

  test("a table of long words keeps the text in one column, one of short words does not", () => {
    expect(chooseSheet(practice(14, [row(9), row(12)])).setting.columns).toBe(1);
    expect(chooseSheet(practice(14, [row(4), row(5)])).setting.columns).toBe(2);
  });

  test("a text longer than any sheet is set all the same", () => {
    expect(chooseSheet(practice(300)).sides).toBeGreaterThan(4);
  });
});

test("a text of the same length takes less room in smaller type, and less in English than in Bulgarian", () => {
  const content = practice(10);
  const [a4, letter] = papers as readonly [(typeof papers)[0], (typeof papers)[0]];
  const open = { name: "open", columns: 1, size: 11, lead: 16 } as const;
  const dense = { name: "dense", columns: 2, size: 8.82, lead: 10.6 } as const;
  expect(estimateSides(content, dense, a4)).toBeLessThan(0.7 * estimateSides(content, open, a4));
  expect(estimateSides({ ...content, language: "en" }, open, a4)).toBeLessThan(estimateSides(content, open, a4));
  expect(estimateSides(content, open, letter)).toBeGreaterThan(estimateSides(content, open, a4));
});

test("the classes carry the choice out", () => {
  const setting = { name: "close", columns: 2, size: 9.4, lead: 12.3 } as const;
  expect(sheetClasses({ setting, sides: 1 })).toBe("sheet-close practice-columns sheet-one-side");
  expect(sheetClasses({ setting: { ...setting, columns: 1 }, sides: 2 })).toBe("sheet-close");
});

describe("two sides are taken", () => {
  /** So many parts with a paragraph of so many characters each, and so many rows of a table. */
  function content(parts: number, characters: number, rows: number): SheetContent {
    const heading: TextBlock = { kind: "heading", characters: 11 };
    const table = Array.from({ length: rows }, (): TextBlock => ({ kind: "row", cells: [8, 8], words: [8, 8] }));
    const text = Array.from({ length: parts }, () => [heading, paragraph(characters)]).flat();
    return { ...practice(0), blocks: [...text, ...table] };
  }

  test.each([
    // A second side that is just filled enough, and what is a little shorter: one side in smaller type.
    [2, 300, 24, "close", 1],
    [2, 320, 24, "dense", 1],
    [2, 340, 24, "open", 2],
    [3, 320, 16, "dense", 1],
    [6, 260, 24, "regular", 2],
    [8, 160, 24, "roomy", 2],
  ])("by %i parts of %i characters with %i rows: %s, %i", (parts, characters, rows, name, sides) => {
    const choice = chooseSheet(content(parts, characters, rows));
    expect([choice.setting.name, choice.sides]).toEqual([name, sides]);
  });

  /** Contents of many lengths and shapes, and how each came out. */
  const choices = Array.from({ length: 700 }, (_, step) => {
    const made = content(1 + (step % 20), 20 * (step % 23), 24);
    const choice = chooseSheet(made);
    return { content: made, ...choice, fills: papers.map((paper) => estimateSides(made, choice.setting, paper)) };
  });
  const dense = { name: "dense", columns: 2, size: 8.82, lead: 10.6 } as const;
  const fitsOneSide = (content: SheetContent): boolean =>
    papers.every((paper) => estimateSides(content, dense, paper) <= 0.96);
  const onTwo = choices.filter(({ sides }) => sides === 2);

  test("only if the second is filled to more than a third, or the smallest type would not fit one", () => {
    const early = onTwo.filter(({ fills }) => Math.min(...fills) < 1.38);
    expect(early.filter(({ content }) => fitsOneSide(content))).toEqual([]);
    // Where it does fit, one side in the smallest type is better.
    const close = choices.filter(({ sides, setting }) => sides === 1 && setting.name === "dense");
    expect(close.length).toBeGreaterThan(0);
    expect(close.every(({ content }) => fitsOneSide(content))).toBe(true);
  });

  test("filled to more than a quarter and to less than the whole of the second", () => {
    expect(onTwo.length).toBeGreaterThan(100);
    for (const { fills } of onTwo) {
      expect(Math.min(...fills)).toBeGreaterThanOrEqual(1.27);
      expect(fills[0]).toBeLessThanOrEqual(1.995);
    }
  });

  test("in type that is no smaller than it has to be", () => {
    const roomier = choices.filter(
      ({ sides, setting, content }) =>
        sides === 1 &&
        setting.size < 9.4 &&
        papers.every(
          (paper) => estimateSides(content, { ...dense, name: "close", size: 9.4, lead: 12.3 }, paper) <= 0.94,
        ),
    );
    expect(roomier).toEqual([]);
    for (const { sides, fills } of choices) if (sides === 1) expect(Math.max(...fills)).toBeLessThanOrEqual(0.96);
  });
});

test.each([
  // Six cells with words of six letters take 6 × (6 × 5 + 6) = 216 points of the 229 of a column.
  [6, 2],
  [7, 1],
])("a table whose words have %i letters leaves the text in columns: %i", (letters, columns) => {
  expect(chooseSheet(practice(14, [row(letters)])).setting.columns).toBe(columns);
});
