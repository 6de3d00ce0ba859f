import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { createDevApp } from "../../src/dev/dev-app.ts";
import { LiveSite } from "../../src/dev/live-site.ts";
import { createSheetPrinter } from "../../src/dev/sheet-printer.ts";
import { resolveFolders } from "../../src/site/folders.ts";
import { useFolder } from "../use-folder.ts";

const folder = useFolder();
const pathOf = (id: string): string => `bg/practices/${id}/index.html`;
const fileOf = (id: string): string => `content/practices/2016/${id}.bg.md`;
let site: LiveSite;

function write(path: string, text: string): string {
  const file = join(folder(), path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const practice = (title: string, day: string, theme: string, more = ""): string =>
  `---\ntitle: ${title}\ninnovator: Община ${title}\ndate: 2016-06-${day}\nthemes: ${theme}\n---\n\n## Предистория\n\nа\n\n## Практика\n\nб\n\n## Резултати\n\nв ${more}\n`;

function edit(path: string, change: (text: string) => string): string {
  return write(path, change(readFileSync(join(folder(), path), "utf8")));
}

beforeEach(async () => {
  rmSync(join(folder(), "content"), { recursive: true, force: true });
  write("content/site.yaml", "name: Архив\nlanguages: [bg]\n");
  write("content/themes.yaml", "energy: Енергия\nyouth: Младежи\n");
  // Between them lies another, so that neither names the other.
  write(fileOf("most"), practice("Мост", "01", "energy"));
  write(fileOf("kula"), practice("Кула", "02", "energy"));
  write(fileOf("park"), practice("Парк", "03", "youth"));
  site = await LiveSite.open(resolveFolders(folder(), {}), () => undefined);
  const app = createDevApp({ site, printer: createSheetPrinter(site), follows: false, hosts: undefined });
  for (const id of ["most", "park", "later"]) await app.fetch(new Request(`http://localhost/bg/practices/${id}/`));
  expect(["most", "park"].map((id) => site.shown.hasChanged(pathOf(id)))).toEqual([false, false]);
});

/** Which of the open pages a change concerns. */
async function concerned(change: string): Promise<readonly string[]> {
  await site.update([change]);
  site.reassembleIfNeeded();
  return ["most", "park", "later"].filter((id) => site.shown.hasChanged(pathOf(id)));
}

it.each([
  ["its words", () => edit(fileOf("most"), (text) => `${text}\nОще.\n`), ["most"]],
  [
    "the title of a practice that it names",
    () => edit(fileOf("kula"), (text) => text.replace("Кула", "Кули")),
    ["most", "park"],
  ],
  ["the name of its theme", () => write("content/themes.yaml", "energy: Енергия\nyouth: Младеж\n"), ["park"]],
  ["the site", () => write("content/site.yaml", "name: Архивът\nlanguages: [bg]\n"), ["most", "park", "later"]],
  [
    "a page that was not there when it was asked for",
    () => write(fileOf("later"), practice("По-късно", "09", "youth")),
    ["park", "later"],
  ],
  [
    // Where there is no page, it says what is wrong with the text of which there would be one.
    "what is wrong with it",
    () => edit(fileOf("most"), (text) => text.replace("innovator: Община Мост", "innovator: '-'")),
    ["most", "later"],
  ],
  // It could lie where a page was asked for in vain.
  ["a file that nothing shows", () => write("content/media/plan.csv", "a,b\n"), ["later"]],
])("an open page is concerned by a change of %s", async (_, change, expected) => {
  expect(await concerned(change())).toEqual(expected);
});
