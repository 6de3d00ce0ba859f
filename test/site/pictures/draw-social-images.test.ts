import { existsSync, readdirSync, readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeEach, expect, it } from "vitest";
import { useTemporarySite } from "../temporary-site.ts";

const site = useTemporarySite();

beforeEach(() => {
  settings("Архив");
  site.write("content/themes.yaml", "energy: {bg: Енергия, en: Energy}\n");
  practice("most", "Русе");
});

const settings = (name: string): void =>
  site.write(
    "content/site.yaml",
    `name: {bg: ${name}, en: Archive}\nbaseUrl: https://archive.example.org/praktiki\nlanguages: [bg, en]\n`,
  );

const practice = (id: string, municipality: string, body = "Текст."): void =>
  site.write(
    `content/practices/2016/${id}.bg.md`,
    `---\ntitle: Мост\ninnovator: Община\ndate: 2016-06-09\nmunicipality: ${municipality}\nthemes: [energy]\n---\n\n## Практика\n\n${body}\n`,
  );

const read = (path: string): Buffer => readFileSync(site.path("dist", path));
const pictureOf = (path: string): string | undefined =>
  /property="og:image" content="([^"]*)"/.exec(read(path).toString("utf8"))?.[1];

it("each language has a picture for links, and its pages name it", async () => {
  await site.build();
  for (const language of ["bg", "en"]) {
    const { format, width, height } = await sharp(read(`${language}/card.png`)).metadata();
    expect([format, width, height]).toEqual(["png", 1200, 630]);
    expect(pictureOf(`${language}/index.html`)).toBe(`https://archive.example.org/praktiki/${language}/card.png`);
  }
  expect(read("bg/card.png").equals(read("en/card.png"))).toBe(false);
  expect(pictureOf("bg/practices/most/index.html")).toMatch(/\/bg\/card\.png$/);
});

it("it is drawn again when what it shows has changed, and no page for that", async () => {
  await site.build();
  const before = read("bg/card.png");
  practice("most", "Русе", "Друг текст.");
  await site.build();
  expect(read("bg/card.png").equals(before)).toBe(true);
  const about = read("404.html");
  practice("most", "Видин");
  const cache = site.path(".praktika/cache/cards");
  for (const name of readdirSync(cache)) utimesSync(join(cache, name), 0, 0);
  await site.build();
  expect(read("bg/card.png").equals(before)).toBe(false);
  expect(read("404.html").equals(about)).toBe(true);
  expect(readdirSync(cache)).toHaveLength(2);
});

it("a practice with a photograph is shown by that", async () => {
  const create = { width: 400, height: 300, channels: 3, background: "#456" } as const;
  site.write("content/media/a.png", await sharp({ create }).png().toBuffer());
  practice("most", "Русе", "![Мостът](/media/a.png)");
  await site.build();
  expect(pictureOf("bg/practices/most/index.html")).toBe("https://archive.example.org/praktiki/media/a.png");
  expect(read("bg/practices/most/index.html").toString("utf8")).toContain('property="og:image:width" content="400"');
});

it("names of any length and of letters that the fonts lack stay inside the picture", async () => {
  settings("Национален регистър на добрите практики в местното самоуправление и регионалното развитие Ωмега 中");
  await site.build();
  const { data, info } = await sharp(read("bg/card.png")).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const isPaper = (x: number, y: number): boolean => {
    const at = (y * info.width + x) * info.channels;
    return (data[at] ?? 0) > 245 && (data[at + 1] ?? 0) > 245;
  };
  const rows = Array.from({ length: 600 }, (_, index) => index + 20);
  expect(rows.every((y) => isPaper(20, y) && isPaper(info.width - 20, y))).toBe(true);
});

it("a copy for a disk has none", async () => {
  await site.build({ place: "disk" });
  expect(existsSync(site.path("dist/bg/card.png"))).toBe(false);
  expect(pictureOf("bg/index.html")).toBeUndefined();
});

it("with `cards: true` each practice without a photograph has a picture of its own, drawn anew only when it has changed", async () => {
  practice("kula", "Ловеч");
  await site.build();
  const shared = pictureOf("bg/practices/most/index.html");
  site.write(
    "content/site.yaml",
    "name: {bg: Архив, en: Archive}\nbaseUrl: https://archive.example.org/praktiki\nlanguages: [bg, en]\ncards: true\n",
  );
  await site.build();
  expect(pictureOf("bg/practices/most/index.html")).toBe(
    "https://archive.example.org/praktiki/bg/practices/most/card.png",
  );
  expect(pictureOf("bg/index.html")).toBe(shared);
  const cards = () => ["most", "kula"].map((id) => read(`bg/practices/${id}/card.png`));
  const [most, kula] = cards();
  expect((await sharp(most).metadata()).width).toBe(1200);
  expect(most?.equals(kula as Buffer)).toBe(false);
  const files = readdirSync(site.path(".praktika/cache/cards")).length;
  practice("kula", "Русе");
  await site.build();
  const [mostAfter, kulaAfter] = cards();
  expect(mostAfter?.equals(most as Buffer)).toBe(true);
  expect(kulaAfter?.equals(kula as Buffer)).toBe(false);
  expect(readdirSync(site.path(".praktika/cache/cards")).length).toBe(files + 1);
});
