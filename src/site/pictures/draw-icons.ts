import { hash } from "node:crypto";
import type { Sharp } from "sharp";
import { iconPermalinks } from "../../archive/permalinks.ts";
import type { Permalink } from "../../core/model/ids.ts";
import { KeptFiles } from "../../state/kept-files.ts";
import { forgetUnused } from "../incremental/forget-unused.ts";
import { loadSharp } from "./load-sharp.ts";

/** Changes when icons of the same mark would look otherwise. */
const version = "1";

/** The share of an icon that remains when a home screen cuts a circle out of it (W3C Web Application Manifest, maskable icons). */
const safeShare = 0.6;

/**
 * Draws the icons of the site from its mark, for bookmarks, home screens and programs that read no SVG. Returns where each lies, by
 * permalink; none on machines without the library that makes pictures. What was drawn once is taken from `cache`, a folder that holds
 * nothing else.
 *
 * @param mark an SVG picture
 */
export async function drawIcons(mark: Uint8Array, cache: string): Promise<ReadonlyMap<Permalink, string>> {
  const fingerprint = hash("sha256", Buffer.concat([Buffer.from(version), mark])).slice(0, 16);
  const kept = new KeptFiles(cache);
  const files = new Map<Permalink, string>();
  let drawings: Drawings | undefined;
  for (const name of Object.keys(iconPermalinks) as Name[]) {
    const key = `${fingerprint}-${name}`;
    let file = kept.find(key);
    if (file === undefined) {
      drawings ??= await prepareDrawings(mark);
      if (!drawings) return new Map();
      file = kept.keep(key, await drawings[name]());
    }
    files.set(iconPermalinks[name], file);
  }
  forgetUnused(cache, new Set(files.values()));
  return files;
}

type Name = keyof typeof iconPermalinks;
type Drawings = Readonly<Record<Name, () => Promise<Buffer>>>;

async function prepareDrawings(mark: Uint8Array): Promise<Drawings | undefined> {
  const sharp = await loadSharp();
  if (!sharp) return undefined;
  const draw = (size: number): Sharp => sharp(mark, { density: 72 * 16 }).resize(size, size, { fit: "contain" });
  // The colour at the upper edge is that of the ground.
  const [red = 253, green = 252, blue = 249, alpha = 0] = await draw(64)
    .extract({ left: 32, top: 1, width: 1, height: 1 })
    .ensureAlpha()
    .raw()
    .toBuffer();
  const ground = alpha > 0 ? { r: red, g: green, b: blue } : { r: 253, g: 252, b: 249 };
  const margin = Math.round((512 * (1 - safeShare)) / 2);
  const inner = 512 - 2 * margin;
  const edge = { top: margin, bottom: margin, left: margin, right: margin, background: ground };
  return {
    ico: async () => toIco(await draw(32).png().toBuffer(), 32),
    touch: () => draw(180).flatten({ background: ground }).png().toBuffer(),
    small: () => draw(192).png().toBuffer(),
    large: () => draw(512).png().toBuffer(),
    maskable: () => draw(inner).flatten({ background: ground }).extend(edge).png().toBuffer(),
  };
}

/** A favicon.ico that holds one PNG picture. */
function toIco(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}
