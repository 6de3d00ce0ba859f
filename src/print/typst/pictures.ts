import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { MediaFile } from "../../core/model/document.ts";
import { loadSharp } from "../../site/pictures/load-sharp.ts";
import { call } from "./code.ts";
import { markMissingSigns, measureLetters, prepareDrawing } from "./drawings.ts";
import type { Letters } from "./letters.ts";
import type { Press } from "./press.ts";
import type { PaperPicture } from "./text-options.ts";

/** Photographs get no more points than a printer shows on the width of a page, about 300 to an inch. */
const maxPixels = 2_100;
const maxBytes = 1_200_000;
const jpegQuality = 85;

/** The pictures of an archive, as paper needs them. */
export interface PictureShelf {
  /** Undefined: there is none, or it is known to be broken. */
  describe(path: string): PaperPicture | undefined;
  /** Tells whether a picture is the same as before. */
  hashOf(path: string): string;
  /** Gives the press copies for paper where the files themselves do not do. */
  load(paths: readonly string[], press: Press): Promise<void>;
  /** Finds the pictures that cannot be drawn, with the reason; from then on they are described no longer. */
  findBroken(paths: readonly string[], press: Press): Promise<ReadonlyMap<string, string>>;
}

/** @param folder absolute path of the content */
export function openPictureShelf(
  folder: string,
  media: ReadonlyMap<string, MediaFile>,
  letters: Letters,
): PictureShelf {
  const known = new Map<string, PaperPicture>();
  const hashes = new Map<string, string>();
  const loaded = new Map<string, Promise<void>>();
  const broken = new Set<string>();
  return {
    describe(path) {
      const file = media.get(path);
      if (!file || broken.has(path)) return undefined;
      const picture = known.get(path) ?? describeFile(join(folder, path), file, letters);
      known.set(path, picture);
      return picture;
    },
    hashOf(path) {
      const found = hashes.get(path) ?? (media.has(path) ? hash("sha256", readFileSync(join(folder, path))) : "");
      hashes.set(path, found);
      return found;
    },
    async load(paths, press) {
      for (const path of paths) {
        const file = media.get(path);
        const loading =
          loaded.get(path) ?? (file ? loadFile(join(folder, path), file, { press, letters }) : Promise.resolve());
        loaded.set(path, loading);
        await loading;
      }
    },
    async findBroken(paths, press) {
      const reasons = new Map<string, string>();
      for (const path of paths) {
        const file = media.get(path);
        const source = `#${call("image", `/${file ? paperPath(file) : path}`).text}`;
        await press
          .use((line) => line.query(source, {}, "none"))
          .catch((error: Error) => {
            broken.add(path);
            reasons.set(path, error.message);
          });
      }
      return reasons;
    },
  };
}

function describeFile(source: string, file: MediaFile, letters: Letters): PaperPicture {
  const { path, size } = file;
  const drawing = isDrawing(path) ? readFileSync(source, "utf8") : "";
  const missing: string[] = [];
  markMissingSigns(drawing, letters, (sign) => missing.push(sign));
  const measures = { width: size?.width ?? 0, height: size?.height ?? 0, letters: measureLetters(drawing) };
  return { path: paperPath(file), ...measures, missing };
}

/** A copy is a photograph whatever the file is: without an ending that it knows, Typst looks at what is in it. */
function paperPath(file: MediaFile): string {
  return isCopied(file) ? `${file.path}.paper` : file.path;
}

/** Large photographs are copied, and those of a kind that Typst does not read. */
function isCopied({ path, bytes, size }: MediaFile): boolean {
  const isHeavy = bytes > maxBytes || (size?.width ?? 0) > maxPixels;
  return !isDrawing(path) && (isHeavy || /\.avif$/i.test(path));
}

async function loadFile(
  source: string,
  file: MediaFile,
  { press, letters }: { readonly press: Press; readonly letters: Letters },
): Promise<void> {
  const { path } = file;
  if (isDrawing(path)) {
    const text = readFileSync(source, "utf8");
    const own = markMissingSigns(prepareDrawing(text), letters);
    if (own !== text) press.addFile(path, Buffer.from(own));
    return;
  }
  if (!isCopied(file)) return;
  const sharp = await loadSharp();
  const smaller = sharp?.(source).rotate().resize({ width: maxPixels, withoutEnlargement: true });
  // What cannot be read here cannot be drawn either, and is reported then.
  const copy = await smaller
    ?.flatten({ background: "#fff" })
    .jpeg({ quality: jpegQuality })
    .toBuffer()
    .catch(() => undefined);
  press.addFile(paperPath(file), copy ?? readFileSync(source));
}

function isDrawing(path: string): boolean {
  return /\.svg$/i.test(path);
}
