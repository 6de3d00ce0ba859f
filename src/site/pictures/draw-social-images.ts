import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { permalinks } from "../../archive/permalinks.ts";
import type { Language } from "../../core/language/language.ts";
import type { Archive, Edition } from "../../core/model/archive.ts";
import type { Permalink } from "../../core/model/ids.ts";
import {
  composeSocialImage,
  practiceImageOf,
  type SocialImage,
  socialImageOf,
  type Type,
  type Typesetter,
} from "../../pages/kit/social-image.ts";
import { photographOf } from "../../pages/kit/social-meta.ts";
import { KeptFiles } from "../../state/kept-files.ts";
import { forgetUnused } from "../incremental/forget-unused.ts";
import { identifyProgram } from "../incremental/program-identity.ts";
import { loadSharp } from "./load-sharp.ts";

/**
 * Draws the social image of each language and, where the site wants them, of practices that have no photograph. Returns where each lies, by
 * permalink; none on machines without the library that makes pictures. What was drawn once is taken from `cache`, a folder that holds
 * nothing else.
 */
export async function drawSocialImages(archive: Archive, cache: string): Promise<ReadonlyMap<Permalink, string>> {
  const drawn = new Map<Permalink, string>();
  const kept = new KeptFiles(cache);
  for (const edition of archive.editions.values()) {
    const draw = createDrawer(edition.language);
    for (const [permalink, image] of imagesOf(edition, archive)) {
      const key = hash("sha256", JSON.stringify([identifyProgram(), edition.language, image])).slice(0, 16);
      const name = `${edition.language}-${key}.png`;
      const png = kept.find(name) ?? (await draw(image));
      if (png !== undefined) drawn.set(permalink, typeof png === "string" ? png : kept.keep(name, png));
    }
  }
  forgetUnused(cache, new Set(drawn.values()));
  return drawn;
}

/** What is to be drawn for a language. */
function imagesOf(edition: Edition, archive: Archive): readonly (readonly [Permalink, SocialImage])[] {
  const { language, practices } = edition;
  const { site, media } = archive;
  const own = site.cards ? practices.filter((entry) => !photographOf(entry, media)) : [];
  return [
    [permalinks.card(language), socialImageOf(edition, archive)],
    ...own.map((entry): readonly [Permalink, SocialImage] => [
      permalinks.practiceCard(language, entry.item.id),
      practiceImageOf(entry, archive),
    ]),
  ];
}

/** Makes the function that draws an image as PNG; its fonts are opened when the first is drawn. */
function createDrawer(language: Language): (image: SocialImage) => Promise<Buffer | undefined> {
  let typesetter: Promise<Typesetter> | undefined;
  return async (image) => {
    const sharp = await loadSharp();
    if (!sharp) return undefined;
    typesetter ??= openTypesetter(language);
    const svg = composeSocialImage(image, await typesetter);
    return sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toBuffer();
  };
}

/** Letters as outlines, in the forms of the language. The fonts are cut out by test/golden/card-fonts.test.ts. */
async function openTypesetter(language: Language): Promise<Typesetter> {
  const { Blob, Buffer: Text, Face, Font, shape } = await import("harfbuzzjs");
  const open = (name: string) =>
    new Font(new Face(new Blob(readFileSync(new URL(`./social-image-fonts/${name}.ttf`, import.meta.url)))));
  const fonts = {
    serif: { cyrillic: open("serif-cyrillic"), latin: open("serif-latin") },
    sans: { cyrillic: open("sans-cyrillic"), latin: open("sans-latin") },
  };
  const unitsPerEm = 1000;
  function* glyphsOf(text: string, family: Type["family"]) {
    for (const [run] of text.matchAll(/[\u0400-\u04ff]+|[^\u0400-\u04ff]+/g)) {
      const font = fonts[family][/[\u0400-\u04ff]/.test(run) ? "cyrillic" : "latin"];
      const buffer = new Text();
      buffer.addText(run);
      buffer.guessSegmentProperties();
      buffer.setLanguage(language);
      shape(font, buffer);
      const positions = buffer.getGlyphPositions();
      for (const [index, { codepoint }] of buffer.getGlyphInfos().entries())
        yield { outline: () => font.glyphToPath(codepoint), advance: positions[index]?.xAdvance ?? 0 };
    }
  }
  return {
    measure(text, { family, size }) {
      let width = 0;
      for (const { advance } of glyphsOf(text, family)) width += advance;
      return (width * size) / unitsPerEm;
    },
    draw(text, { family, size }, { x, y }) {
      const scale = size / unitsPerEm;
      let at = 0;
      let paths = "";
      for (const { outline, advance } of glyphsOf(text, family)) {
        paths += `<path transform="translate(${at} 0)" d="${outline()}"/>`;
        at += advance;
      }
      return `<g transform="translate(${x} ${y}) scale(${scale} ${-scale})">${paths}</g>`;
    },
  };
}
