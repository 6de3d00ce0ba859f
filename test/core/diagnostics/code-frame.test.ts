import { expect, it } from "vitest";
import { codeFrame } from "../../../src/core/diagnostics/code-frame.ts";

const source = "---\ntitle: Мост\ndate: 2016-02-30\nthemes: [youth]\n---\n";

it("shows the wrong line with its neighbours, and a mark under the wrong text", () => {
  expect(codeFrame(source, { line: 3, column: 7, length: 10 })).toEqual([
    { number: 2, text: "title: Мост" },
    { number: 3, text: "date: 2016-02-30" },
    { number: undefined, text: "      ^^^^^^^^^^" },
    { number: 4, text: "themes: [youth]" },
  ]);
});

it("leaves empty neighbours out but never the wrong line itself", () => {
  expect(codeFrame("a\n\nb\n\nc", { line: 3, column: 1, length: 1 }).map(({ number }) => number)).toEqual([
    3,
    undefined,
  ]);
  expect(codeFrame("a\n\nb", { line: 2, column: 1, length: 1 }).map(({ number }) => number)).toEqual([
    1,
    2,
    undefined,
    3,
  ]);
});

it("the mark ends with the line, and is at least one sign wide", () => {
  expect(codeFrame("title: x", { line: 1, column: 8, length: 500 })[1]?.text).toBe("       ^");
  expect(codeFrame("title:", { line: 1, column: 7, length: 3 })[1]?.text).toBe("      ^");
});

it("a tab and a no-break space are seen", () => {
  expect(codeFrame("\tname:\u00a0x", { line: 1, column: 1, length: 1 })[0]?.text).toBe("→name:·x");
});

it.each([1, 40, 110, 200, 290])(
  "in a long line the wrong text at column %d is in sight with the mark under it",
  (at) => {
    const line = `${"а".repeat(at - 1)}WRONG${"б".repeat(300 - at)}`;
    const [shown, mark] = codeFrame(line, { line: 1, column: at, length: 5 });
    expect(shown?.text.length).toBeLessThanOrEqual(112);
    expect(mark?.text.indexOf("^")).toBe(shown?.text.indexOf("WRONG"));
  },
);

it("there is no frame for a line that does not exist", () => {
  expect(codeFrame(source, { line: 99, column: 1, length: 1 })).toEqual([]);
  expect(codeFrame(source, { line: 0, column: 1, length: 1 })).toEqual([]);
  expect(codeFrame("", { line: 1, column: 1, length: 1 })).toEqual([]);
});

it.each([
  [110, 1, "а".repeat(110)],
  [111, 1, `${"а".repeat(110)}…`],
  // Forty signs stand before the wrong text.
  [300, 42, `…${"а".repeat(109)}…`],
  [300, 41, `…${"а".repeat(109)}…`],
  [300, 40, `${"а".repeat(110)}…`],
  [111, 111, `…${"а".repeat(109)}`],
])("of a line of %i signs 110 are shown around column %i", (length, column, shown) => {
  expect(codeFrame("а".repeat(length), { line: 1, column, length: 1 })[0]?.text).toBe(shown);
});

it("the mark is eighty signs wide at most", () => {
  expect(codeFrame("а".repeat(100), { line: 1, column: 1, length: 80 })[1]?.text).toBe("^".repeat(80));
  expect(codeFrame("а".repeat(100), { line: 1, column: 1, length: 81 })[1]?.text).toBe("^".repeat(80));
});
