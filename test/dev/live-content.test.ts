import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { LiveContent } from "../../src/dev/live-content.ts";
import { useFolder } from "../use-folder.ts";

const folder = useFolder();
const practice = "content/practices/2016/most.bg.md";
const sections = "## Предистория\n\nа\n\n## Практика\n\nб\n\n## Резултати\n\nв\n";
const text = (title: string, more = ""): string =>
  `---\ntitle: ${title}\ninnovator: Община\ndate: 2016-06-09\n---\n\n${sections}\n${more}\n`;

function write(path: string, content: string): void {
  mkdirSync(join(folder(), path, ".."), { recursive: true });
  writeFileSync(join(folder(), path), content);
}
const open = () =>
  LiveContent.open({
    content: { folder: join(folder(), "content"), name: "content" },
    cache: join(folder(), "cache"),
    progress: () => undefined,
  });
const codesOf = (live: LiveContent) => live.listFindings().map(({ code }) => code);
const titlesOf = (live: LiveContent) => live.loaded.archive.editions.get("bg")?.practices.map(({ item }) => item.title);

beforeEach(() => {
  rmSync(join(folder(), "content"), { recursive: true, force: true });
  write("content/site.yaml", "name: Архив\n");
  write("content/themes.yaml", "energy: Енергия\n");
  write(practice, text("Мост"));
});

describe("a link to a file", () => {
  it("is fixed by the file that comes after it, and breaks when the file goes", async () => {
    write(practice, text("Мост", "[план](media/plan.csv)"));
    const live = await open();
    expect(codesOf(live)).toEqual(["link/missing-file"]);
    write("content/media/plan.csv", "a,b\n");
    await live.reload(new Set(["content/media/plan.csv"]));
    expect(codesOf(live)).toEqual([]);
    expect([...live.loaded.archive.media.keys()]).toEqual(["media/plan.csv"]);
    rmSync(join(folder(), "content/media/plan.csv"));
    await live.reload(new Set(["content/media/plan.csv"]));
    expect(codesOf(live)).toEqual(["link/missing-file"]);
  });
});

describe("a text that is saved", () => {
  it.each([
    ["as it was", text("Мост"), "same"],
    ["with other words", text("Мост", "Още."), "shown"],
    ["with another title", text("Мостове"), "shown"],
    ["with another date", text("Мост").replace("06-09", "06-10"), "moved"],
    ["with another theme", text("Мост").replace("date:", "themes: energy\ndate:"), "moved"],
    ["with another innovator", text("Мост").replace("Община", "Общината"), "moved"],
    ["with a mistake", "---\ntitel: Мост\n---\n", "shown"],
  ] as const)("%s", async (_, saved, rereading) => {
    const live = await open();
    write(practice, saved);
    expect(live.readAgain(practice)).toBe(rereading);
    live.assemble();
    expect(titlesOf(live)).toHaveLength(1);
  });

  it("with a mistake keeps its last good form, and what is wrong is said", async () => {
    const live = await open();
    write(practice, "---\ntitel: Мост\n---\n");
    live.readAgain(practice);
    live.assemble();
    expect([titlesOf(live), codesOf(live).includes("front-matter/unknown-key")]).toEqual([["Мост"], true]);
    write(practice, text("Мостове"));
    expect(live.readAgain(practice)).toBe("shown");
    live.assemble();
    expect([titlesOf(live), codesOf(live)]).toEqual([["Мостове"], []]);
  });

  it("is noticed by its size or time before anybody has told of it, and so is one that is gone", async () => {
    const live = await open();
    expect([live.isOutdated(practice), live.listOutdated()]).toEqual([false, []]);
    write(practice, text("Мост", "По-дълъг текст."));
    expect([live.isOutdated(practice), live.listOutdated()]).toEqual([true, [join(folder(), practice)]]);
    live.readAgain(practice);
    expect(live.isOutdated(practice)).toBe(false);
    rmSync(join(folder(), practice));
    expect(live.isOutdated(practice)).toBe(true);
    await live.reload(new Set([practice]));
    expect([live.knows(practice), titlesOf(live)]).toEqual([false, []]);
  });
});

it("a theme that comes or goes changes what is wrong with texts that nobody has saved", async () => {
  write(practice, text("Мост").replace("date:", "themes: youth\ndate:"));
  const live = await open();
  expect(codesOf(live)).toContain("front-matter/unknown-theme");
  write("content/themes.yaml", "youth: Младежи\n");
  await live.reload(new Set(["content/themes.yaml"]));
  expect([codesOf(live), titlesOf(live)]).toEqual([[], ["Мост"]]);
});
