import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import { expect, it } from "vitest";

/** What the pictures for links are set in (src/site/pictures/draw-social-images.ts): one weight of each font, with the Bulgarian letter forms. */
const fonts = [
  ["serif-cyrillic", "source-serif-4/files/source-serif-4-cyrillic-wght-normal.woff2", 600],
  ["serif-latin", "source-serif-4/files/source-serif-4-latin-wght-normal.woff2", 600],
  ["sans-cyrillic", "source-sans-3/files/source-sans-3-cyrillic-wght-normal.woff2", 400],
  ["sans-latin", "source-sans-3/files/source-sans-3-latin-wght-normal.woff2", 400],
] as const;

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, step) => String.fromCodePoint(from + step)).join("");
const characters = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}${range(0x410, 0x44f)}ЀЍѐѝЁёҐґЂђЃѓЄєЅѕІіЇїЈјЉљЊњЋћЌќЎўЏџ–—‘’‚“”„…№€`;

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

it.each(fonts)("%s is cut out of the package's font", async (name, source, wght) => {
  const font = readFileSync(at(`node_modules/@fontsource-variable/${source}`));
  const options = {
    targetFormat: "truetype",
    keepFeatures: ["locl", "kern", "liga"],
    variationAxes: { wght },
  } as const;
  const cut = await subsetFont(font, characters, options);
  const file = at(`src/site/pictures/social-image-fonts/${name}.ttf`);
  if (process.env.UPDATE_GOLDEN === "1") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, cut);
  }
  expect(existsSync(file), "npm run test:update writes it").toBe(true);
  expect(readFileSync(file).equals(cut)).toBe(true);
});
