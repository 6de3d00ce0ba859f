import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import { expect, it } from "vitest";

/**
 * What nearly every page is set in: the letters of both languages, digits and usual signs, in the weights that the style sheets use. All
 * else of a font is in files that a page loads only if it has such signs.
 */
const cores = [
  ["serif-latin-signs", "source-serif-4/files/source-serif-4-latin-wght-normal.woff2"],
  ["serif-latin-letters", "source-serif-4/files/source-serif-4-latin-wght-normal.woff2"],
  ["serif-latin-core", "source-serif-4/files/source-serif-4-latin-wght-normal.woff2"],
  ["serif-cyrillic-core", "source-serif-4/files/source-serif-4-cyrillic-wght-normal.woff2"],
  ["serif-latin-signs-italic", "source-serif-4/files/source-serif-4-latin-wght-italic.woff2"],
  ["serif-latin-letters-italic", "source-serif-4/files/source-serif-4-latin-wght-italic.woff2"],
  ["serif-latin-core-italic", "source-serif-4/files/source-serif-4-latin-wght-italic.woff2"],
  ["serif-cyrillic-core-italic", "source-serif-4/files/source-serif-4-cyrillic-wght-italic.woff2"],
  ["sans-latin-core", "source-sans-3/files/source-sans-3-latin-wght-normal.woff2"],
  ["sans-cyrillic-core", "source-sans-3/files/source-sans-3-cyrillic-wght-normal.woff2"],
] as const;

/** `locl` are the Bulgarian letter forms; the others: figures in text and tables, ligatures, distances, marks. */
const keepFeatures = ["locl", "kern", "liga", "lnum", "onum", "pnum", "tnum", "ccmp", "mark", "mkmk"];
const variationAxes = { wght: { min: 400, max: 600, default: 400 } };

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const css = readFileSync(at("templates/assets/css/fonts.css"), "utf8");

/** The characters that the style sheet says a file has. */
function rangeOf(name: string): string {
  const rule = css.split("@font-face").find((text) => text.includes(`${name}.woff2`)) ?? "";
  const [, list = ""] = /unicode-range:\s*([^;]+);/.exec(rule) ?? [];
  return list
    .split(",")
    .map((part) => part.trim().replace("U+", "").split("-"))
    .flatMap(([from = "", to = from]) => {
      const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
      return Array.from({ length: last - first + 1 }, (_, step) => String.fromCodePoint(first + step));
    })
    .join("");
}

it.each(cores)("%s is what the style sheet says, cut out of the package's font", async (name, source) => {
  const font = readFileSync(at(`node_modules/@fontsource-variable/${source}`));
  const text = rangeOf(name);
  expect(text.length).toBeGreaterThan(50);
  const core = await subsetFont(font, text, { targetFormat: "woff2", keepFeatures, variationAxes });
  const file = at(`templates/assets/fonts/${name}.woff2`);
  if (process.env.UPDATE_GOLDEN === "1") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, core);
  }
  expect(existsSync(file), "npm run test:update writes it").toBe(true);
  expect(readFileSync(file).equals(core)).toBe(true);
});

it.each([
  ["Bulgarian", ["serif-cyrillic-core", "serif-latin-signs", "sans-cyrillic-core", "sans-latin-core"], 52_000],
  ["English", ["serif-latin-core", "sans-latin-core"], 36_000],
])("those that every page in %s needs weigh little together", (_, names, most) => {
  const bytes = names.map((name) => readFileSync(at(`templates/assets/fonts/${name}.woff2`)).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(most);
});
