import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import { expect, it } from "vitest";
import { takeBulgarianForms } from "../setup/bulgarian-forms.ts";

const allWeights = { min: 200, max: 900, default: 400 };
/** Headings and text are of one family: a file of both weights is smaller than two of one. */
const bothWeights = { min: 400, max: 600, default: 400 };

/**
 * What nearly every page is set in: the letters of both languages, digits and usual signs, in the weights that the style sheets use. All
 * else of a font is in files that a page loads only if it has such signs. Distances of pairs are kept where text is read at length.
 */
const cores: readonly Core[] = [
  { name: "serif-cyrillic-core", source: "source-serif-4-cyrillic-wght-normal", wght: bothWeights, features: ["kern"] },
  { name: "serif-latin-signs", source: "source-serif-4-latin-wght-normal", wght: bothWeights, features: [] },
  {
    name: "serif-latin-letters",
    source: "source-serif-4-latin-wght-normal",
    wght: bothWeights,
    features: ["kern", "liga"],
  },
  { name: "serif-cyrillic-core-italic", source: "source-serif-4-cyrillic-wght-italic", wght: 400, features: [] },
  {
    name: "serif-latin-letters-italic",
    source: "source-serif-4-latin-wght-italic",
    wght: 400,
    features: ["kern", "liga"],
  },
  { name: "sans-cyrillic-core", source: "source-sans-3-cyrillic-wght-normal", wght: 400, features: ["kern"] },
  { name: "sans-latin-core", source: "source-sans-3-latin-wght-normal", wght: 400, features: [] },
  { name: "sans-cyrillic-bold", source: "source-sans-3-cyrillic-wght-normal", wght: 600, features: ["kern"] },
  { name: "sans-latin-bold", source: "source-sans-3-latin-wght-normal", wght: 600, features: [] },
];

interface Core {
  readonly name: string;
  readonly source: string;
  readonly wght: number | { readonly min: number; readonly max: number; readonly default: number };
  /** Ligatures and distances of pairs. */
  readonly features: readonly string[];
}

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

async function cut({ name, source, wght, features }: Core): Promise<Uint8Array> {
  const [, folder = ""] = /^(.+?)-(?:latin|cyrillic)/.exec(source) ?? [];
  const font = readFileSync(at(`node_modules/@fontsource-variable/${folder}/files/${source}.woff2`));
  const text = rangeOf(name);
  expect(text.length).toBeGreaterThan(40);
  const options = { targetFormat: "woff2", keepFeatures: features, variationAxes: { wght } } as const;
  if (!source.includes("cyrillic")) return subsetFont(font, text, options);
  const both = {
    targetFormat: "truetype",
    keepFeatures: ["locl", ...features],
    variationAxes: { wght: allWeights },
  } as const;
  return subsetFont(takeBulgarianForms(await subsetFont(font, text, both), text), text, options);
}

it.each(cores)("$name is what the style sheet says, cut out of the package's font", async (core) => {
  const { name } = core;
  const bytes = await cut(core);
  const file = at(`templates/assets/fonts/${name}.woff2`);
  if (process.env.UPDATE_GOLDEN === "1") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  expect(existsSync(file), "npm run test:update writes it").toBe(true);
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

it.each([
  ["Bulgarian", ["serif-cyrillic-core", "serif-latin-signs", "sans-cyrillic-core", "sans-latin-core"], 31_000],
  ["English", ["serif-latin-letters", "serif-latin-signs", "sans-latin-core"], 25_000],
])("those that every page in %s needs weigh little together", (_, names, most) => {
  const bytes = names.map((name) => readFileSync(at(`templates/assets/fonts/${name}.woff2`)).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(most);
});
