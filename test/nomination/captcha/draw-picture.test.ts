import { createHash } from "node:crypto";
import { crc32, inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { codeAlphabet, codeFromBytes } from "../../../src/nomination/captcha/code.ts";
import { createField, drawPicture } from "../../../src/nomination/captcha/draw-picture.ts";
import { createRandom } from "../../../src/nomination/captcha/seeded-random.ts";

const seedOf = (name: string) => new Uint8Array(createHash("sha256").update(name).digest());

/** The chunks of a PNG by their type; fails on a wrong signature or checksum. */
function readChunks(png: Uint8Array): Map<string, Buffer> {
  const file = Buffer.from(png);
  expect(file.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length; ) {
    const end = at + 8 + file.readUInt32BE(at);
    expect(file.readUInt32BE(end)).toBe(crc32(file.subarray(at + 4, end)));
    chunks.set(file.toString("latin1", at + 4, at + 8), file.subarray(at + 8, end));
    at = end + 4;
  }
  return chunks;
}

const rowLength = 600 / 8 + 1;

async function drawRows(code: string, seed: Uint8Array): Promise<Buffer> {
  const chunks = readChunks(await drawPicture(code, seed));
  return inflateSync(chunks.get("IDAT") ?? Buffer.alloc(0));
}

const pixel = (rows: Buffer, x: number, y: number) => ((rows[y * rowLength + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;

const allPixels = Array.from({ length: 600 * 180 }, (_, at) => [at % 600, Math.floor(at / 600)] as const);

test("the picture is a whole PNG of 600 by 180 pixels, one bit each, with two colours", async () => {
  const chunks = readChunks(await drawPicture("234567", seedOf("a")));
  expect([...chunks.keys()]).toEqual(["IHDR", "PLTE", "IDAT", "IEND"]);
  const header = chunks.get("IHDR") as Buffer;
  expect([header.readUInt32BE(0), header.readUInt32BE(4), ...header.subarray(8)]).toEqual([600, 180, 1, 3, 0, 0, 0]);
  expect(chunks.get("PLTE")).toHaveLength(6);
  const rows = inflateSync(chunks.get("IDAT") as Buffer);
  expect(rows).toHaveLength(180 * rowLength);
  expect(new Set(Array.from({ length: 180 }, (_, row) => rows[row * rowLength]))).toEqual(new Set([0]));
});

test("the same code and seed give the same picture, byte for byte", async () => {
  expect(await drawPicture("234567", seedOf("a"))).toEqual(await drawPicture("234567", seedOf("a")));
});

test("each of the first sixteen bytes of the seed and every digit of the code changes the picture", async () => {
  const seed = seedOf("a");
  const first = await drawRows("234567", seed);
  for (let at = 0; at < 16; at++) {
    expect(await drawRows("234567", seed.with(at, (seed[at] ?? 0) ^ 1))).not.toEqual(first);
  }
  for (const code of ["334567", "244567", "235567", "234667", "234577", "234568"]) {
    expect(await drawRows(code, seed)).not.toEqual(first);
  }
});

test("two seeds have no more in common than chance", async () => {
  const [one, other] = [await drawRows("234567", seedOf("a")), await drawRows("234567", seedOf("b"))];
  const equal = allPixels.filter(([x, y]) => pixel(one, x, y) === pixel(other, x, y)).length;
  expect(equal / allPixels.length).toBeGreaterThan(0.35);
  expect(equal / allPixels.length).toBeLessThan(0.65);
});

test("no colour belongs to the digits: each has about half of them and half of the field", async () => {
  let [ink, digit, inkOfDigit] = [0, 0, 0];
  for (let index = 0; index < 20; index++) {
    const seed = seedOf(`colour ${index}`);
    const rows = await drawRows(codeFromBytes(seedOf(`code ${index}`)), seed);
    const field = createField(createRandom(seed));
    for (const [x, y] of allPixels.filter((_, at) => at % 7 === 0)) {
      const dark = pixel(rows, x, y);
      const inDigit = dark !== (field(x, y) > 0 ? 1 : 0);
      ink += dark;
      digit += inDigit ? 1 : 0;
      inkOfDigit += inDigit ? dark : 0;
    }
  }
  const pixels = 20 * Math.ceil(allPixels.length / 7);
  expect(ink / pixels).toBeCloseTo(0.5, 1);
  expect(inkOfDigit / digit).toBeCloseTo(0.5, 1);
  expect(digit / pixels).toBeGreaterThan(0.15);
});

test("every digit of the alphabet is drawn in full: nothing of it touches the upper or the lower edge", async () => {
  for (let index = 0; index < 40; index++) {
    const seed = seedOf(`edge ${index}`);
    const rows = await drawRows([...codeAlphabet].slice(index % 3, (index % 3) + 6).join(""), seed);
    const field = createField(createRandom(seed));
    const wrong = allPixels.filter(
      ([x, y]) =>
        (y === 0 || y === 179) && Math.abs(field(x, y)) > 0.3 && pixel(rows, x, y) !== (field(x, y) > 0 ? 1 : 0),
    );
    expect(wrong).toEqual([]);
  }
});

test("pictures are of about 3 KB, never of more than 4", async () => {
  const sizes: number[] = [];
  for (let index = 0; index < 100; index++) {
    const png = await drawPicture(codeFromBytes(seedOf(`code ${index}`)), seedOf(`size ${index}`));
    sizes.push(png.length);
  }
  expect(Math.max(...sizes)).toBeLessThan(4096);
  expect(Math.min(...sizes)).toBeGreaterThan(1500);
});
