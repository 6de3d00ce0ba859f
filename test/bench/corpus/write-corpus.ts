import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { composePractice } from "./compose-practice.ts";
import { createRandom } from "./random.ts";
import { themes } from "./words.ts";

/**
 * Writes a root for Praktika (content/ only) with practices like those of the old archive: 70 to 2,500 words, half of them under
 * 550, some with tables, lists and links. The same count and seed give the same bytes; a larger count begins with the
 * practices of a smaller one.
 */
export function writeCorpus(folder: string, count: number, seed: number): void {
  const content = join(folder, "content");
  mkdirSync(join(content, "practices"), { recursive: true });
  writeFileSync(join(content, "site.yaml"), site);
  writeFileSync(join(content, "themes.yaml"), themesFile());
  const years = new Set<string>();
  for (let number = 1; number <= count; number++) {
    const { id, year, text } = composePractice(number, createRandom(seed * 1_000_003 + number));
    const year4 = String(year);
    if (!years.has(year4)) mkdirSync(join(content, "practices", year4), { recursive: true });
    years.add(year4);
    writeFileSync(join(content, "practices", year4, `${id}.bg.md`), text);
  }
}

const site = `name: {bg: Иновационни практики в България, en: Innovative practices in Bulgaria}
motto: {bg: Обмен на иновации за развитие на местното самоуправление, en: Sharing innovations for better local self-government}
publisher:
  name: {bg: Фондация за реформа в местното самоуправление, en: Foundation for Local Government Reform}
  shortName: {bg: ФРМС, en: FLGR}
baseUrl: https://praktiki.example.org
languages: [bg]
licence:
  name: {bg: Криейтив Комънс Признание 4.0, en: Creative Commons Attribution 4.0}
  url: https://creativecommons.org/licenses/by/4.0/
`;

function themesFile(): string {
  return Object.entries(themes)
    .map(([id, [bg, en]]) => `${id}: {bg: ${bg}, en: ${en}}\n`)
    .join("");
}
