import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { imageSize } from "image-size";
import { type Finding, finding, type Result } from "../core/diagnostics/finding.ts";
import type { UnreadableImage } from "../core/diagnostics/kinds.ts";
import type { ImageSize, MediaFile } from "../core/model/document.ts";
import { reportConflicts } from "./decode.ts";
import type { ContentFolder } from "./read-content.ts";
import { unreadable } from "./unreadable.ts";

const images = ["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"];
const documents = [
  "csv",
  "doc",
  "docx",
  "epub",
  "geojson",
  "json",
  "mp3",
  "mp4",
  "odp",
  "ods",
  "odt",
  "ogg",
  "pdf",
  "ppt",
  "pptx",
  "rtf",
  "txt",
  "webm",
  "xls",
  "xlsx",
  "zip",
];

/** Types that git merges line by line. */
const textual = ["csv", "geojson", "json", "svg", "txt"];

/** Types that are published. */
export const publishedTypes: readonly string[] = [...images, ...documents];

/**
 * Looks at an image or attachment before it is published.
 *
 * Findings: media/unknown-type, media/unsafe-svg, media/unreadable-image, content/unreadable, content/merge-conflict.
 */
export function readMedia({ folder, name }: ContentFolder, file: string): Result<MediaFile | undefined> {
  const below = file.slice(name.length + 1);
  const path = below.normalize("NFC");
  const storedAs = path === below ? {} : { storedAs: below };
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  if (!publishedTypes.includes(extension)) {
    const parameters = { extension, allowed: publishedTypes.join(", ") };
    return { value: undefined, findings: [finding("media/unknown-type", file, parameters)] };
  }
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, below));
  } catch (error) {
    return { value: undefined, findings: [unreadable(file, error)] };
  }
  const conflicts = textual.includes(extension) ? reportConflicts(file, bytes.toString("utf8")) : [];
  if (conflicts.length > 0) return { value: undefined, findings: conflicts };
  if (images.includes(extension)) return inspectImage(file, { path, extension, bytes, storedAs });
  return { value: { path, source: file, bytes: bytes.length, size: undefined, ...storedAs }, findings: [] };
}

interface ImageFile {
  readonly path: string;
  readonly extension: string;
  readonly bytes: Buffer;
  readonly storedAs: Pick<MediaFile, "storedAs">;
}

/** Findings: media/unreadable-image, media/unsafe-svg. */
function inspectImage(file: string, { path, extension, bytes, storedAs }: ImageFile): Result<MediaFile | undefined> {
  const refuse = (reason: UnreadableImage): Result<undefined> => ({
    value: undefined,
    findings: [finding("media/unreadable-image", file, { reason })],
  });
  if (bytes.length === 0) return refuse("empty");
  if (extension === "svg" && !isUtf8(bytes)) return refuse("not UTF-8");
  const unsafe = extension === "svg" ? checkSvg(file, bytes.toString("utf8")) : [];
  if (unsafe.length > 0) return { value: undefined, findings: unsafe };
  const size = measure(bytes);
  if (!size) return refuse(extension === "svg" ? "no drawing" : "damaged");
  return { value: { path, source: file, bytes: bytes.length, size, ...storedAs }, findings: [] };
}

/** Undefined: its kind or size is not to be found in it. */
function measure(bytes: Uint8Array): ImageSize | undefined {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    const [across, down] = [Math.round(width), Math.round(height)];
    // Photographs of a telephone that was held upright lie on their side in the file.
    return orientation > 4 ? { width: down, height: across } : { width: across, height: down };
  } catch {
    return undefined;
  }
}

/**
 * Elements that hold code or other documents, under any namespace prefix; events; entities, which could hide both;
 * animated addresses; addresses and style sheets outside the drawing.
 */
const dangerous = new RegExp(
  [
    "<(?:[^\\s<>/:]+:)?(?:script|foreignObject|iframe|object|embed|handler|listener)",
    "(?<=\\s)on[a-z]+\\s*=",
    "javascript:",
    "<!(?:ENTITY|ATTLIST|ELEMENT|NOTATION)",
    "<!DOCTYPE[^>\\[]*\\[",
    "<\\?xml-stylesheet",
    "<\\?xml[^>]*encoding\\s*=\\s*[\"'](?!utf-8[\"'])",
    "[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f]",
    // An escape in CSS can spell anything.
    "\\\\",
    "image-set\\(",
    "attributeName\\s*=\\s*[\"'][^\"']*(?:href|&)",
    "href\\s*=\\s*[\"'](?!#|data:image/(?:png|jpeg|webp))[^\"']*[\"']",
    "url\\([\\s\"']*(?!#|data:image/(?:png|jpeg|webp)|[\"'\\s])",
    "@import",
  ].join("|"),
  "i",
);

/** A drawing that is opened by itself would run what it contains; content is not trusted with code. */
function checkSvg(file: string, svg: string): readonly Finding[] {
  const match = dangerous.exec(svg);
  if (!match) return [];
  const line = svg.slice(0, match.index).split("\n").length;
  const found = match[0].trim().slice(0, 40);
  return [
    finding("media/unsafe-svg", file, { found }, { line, column: match.index - svg.lastIndexOf("\n", match.index) }),
  ];
}
