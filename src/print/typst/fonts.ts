import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
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

/** Reads the fonts of paper. Throws what the system says. */
export function readPrintFonts(): readonly Uint8Array[] {
  return [...findPrintFonts().values()].map((path) => readFileSync(path));
}

/** Which letters the fonts have: a sign is drawn from the other family if one lacks it. */
export async function readLetters(fonts: readonly Uint8Array[]): Promise<Letters> {
  const { Blob, Face } = await import("harfbuzzjs");
  // The first of each family: all its styles have the same letters.
  const faces = [fonts[0], fonts[styles.length]].filter((font) => font !== undefined);
  const known = new Set(faces.flatMap((font) => [...new Face(new Blob(exactly(font))).collectUnicodes()]));
  return { has: (codePoint) => known.has(codePoint) };
}

function exactly(bytes: Uint8Array): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
