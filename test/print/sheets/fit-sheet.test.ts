import fc from "fast-check";
import { expect, it } from "vitest";
import { fitSheet } from "../../../src/print/sheets/fit-sheet.ts";
import type { Inputs } from "../../../src/print/typst/engine.ts";
import type { PressLine } from "../../../src/print/typst/press.ts";

/** Two columns, or one that is wider, on pages of which the first begins at 300 points and the last ends at 640. */
function layOut(text: number, { layout, size, lead }: Inputs) {
  const columns = layout === "columns" ? 2 : 1;
  const height = (text * Number(size) * Number(lead) * (columns === 1 ? 0.72 : 1)) / 136;
  const room = (pages: number): number => columns * (340 + (pages - 1) * 572) + (pages > 1 ? columns * 85 : 0);
  let pages = 1;
  while (room(pages) < height) pages++;
  const [top, full] = pages === 1 ? [300, 340] : [68, 572];
  const onLast = Math.max(0, height - (pages === 1 ? 0 : columns * (425 + (pages - 2) * 657)));
  const isSecond = onLast > full;
  return [
    { name: "start", page: 1, x: 62, y: 300 },
    { name: "end", page: pages, x: isSecond ? 315 : 62, y: top + onLast - (isSecond ? full : 0) },
    { name: "closing", page: pages, x: 62, y: 640, pages },
  ];
}

const types = [11, 10.5, 10, 9.7, 9.4, 9.2, 9];
const roomiestFirst = [
  ...types.slice(0, 3).map((size) => ["aside", 1, size]),
  ...types.slice(1, 5).map((size) => ["columns", 1, size]),
  ["aside", 2, 11],
  ...types.map((size) => ["columns", 2, size]),
];
const leads: Readonly<Record<string, number>> = {
  11: 15.6,
  10.5: 14.6,
  10: 13.6,
  9.7: 13,
  9.4: 12.5,
  9.2: 12.1,
  9: 11.7,
};

it("a sheet is set in the roomiest setting that fits, found in few tries", async () => {
  let [tries, sheets] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 50, max: 2_500 }), async (text) => {
      const tried = new Set<string>();
      const query: PressLine["query"] = async (_, inputs, label) => {
        if (inputs.blank === undefined) tried.add(JSON.stringify(inputs));
        return label === "fit" ? layOut(text, inputs) : [];
      };
      const { setting } = await fitSheet({ query } as PressLine, "");
      const first = roomiestFirst.find(([layout, sides, size]) => {
        const inputs = { layout: String(layout), size: String(size), lead: String(leads[String(size)]) };
        return Math.max(...layOut(text, inputs).map(({ page }) => page)) <= Number(sides);
      });
      if (first) expect([setting.layout, setting.sides, setting.size]).toEqual(first);
      tries += tried.size;
      sheets++;
    }),
  );
  expect(tries / sheets).toBeLessThan(4);
});
