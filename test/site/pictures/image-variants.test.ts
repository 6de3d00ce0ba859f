import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from "node:fs";
import sharp from "sharp";
import { beforeEach, expect, it } from "vitest";
import { useTemporarySite } from "../temporary-site.ts";

const site = useTemporarySite();

beforeEach(() => {
  site.write("content/site.yaml", "name: {bg: Архив}\nbaseUrl: https://archive.example.org\nlanguages: [bg]\n");
  site.write("content/themes.yaml", "energy: {bg: Енергия}\n");
});

const practice = (body: string): void =>
  site.write(
    "content/practices/2016/most.bg.md",
    `---\ntitle: Мост\ninnovator: Община Русе\ndate: 2016-06-09\nthemes: [energy]\n---\n\n## Практика\n\n${body}\n`,
  );

/** A photograph as a telephone keeps it: on its side, with a note of how it was held and of who held it. */
async function photograph(width: number, height: number): Promise<Buffer> {
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  return sharp({ create: { width, height, channels: 3, background: "#888", noise } })
    .withExif({ IFD0: { Copyright: "Secret Street 1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

const page = (): string => readFileSync(site.path("dist/bg/practices/most/index.html"), "utf8");
const inCache = (name: string): string => site.path(".praktika/cache/pictures", name);
const cached = (): readonly string[] => {
  const folder = site.path(".praktika/cache/pictures");
  return existsSync(folder) ? readdirSync(folder).sort() : [];
};

it("a photograph is offered in sizes for screens, upright and without what the camera noted", async () => {
  site.write("content/media/Снимка 1.jpg", await photograph(2000, 1500));
  practice("![Мостът](</media/Снимка 1.jpg>)");
  const report = await site.build();
  expect(report.diagnostics.filter(({ code }) => code.startsWith("media"))).toEqual([]);
  const image = /<img[^>]*alt="Мостът"[^>]*>/.exec(page())?.[0] ?? "";
  expect(image).toContain('width="1500" height="2000"');
  const [, candidates = ""] = /srcset="([^"]*)"/.exec(image) ?? [];
  const set = [...candidates.matchAll(/(\S+) (\d+)w/g)].map(([, href = "", width]) => ({ href, width: Number(width) }));
  expect(set.map(({ width }) => width)).toEqual([640, 1280]);
  for (const { href, width } of set) {
    const file = readFileSync(site.path("dist/bg/practices/most", href));
    const metadata = await sharp(file).metadata();
    expect([metadata.format, metadata.width, metadata.height]).toEqual([
      "webp",
      width,
      Math.round((width * 2000) / 1500),
    ]);
    expect(metadata.exif).toBeUndefined();
    expect(file.includes("Secret Street")).toBe(false);
  }
  expect(existsSync(site.path("dist/media/Снимка 1.jpg"))).toBe(true);
});

it("it is scaled once; another photograph gets other addresses, and what no text has shown for a day is forgotten", async () => {
  site.write("content/media/a.jpg", await photograph(900, 700));
  practice("![Мостът](/media/a.jpg)");
  await site.build();
  const [before, html] = [cached(), page()];
  expect(before).toHaveLength(2);
  const inodes = (): readonly number[] => before.map((name) => statSync(inCache(name)).ino);
  const first = inodes();
  expect((await site.build()).written).toBe(0);
  expect(inodes()).toEqual(first);
  site.write("content/media/a.jpg", await photograph(900, 700));
  await site.build();
  expect(page()).not.toBe(html);
  // A build with drafts may still want those of before.
  expect(cached()).toEqual(expect.arrayContaining([...before]));
  for (const name of cached()) utimesSync(inCache(name), 0, 0);
  await site.build();
  expect(cached()).toHaveLength(2);
  expect(cached().filter((name) => before.includes(name))).toEqual([]);
  practice("Без снимка.");
  for (const name of cached()) utimesSync(inCache(name), 0, 0);
  await site.build();
  expect(cached()).toEqual([]);
  expect(existsSync(site.path("dist/assets/pictures"))).toBe(false);
});

it("pages are made of the same pictures in whichever order those were ready", async () => {
  for (const name of ["a", "b", "c"]) site.write(`content/media/${name}.png`, await photograph(700, 700));
  practice("![а](/media/a.png) ![б](/media/b.png) ![в](/media/c.png)");
  await site.build();
  site.write("content/pages/about.bg.md", "---\ntitle: За нас\n---\n\nТекст.\n");
  const { rewritten } = await site.build();
  expect(rewritten.paths.flatMap(rewritten.reasonsOf)).not.toContain("media");
});

it("what is small keeps its width; drawings and links stay as they are, and a damaged photograph stops nobody", async () => {
  site.write(
    "content/media/small.png",
    await sharp(await photograph(300, 200))
      .png()
      .toBuffer(),
  );
  site.write("content/media/drawing.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"></svg>');
  const whole = await photograph(900, 700);
  site.write("content/media/broken.jpg", Buffer.concat([whole.subarray(0, 2_000), Buffer.alloc(200, 7)]));
  site.write("content/media/linked.jpg", whole);
  practice("![а](/media/small.png)\n\n![б](/media/drawing.svg)\n\n![в](/media/broken.jpg)\n\n[г](/media/linked.jpg)");
  await site.build();
  const images = [...page().matchAll(/<img[^>]*alt="(.)"[^>]*>/g)];
  const sets = Object.fromEntries(images.map(([html, alt]) => [alt, /srcset="([^"]*)"/.exec(html)?.[1]]));
  expect(sets.а).toMatch(/^\S+small-\d+\.\w+\.webp \d+w$/);
  expect(sets.б).toBeUndefined();
  expect(page()).toContain("media/broken.jpg");
  expect(page()).not.toContain("linked-");
  expect(cached().some((name) => name.startsWith("linked"))).toBe(false);
});

it("who only looks scales nothing", async () => {
  site.write("content/media/a.jpg", await photograph(900, 700));
  practice("![Мостът](/media/a.jpg)");
  await site.build({ write: false });
  expect(existsSync(site.path(".praktika"))).toBe(false);
});
