import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, extname, join } from "node:path";
import { slugify } from "../../core/language/slug.ts";
import type { Archive } from "../../core/model/archive.ts";
import type { MediaFile } from "../../core/model/document.ts";
import type { Permalink } from "../../core/model/ids.ts";
import type { ScaledPicture, ScaledPictures } from "../../core/model/picture.ts";
import { KeptFiles } from "../../state/kept-files.ts";
import { forgetUnused } from "../incremental/forget-unused.ts";
import { loadSharp } from "./load-sharp.ts";

/** Widths in pixels: the column of text on a phone and on a wide or sharp screen. */
const widths = [640, 1280];
const quality = 78;
/** How long the encoder looks for a smaller file, 0 to 6. */
const effort = 3;

/** Changes when the same picture would come out otherwise. */
const recipe = JSON.stringify([widths, quality, effort]);

export interface PicturesOnDisk {
  readonly pictures: ScaledPictures;
  /** Where the file for a permalink lies. */
  readonly files: ReadonlyMap<Permalink, string>;
}

export const noPictures: PicturesOnDisk = { pictures: new Map(), files: new Map() };

/**
 * Photographs that texts show, scaled for screens as WebP, without what cameras add to them, such as the place. What was scaled
 * once is taken from `cache`, a folder that holds nothing else; what no text has shown for a day leaves it. A picture that cannot be decoded
 * stays as it is.
 *
 * @param content absolute path of content/
 */
export async function makeImageVariants(archive: Archive, content: string, cache: string): Promise<PicturesOnDisk> {
  const shown = picturesIn(archive);
  const found: Found[] = [];
  const kept = new KeptFiles(cache);
  const waiting = [...shown];
  const work = async (): Promise<void> => {
    for (let media = waiting.pop(); media; media = waiting.pop()) {
      const bytes = readFileSync(join(content, media.storedAs ?? media.path));
      const fingerprint = hash("sha256", Buffer.concat([Buffer.from(recipe), bytes])).slice(0, 10);
      const stem = slugify(basename(media.path, extname(media.path))) || "picture";
      for (const width of widthsFor(media)) {
        const name = `${stem}-${width}.${fingerprint}.webp`;
        const scaled = kept.find(name) ?? (await scale(bytes, width));
        if (scaled === undefined) break;
        const file = typeof scaled === "string" ? scaled : kept.keep(name, scaled);
        const permalink = `/assets/pictures/${name}` as Permalink;
        found.push({ path: media.path, picture: { permalink, width }, file });
      }
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  forgetUnused(cache, new Set(found.map(({ file }) => file)));
  const pictures = new Map<string, ScaledPicture[]>();
  for (const { path, picture } of found.sort(inOrder)) pictures.set(path, [...(pictures.get(path) ?? []), picture]);
  return { pictures, files: new Map(found.map(({ picture, file }) => [picture.permalink, file])) };
}

/** Photographs in texts. Drawings scale by themselves, and moving pictures stay what they are. */
function picturesIn({ editions, media }: Archive): readonly MediaFile[] {
  const isPhotograph = (path: string): boolean => /\.(?:jpe?g|png|webp)$/i.test(path);
  if (![...media.keys()].some(isPhotograph)) return [];
  const entries = [...editions.values()].flatMap(({ practices, pages }) => [...practices, ...pages.values()]);
  const paths = entries.flatMap(({ outline }) =>
    outline.links.flatMap(({ image, target }) => (image && target.kind === "file" ? [target.path] : [])),
  );
  return [...new Set(paths)].flatMap((path) => (isPhotograph(path) ? (media.get(path) ?? []) : []));
}

type Found = { path: string; picture: ScaledPicture; file: string };

/** The same whatever was ready first: what pages are made of is compared with the last build. */
function inOrder(a: Found, b: Found): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.picture.width - b.picture.width;
}

/** No wider than the picture itself. */
function widthsFor({ size }: MediaFile): readonly number[] {
  const own = size?.width ?? 0;
  return [...new Set(widths.map((width) => Math.min(width, own)))].filter((width) => width > 0);
}

async function scale(bytes: Buffer, width: number): Promise<Buffer | undefined> {
  const sharp = await loadSharp();
  return sharp?.(bytes, { failOn: "none" })
    .autoOrient()
    .resize({ width, withoutEnlargement: true })
    .webp({ quality, effort })
    .toBuffer()
    .catch(() => undefined);
}
