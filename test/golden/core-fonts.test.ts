import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import { expect, it } from "vitest";
import { takeBulgarianForms } from "../setup/bulgarian-forms.ts";

/** Headings and text are of one family: a file of both weights is smaller than two of one. */
const bothWeights = { min: 400, max: 600, default: 400 };

/**
 * What nearly every page is set in: the letters of both languages, digits and usual signs, in the weights that the style sheets use. All
 * else of a font is in files that a page loads only if it has such signs. Distances of pairs are kept where text is read at length.
 */
const cores = [
  ["serif-cyrillic-core", "source-serif-4-cyrillic-wght-normal", bothWeights, ["kern"]],
  ["serif-latin-signs", "source-serif-4-latin-wght-normal", bothWeights, []],
  ["serif-latin-letters", "source-serif-4-latin-wght-normal", bothWeights, ["kern", "liga"]],
  ["serif-cyrillic-core-italic", "source-serif-4-cyrillic-wght-italic", 400, ["kern"]],
  ["serif-latin-letters-italic", "source-serif-4-latin-wght-italic", 400, ["kern", "liga"]],
  ["sans-cyrillic-core", "source-sans-3-cyrillic-wght-normal", 400, ["kern"]],
  ["sans-latin-core", "source-sans-3-latin-wght-normal", 400, []],
  ["sans-cyrillic-bold", "source-sans-3-cyrillic-wght-normal", 600, ["kern"]],
  ["sans-latin-bold", "source-sans-3-latin-wght-normal", 600, []],
] as const;

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

async function cut(name: string, [source, wght, features]: (typeof cores)[number] extends readonly [string, ...infer Rest] ? Rest : never) {
  const [, folder = ""] = /^(.+?)-(?:latin|cyrillic)/.exec(source) ?? [];
  const font = readFileSync(at(`node_modules/@fontsource-variable/${folder}/files/${source}.woff2`));
  const text = rangeOf(name);
  expect(text.length).toBeGreaterThan(40);
  const options = { keepFeatures: [...features], variationAxes: { wght } };
  if (!source.includes("cyrillic")) return subsetFont(font, text, { ...options, targetFormat: "woff2" });
  const letters = await subsetFont(font, text, { targetFormat: "truetype", keepFeatures: ["locl", ...features] });
  return subsetFont(Buffer.from(takeBulgarianForms(letters, text)), text, { ...options, targetFormat: "woff2" });
}

it.each(cores)("%s is what the style sheet says, cut out of the package's font", async (name, ...source) => {
  const core = await cut(name, source);
  const file = at(`templates/assets/fonts/${name}.woff2`);
  if (process.env.UPDATE_GOLDEN === "1") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, core);
  }
  expect(existsSync(file), "npm run test:update writes it").toBe(true);
  expect(readFileSync(file).equals(core)).toBe(true);
});

it.each([
  ["Bulgarian", ["serif-cyrillic-core", "serif-latin-signs", "sans-cyrillic-core", "sans-latin-core"], 31_000],
  ["English", ["serif-latin-letters", "serif-latin-signs", "sans-latin-core"], 25_000],
])("those that every page in %s needs weigh little together", (_, names, most) => {
  const bytes = names.map((name) => readFileSync(at(`templates/assets/fonts/${name}.woff2`)).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(most);
});
