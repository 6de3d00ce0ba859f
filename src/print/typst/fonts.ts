import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { dropFineKerning } from "./kerning.ts";
import type { Letters } from "./letters.ts";

/** The fonts of paper: whole static files with Latin, Cyrillic and Greek letters; by package, in which they lie by style. */
const families = [
  { packageName: "@expo-google-fonts/source-serif-4", name: "SourceSerif4" },
  { packageName: "@expo-google-fonts/source-sans-3", name: "SourceSans3" },
] as const;
const styles = ["400Regular", "400Regular_Italic", "600SemiBold", "600SemiBold_Italic"] as const;

/** Copies that come with a packed Praktika, which has no packages of fonts. */
const ownFolder = fileURLToPath(new URL("fonts/", import.meta.url));

/** Paths of the eight font files, by the name under which a package of Praktika carries them. */
export function findPrintFonts(): ReadonlyMap<string, string> {
  const require = createRequire(import.meta.url);
  const files = families.flatMap(({ packageName, name }) =>
    styles.map((style): readonly [string, string] => {
      const file = `${name}_${style}.ttf`;
      const own = join(ownFolder, file);
      if (existsSync(own)) return [file, own];
      return [file, join(dirname(require.resolve(`${packageName}/package.json`)), style, file)];
    }),
  );
  return new Map(files);
}

/** Reads the fonts of paper, those of texts without kerning that nobody sees. Throws what the system says. */
export function readPrintFonts(): readonly Uint8Array[] {
  return [...findPrintFonts()].map(([name, path]) => {
    const font = readFileSync(path);
    // Headings are larger, so that finer kerning is seen.
    return name.includes("400Regular") ? dropFineKerning(font) : font;
  });
}

/** Which letters the fonts have: a sign is drawn from the other family if one lacks it. */
export async function readLetters(fonts: readonly Uint8Array[]): Promise<Letters> {
  const { Blob, Face } = await import("harfbuzzjs");
  // The first of each family: all its styles have the same letters.
  const faces = [fonts[0], fonts[styles.length]].filter((font) => font !== undefined);
  const known = new Set(faces.flatMap((font) => [...new Face(new Blob(exactly(font))).collectUnicodes()]));
  return { has: (codePoint) => known.has(codePoint) };
}

/** The name that a font file gives its family (OpenType, table `name`): the typographic one, else the usual one. */
export function readFamily(font: Uint8Array): string {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = Array.from({ length: view.getUint16(4) }, (_, index) => 12 + index * 16);
  const at = tables.find((place) => view.getUint32(place) === nameTable);
  if (at === undefined) return "";
  const start = view.getUint32(at + 8);
  const texts = start + view.getUint16(start + 4);
  const names = new Map<number, string>();
  for (let index = 0; index < view.getUint16(start + 2); index++) {
    const record = start + 6 + index * 12;
    const [platform, , language, id] = [0, 2, 4, 6].map((offset) => view.getUint16(record + offset));
    if (platform !== windows || language !== americanEnglish || id === undefined) continue;
    const from = texts + view.getUint16(record + 10);
    names.set(id, new TextDecoder("utf-16be").decode(font.subarray(from, from + view.getUint16(record + 8))));
  }
  return names.get(16) ?? names.get(1) ?? "";
}

const nameTable = 0x6e616d65;
const windows = 3;
const americanEnglish = 0x0409;

function exactly(bytes: Uint8Array): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
