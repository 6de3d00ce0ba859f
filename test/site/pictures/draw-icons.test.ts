import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, expect, it } from "vitest";
import { iconPermalinks } from "../../../src/archive/permalinks.ts";
import { drawIcons } from "../../../src/site/pictures/draw-icons.ts";

const mark = (fill: string): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="${fill}"/></svg>`,
  );

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), "praktika-icons-"));
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

it("draws the mark in every size; what a home screen cuts out of is filled to the corners", async () => {
  const files = await drawIcons(mark("#1f4d3a"), cache);
  const read = (name: keyof typeof iconPermalinks): Buffer => readFileSync(files.get(iconPermalinks[name]) ?? "");
  for (const [name, size] of [
    ["touch", 180],
    ["small", 192],
    ["large", 512],
    ["maskable", 512],
  ] as const) {
    const { width, height, format } = await sharp(read(name)).metadata();
    expect([width, height, format], name).toEqual([size, size, "png"]);
  }
  for (const name of ["touch", "maskable"] as const) {
    const corner = await sharp(read(name))
      .ensureAlpha()
      .extract({ left: 0, top: 0, width: 1, height: 1 })
      .raw()
      .toBuffer();
    expect([...corner], name).toEqual([0x1f, 0x4d, 0x3a, 255]);
  }
  const ico = read("ico");
  // ICONDIR with one entry of 32 by 32, whose picture is a PNG to the end of the file.
  expect([ico.readUInt16LE(2), ico.readUInt16LE(4), ico[6], ico[7]]).toEqual([1, 1, 32, 32]);
  const [length, start] = [ico.readUInt32LE(14), ico.readUInt32LE(18)];
  expect(start + length).toBe(ico.length);
  expect((await sharp(ico.subarray(start)).metadata()).width).toBe(32);
});

it("draws once, and forgets the icons of another mark", async () => {
  await drawIcons(mark("#1f4d3a"), cache);
  const first = readdirSync(cache).sort();
  await drawIcons(mark("#1f4d3a"), cache);
  expect(readdirSync(cache).sort()).toEqual(first);
  const longAgo = new Date(2000, 0);
  for (const file of first) utimesSync(join(cache, file), longAgo, longAgo);
  await drawIcons(mark("#802020"), cache);
  const second = readdirSync(cache).sort();
  expect(second).toHaveLength(first.length);
  expect(second.filter((file) => first.includes(file))).toEqual([]);
});

it("an icon that a power cut has emptied is drawn again", async () => {
  const drawn = await drawIcons(mark("#1f4d3a"), cache);
  const wanted = [...drawn].map(([permalink, file]) => [permalink, readFileSync(file)] as const);
  for (const file of drawn.values()) writeFileSync(file, "");
  const again = await drawIcons(mark("#1f4d3a"), cache);
  for (const [permalink, bytes] of wanted) expect(readFileSync(again.get(permalink) ?? "").equals(bytes)).toBe(true);
});
