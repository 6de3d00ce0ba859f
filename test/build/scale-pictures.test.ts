import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, expect, it } from "vitest";
import { build } from "../../src/build/build.ts";
import { resolveFolders } from "../../src/build/folders.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "praktika-pictures-"));
  write("content/site.yaml", "name: {bg: Архив}\nbaseUrl: https://archive.example.org\nlanguages: [bg]\n");
  write("content/themes.yaml", "energy: {bg: Енергия}\n");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), content);
}

const practice = (body: string): void =>
  write(
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

const buildSite = (write = true) =>
  build({
    folders: resolveFolders(root, {}),
    profile: "full",
    linkStyle: "pretty",
    withDrafts: false,
    write,
    progress: () => undefined,
  });

const page = (): string => readFileSync(join(root, "dist/bg/practices/most/index.html"), "utf8");
const cached = (): readonly string[] => {
  const folder = join(root, ".praktika/cache/pictures");
  return existsSync(folder) ? readdirSync(folder).sort() : [];
};

it("a photograph is offered in sizes for screens, upright and without what the camera noted", async () => {
  write("content/media/Снимка 1.jpg", await photograph(2000, 1500));
  practice("![Мостът](</media/Снимка 1.jpg>)");
  const report = await buildSite();
  expect(report.diagnostics.filter(({ code }) => code.startsWith("media"))).toEqual([]);
  const image = /<img[^>]*alt="Мостът"[^>]*>/.exec(page())?.[0] ?? "";
  expect(image).toContain('width="1500" height="2000"');
  const [, candidates = ""] = /srcset="([^"]*)"/.exec(image) ?? [];
  const set = [...candidates.matchAll(/(\S+) (\d+)w/g)].map(([, href = "", width]) => ({ href, width: Number(width) }));
  expect(set.map(({ width }) => width)).toEqual([640, 1280]);
  for (const { href, width } of set) {
    const file = readFileSync(join(root, "dist/bg/practices/most", href));
    const metadata = await sharp(file).metadata();
    expect([metadata.format, metadata.width, metadata.height]).toEqual([
      "webp",
      width,
      Math.round((width * 2000) / 1500),
    ]);
    expect(metadata.exif).toBeUndefined();
    expect(file.includes("Secret Street")).toBe(false);
  }
  expect(existsSync(join(root, "dist/media/Снимка 1.jpg"))).toBe(true);
});

it("it is scaled once; another photograph gets other addresses, and what no text shows is forgotten", async () => {
  write("content/media/a.jpg", await photograph(900, 700));
  practice("![Мостът](/media/a.jpg)");
  await buildSite();
  const [before, html] = [cached(), page()];
  expect(before).toHaveLength(2);
  const times = before.map((name) => statSync(join(root, ".praktika/cache/pictures", name)).mtimeMs);
  expect((await buildSite()).written).toBe(0);
  expect(cached().map((name) => statSync(join(root, ".praktika/cache/pictures", name)).mtimeMs)).toEqual(times);
  write("content/media/a.jpg", await photograph(900, 700));
  await buildSite();
  expect(page()).not.toBe(html);
  expect(cached().filter((name) => before.includes(name))).toEqual([]);
  practice("Без снимка.");
  await buildSite();
  expect(cached()).toEqual([]);
  expect(existsSync(join(root, "dist/assets/pictures"))).toBe(false);
});

it("what is small keeps its width; drawings and links stay as they are, and a damaged photograph stops nobody", async () => {
  write(
    "content/media/small.png",
    await sharp(await photograph(300, 200))
      .png()
      .toBuffer(),
  );
  write("content/media/drawing.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"></svg>');
  const whole = await photograph(900, 700);
  write("content/media/broken.jpg", Buffer.concat([whole.subarray(0, 2_000), Buffer.alloc(200, 7)]));
  write("content/media/linked.jpg", whole);
  practice("![а](/media/small.png)\n\n![б](/media/drawing.svg)\n\n![в](/media/broken.jpg)\n\n[г](/media/linked.jpg)");
  await buildSite();
  const images = [...page().matchAll(/<img[^>]*alt="(.)"[^>]*>/g)];
  const sets = Object.fromEntries(images.map(([html, alt]) => [alt, /srcset="([^"]*)"/.exec(html)?.[1]]));
  expect(sets.а).toMatch(/^\S+small-\d+\.\w+\.webp \d+w$/);
  expect(sets.б).toBeUndefined();
  expect(page()).toContain("media/broken.jpg");
  expect(page()).not.toContain("linked-");
  expect(cached().some((name) => name.startsWith("linked"))).toBe(false);
});

it("who only looks scales nothing", async () => {
  write("content/media/a.jpg", await photograph(900, 700));
  practice("![Мостът](/media/a.jpg)");
  await buildSite(false);
  expect(existsSync(join(root, ".praktika"))).toBe(false);
});
