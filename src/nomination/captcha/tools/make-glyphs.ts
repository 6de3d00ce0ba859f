/**
 * Writes ../glyphs.ts: the outlines of the digits in several typefaces, flattened to polygons. Run by hand, after
 * a change here only; the packages it reads are no dependency of the project:
 *
 *   npm install --prefix /tmp/praktika-fonts opentype.js@2 @fontsource/rubik@5 @fontsource/nunito@5 \
 *     @fontsource/source-sans-3@5 @fontsource/source-serif-4@5 @fontsource/pt-serif@5
 *   npx node src/nomination/captcha/tools/make-glyphs.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { codeAlphabet } from "../code.ts";

type Point = readonly [x: number, y: number];
type Command = {
  type: "M" | "L" | "Q" | "C" | "Z";
  x: number;
  y: number;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
};
type Font = {
  charToGlyph(character: string): { getPath(x: number, y: number, size: number): { commands: Command[] } };
};
type OpenType = { parse(file: ArrayBuffer): Font };

const require = createRequire("/tmp/praktika-fonts/package.json");
const { parse } = require("opentype.js") as OpenType;

/** Typefaces under the SIL Open Font License 1.1 whose figures stand on the line and are alike in height. */
const faces = [
  "rubik/files/rubik-latin-700-normal.woff",
  "nunito/files/nunito-latin-800-normal.woff",
  "source-sans-3/files/source-sans-3-latin-700-normal.woff",
  "source-serif-4/files/source-serif-4-latin-700-normal.woff",
  "pt-serif/files/pt-serif-latin-700-normal.woff",
];

/** Typefaces whose 3 has a flat top: cut into pieces it is taken for a 5. */
const flatThrees = ["rubik", "pt-serif"];

/** How tall every digit is in the data, in units; in the picture a unit is about one pixel. */
const height = 100;
/** How far a polygon may stray from its curve, in units. */
const tolerance = 0.3;

const readFont = (face: string): Font => {
  const file = readFileSync(require.resolve(`@fontsource/${face}`));
  return parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer);
};

/** The points of one curve after its start, 24 steps each: many more than are kept. */
const pointsOfCurve = ([x0, y0]: Point, c: Command): Point[] =>
  Array.from({ length: 24 }, (_, step) => {
    const t = (step + 1) / 24;
    const s = 1 - t;
    return c.type === "Q"
      ? [s * s * x0 + 2 * s * t * c.x1 + t * t * c.x, s * s * y0 + 2 * s * t * c.y1 + t * t * c.y]
      : [
          s ** 3 * x0 + 3 * s * s * t * c.x1 + 3 * s * t * t * c.x2 + t ** 3 * c.x,
          s ** 3 * y0 + 3 * s * s * t * c.y1 + 3 * s * t * t * c.y2 + t ** 3 * c.y,
        ];
  });

const flatten = (commands: readonly Command[]): Point[][] => {
  const contours: Point[][] = [];
  for (const command of commands) {
    if (command.type === "M") contours.push([]);
    const contour = contours.at(-1);
    if (!contour || command.type === "Z") continue;
    const start = contour.at(-1);
    if (start && (command.type === "Q" || command.type === "C")) contour.push(...pointsOfCurve(start, command));
    else contour.push([command.x, command.y]);
  }
  return contours;
};

/** The points without which the line would stray further than the tolerance (Douglas and Peucker, 1973). */
const simplify = (line: readonly Point[]): Point[] => {
  const [first, last] = [line[0] as Point, line.at(-1) as Point];
  const length = Math.hypot(last[0] - first[0], last[1] - first[1]);
  const distances = line.map(([x, y]) =>
    length === 0
      ? Math.hypot(x - first[0], y - first[1])
      : Math.abs((last[0] - first[0]) * (first[1] - y) - (first[0] - x) * (last[1] - first[1])) / length,
  );
  const furthest = distances.indexOf(Math.max(...distances));
  if ((distances[furthest] ?? 0) <= tolerance) return [first, last];
  return [...simplify(line.slice(0, furthest + 1)).slice(0, -1), ...simplify(line.slice(furthest))];
};

/** One glyph as `x y dx dy …`, contours apart by `;`: the centre of its box is the origin, y points down. */
const encode = (contours: readonly Point[][]): string => {
  const all = contours.flat();
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = height / (bottom - top);
  return contours
    .map((contour) => {
      const placed = contour.map(
        ([x, y]): Point => [(x - (left + right) / 2) * scale, (y - (top + bottom) / 2) * scale],
      );
      const rounded = simplify(placed).map(([x, y]): Point => [Math.round(x), Math.round(y)]);
      const open = rounded.filter(([x, y], at) => at === 0 || x !== rounded[at - 1]?.[0] || y !== rounded[at - 1]?.[1]);
      return open.map(([x, y], at) => [x - (open[at - 1]?.[0] ?? 0), y - (open[at - 1]?.[1] ?? 0)].join(" ")).join(" ");
    })
    .join(";");
};

const fonts = faces.map((face) => ({ face, font: readFont(face) }));
const rows = [...codeAlphabet].map((digit) => {
  const clear = fonts.filter(({ face }) => digit !== "3" || !flatThrees.some((name) => face.startsWith(`${name}/`)));
  const glyphs = clear.map(({ font }) => encode(flatten(font.charToGlyph(digit).getPath(0, 0, 1000).commands)));
  return `  ${JSON.stringify(digit)}: [\n${glyphs.map((glyph) => `    ${JSON.stringify(glyph)},`).join("\n")}\n  ],`;
});

const head = `// Written by tools/make-glyphs.ts; do not edit.
// From fonts under the SIL Open Font License 1.1 (https://openfontlicense.org), reduced to eight digits:
// Rubik: Copyright 2015 The Rubik Project Authors (https://github.com/googlefonts/rubik)
// Nunito: Copyright 2014 The Nunito Project Authors (https://github.com/googlefonts/nunito)
// Source Sans 3: © 2023 Adobe (http://www.adobe.com/), with Reserved Font Name ‘Source’
// Source Serif 4: © 2014 - 2021 Adobe Systems Incorporated (http://www.adobe.com/), with Reserved Font Name ‘Source’
// PT Serif: Copyright © 2010 ParaType Ltd. All rights reserved.

/**
 * The outlines of every digit, one for each typeface, as polygons: \`x y dx dy …\` with contours apart by \`;\`, the first point
 * of each from the middle of the digit, every other from the one before. A digit is ${height} units tall; y points down.
 */
export const glyphs: Readonly<Record<string, readonly string[]>> = {`;

writeFileSync(new URL("../glyphs.ts", import.meta.url), `${head}\n${rows.join("\n")}\n};\n`);
