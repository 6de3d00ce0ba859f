/**
 * How many captcha pictures tesseract reads, as they are and after every filter that an attacker would try
 * (`npm run test:engines` fetches it):
 *
 *   npx node test/bench/captcha-ocr.ts [--pictures 1000] [--from 0]
 *
 * Each filtered picture is read as one line. Then the attacker, who knows where the digits stand, reads every digit on its
 * own in the more promising images and takes for each the answer that tesseract is surest of ("digit by digit"). Apart from
 * these stand a program that has our outlines and needs no OCR, and a control that tells how well digits are read once
 * the field is gone.
 */
import { createHash } from "node:crypto";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { inflateSync } from "node:zlib";
import { type Bitmap, invertBelowHills } from "../../src/nomination/captcha/bitmap.ts";
import { codeAlphabet, codeFromBytes, codeLength } from "../../src/nomination/captcha/code.ts";
import { createField, drawPicture } from "../../src/nomination/captcha/draw-picture.ts";
import { createRandom } from "../../src/nomination/captcha/seeded-random.ts";
import { findRareTool, importRareTool } from "../setup/rare-tools.ts";
import { createFilters, type GreyImage, toGrey } from "./captcha-filters.ts";
import { createOutlineMatcher } from "./captcha-match.ts";

/** What this benchmark uses of tesseract.js. */
interface Reader {
  setParameters(parameters: Record<string, string>): Promise<unknown>;
  recognize(image: Buffer): Promise<{ data: { text: string; confidence: number } }>;
}
type CreateReader = (language: string, engine: number, options: Record<string, unknown>) => Promise<Reader>;

const { pictures, from } = parseArgs({
  options: { pictures: { type: "string", default: "1000" }, from: { type: "string", default: "0" } },
}).values;
const count = Number(pictures);
const createReader = (await importRareTool("tesseract.js")).createWorker as CreateReader;
const languages = dirname(findRareTool("@tesseract.js-data/eng/package.json") ?? "");

const hash = (text: string) => new Uint8Array(createHash("sha256").update(text).digest());

/** The pixels of a PNG of one bit a pixel and unfiltered rows, as `encodePng` makes it. */
function readPicture(png: Uint8Array): Bitmap {
  const file = Buffer.from(png);
  const [width, height, data] = [file.readUInt32BE(16), file.readUInt32BE(20), file.indexOf("IDAT")];
  const rows = inflateSync(file.subarray(data + 4, data + 4 + file.readUInt32BE(data - 4)));
  const bit = (x: number, y: number) =>
    ((rows[y * (Math.ceil(width / 8) + 1) + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
  return {
    width,
    height,
    pixels: Uint8Array.from({ length: width * height }, (_, at) => bit(at % width, Math.floor(at / width))),
  };
}

/** The part of an image between two columns with a white frame of 10 pixels, as PGM (netpbm), which tesseract reads. */
function toPgm({ width, height, shades }: GreyImage, left = 0, right = width): Buffer {
  const frame = 10;
  const [outerWidth, outerHeight] = [right - left + 2 * frame, height + 2 * frame];
  const image = Buffer.alloc(outerWidth * outerHeight, 255);
  for (let row = 0; row < height; row++) {
    image.set(shades.subarray(row * width + left, row * width + right), (row + frame) * outerWidth + frame);
  }
  return Buffer.concat([Buffer.from(`P5 ${outerWidth} ${outerHeight} 255\n`), image]);
}

async function openReader(
  pageMode: "7" | "10",
): Promise<(image: Buffer) => Promise<{ text: string; confidence: number }>> {
  const reader = await createReader("eng", 1, {
    langPath: `${languages}/4.0.0_best_int`,
    cacheMethod: "none",
    gzip: true,
  });
  await reader.setParameters({
    tessedit_char_whitelist: codeAlphabet,
    user_defined_dpi: "150",
    debug_file: "/dev/null",
  });
  await reader.setParameters({ tessedit_pageseg_mode: pageMode });
  return async (image) => {
    const { data } = await reader.recognize(image);
    return { text: data.text.replace(/\s/g, ""), confidence: data.confidence };
  };
}

const [readLine, readDigit] = [await openReader("7"), await openReader("10")];

/** One share of the picture after the other; the surest answer over all images. */
async function readDigitByDigit(images: readonly GreyImage[]): Promise<string> {
  let code = "";
  for (let place = 0; place < codeLength; place++) {
    let best = { text: "", confidence: -1 };
    for (const image of images) {
      const share = (image.width - 36) / codeLength;
      const left = Math.max(0, Math.round(18 + share * place - 8));
      const answer = await readDigit(toPgm(image, left, Math.min(image.width, Math.round(left + share + 16))));
      if (answer.text.length === 1 && answer.confidence > best.confidence) best = answer;
    }
    code += best.text;
  }
  return code;
}

const matchOutlines = createOutlineMatcher();
const promising = new Set([
  "as it is",
  "edges",
  "field from all, margins first",
  "lines traced, short reach",
  "lines traced",
]);
const hits = new Map<string, number>();
let broken = 0;
let bareRead = 0;
let matched = 0;
let filters: ReturnType<typeof createFilters> | undefined;
for (let index = Number(from); index < Number(from) + count; index++) {
  const code = codeFromBytes(hash(`code ${index}`));
  const picture = readPicture(await drawPicture(code, hash(`picture ${index}`)));
  filters ??= createFilters(picture);
  const images = filters.map(([name, apply]) => ({ name, image: apply(picture) }));
  const answers: { name: string; text: string }[] = [];
  for (const { name, image } of images) answers.push({ name, text: (await readLine(toPgm(image))).text });
  const chosen = images.filter(({ name }) => promising.has(name)).map(({ image }) => image);
  answers.push({ name: "digit by digit", text: await readDigitByDigit(chosen) });
  for (const { name, text } of answers) hits.set(name, (hits.get(name) ?? 0) + (text === code ? 1 : 0));
  if (answers.some(({ text }) => text === code)) broken++;
  if (matchOutlines(picture) === code) matched++;
  const bare = { ...picture, pixels: picture.pixels.slice() };
  invertBelowHills(bare, createField(createRandom(hash(`picture ${index}`))));
  if ((await readDigitByDigit([toGrey(bare)])) === code) bareRead++;
  if (index % 50 === 49) console.error(`picture ${index + 1}, ${broken} read`);
}

const report = (name: string, read: number) =>
  console.log(`${name.padEnd(34)} ${String(read).padStart(4)} of ${count}  ${((100 * read) / count).toFixed(2)} %`);
for (const [name, read] of hits) report(name, read);
report("any of them", broken);
report("without OCR: outlines matched", matched);
report("control: field taken away by seed", bareRead);
process.exit(0);
