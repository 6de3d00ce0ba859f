import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { runPraktika, temporaryRoot } from "../run-praktika.ts";

const file = "content/practices/2016/mobilno-gishe.bg.md";

describe("praktika check --fix", () => {
  it("fixes what is sure, shows each line, and has nothing to do a second time", async () => {
    const root = temporaryRoot("small-site");
    const path = join(root, file);
    const good = readFileSync(path, "utf8");
    writeFileSync(path, `${good}\nОбщинският cъвет прие „плана”.\n`);
    const shown = await runPraktika(["check", "--fix", "--dry-run", "--root", root, "--lang", "bg"]);
    expect(shown.stdout).toMatch(/- Общинският cъвет прие „плана”\.\n.*\+ Общинският съвет прие „плана“\.\n/);
    expect(readFileSync(path, "utf8")).toContain("cъвет");
    expect((await runPraktika(["check", "--fix", "--root", root])).stdout).not.toContain("style/");
    expect(readFileSync(path, "utf8")).toBe(`${good}\nОбщинският съвет прие „плана“.\n`);
    expect((await runPraktika(["check", "--fix", "--root", root, "--lang", "en"])).stderr).toContain("0 files fixed.");
  });

  it("shows of a long line the part that changes", async () => {
    const root = temporaryRoot("small-site");
    const path = join(root, file);
    writeFileSync(
      path,
      `${readFileSync(path, "utf8")}\n${"Думи от текста. ".repeat(40)}Прието „навреме”.${" Думи.".repeat(40)}\n`,
    );
    const { stdout } = await runPraktika(["check", "--fix", "--dry-run", "--root", root]);
    const changed = stdout.split("\n").filter((line) => /^ +\d+ [-+] /.test(line));
    expect(changed).toHaveLength(2);
    for (const line of changed) {
      expect(line).toMatch(/ …[^…]*навреме[”“][^…]*…$/);
      expect(line.length).toBeLessThan(200);
    }
  });
});

describe("praktika check --fix in files of many hands", () => {
  const practice = (head: string, words: string): string =>
    `${head}\n\n## Предистория\n\nТекст.\n\n## Практика\n\n${words}\n\n## Резултати\n\nТекст.\n`;
  const usual = "---\ntitle: Пример\ninnovator: Община Сливен\ndate: 2016-06-09\n---";
  const old = (text: string): Buffer =>
    Buffer.from(
      [...text].map((letter) => (/[А-я]/.test(letter) ? letter.charCodeAt(0) - 0x350 : letter.charCodeAt(0))),
    );

  const prepare = (files: Readonly<Record<string, string | Buffer>>): string => {
    const root = temporaryRoot("base");
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, "content", name)), { recursive: true });
      writeFileSync(join(root, "content", name), content);
    }
    return root;
  };
  const fix = async (root: string): Promise<string> =>
    (await runPraktika(["check", "--fix", "--root", root, "--lang", "en"])).stderr;
  const read = (root: string, name: string): string => readFileSync(join(root, "content", name), "utf8");

  it.each([
    ["white space before the fields", practice(`\n\u200b\n${usual}`, "Т."), practice(usual, "Т.")],
    ["a first fence that is one too many", practice(`---\n\n${usual}`, "Т."), practice(usual, "Т.")],
    [
      "marks of word processors among the fields",
      practice(
        "---\nTitle:\u00a0Пример\ninnovator:Община Сливен\ndate: “2016–06–09”\ncontact:\n\u00a0\u00a0tel: 044\n———",
        "Т.",
      ),
      practice("---\ntitle: Пример\ninnovator: Община Сливен\ndate: 2016-06-09\ncontact:\n  tel: 044\n---", "Т."),
    ],
    [
      "a quotation over lines that are not indented",
      practice(usual.replace("\n---", '\nsummary: "Първо.\n\nВторо."\n---').replace("---\ntitle", "---\ntitle"), "Т."),
      practice(
        usual.replace("\n---", '\nsummary: "Първо.\n\n  Второ."\n---').replace("---\ntitle", "---\ntitle"),
        "Т.",
      ),
    ],
    [
      "nothing and dates",
      practice(usual.replace("2016-06-09", "9 юни 2016 г.\nlessons: null"), "Т."),
      practice(usual.replace("2016-06-09", "2016-06-09\nlessons:"), "Т."),
    ],
    [
      "look-alikes in names",
      practice(usual.replace("date", "municipality: Cливен\nprojectUrl: https://ехample.org\ndate"), "Т."),
      practice(usual.replace("date", "municipality: Сливен\nprojectUrl: https://example.org\ndate"), "Т."),
    ],
    [
      "breaks of word processors",
      practice(usual, "Първи\u000bвтори\u0085трети."),
      practice(usual, "Първи втори трети."),
    ],
    [
      "letters that were decoded wrongly",
      practice(usual, Buffer.from("Практика").toString("latin1")),
      practice(usual, "Практика"),
    ],
    [
      "own addresses",
      practice(usual, "[а](https://archive.example.org/bg/practices/obrazets/)"),
      practice(usual, "[а](practice:obrazets)"),
    ],
    [
      "what tracks readers",
      practice(
        usual,
        "[а](https://www.google.com/url?q=https://example.org/a%3Fb%3D1&sa=D) и <https://example.org/?utm_source=x&c=1>",
      ),
      practice(usual, "[а](https://example.org/a?b=1) и <https://example.org/?c=1>"),
    ],
    [
      "names with spaces in links",
      practice(usual, "[а](media/общ план.csv) [б](mailto: a@example.org) ![в](media/няма го.png)"),
      practice(usual, "[а](<media/общ план.csv>) [б](mailto:a@example.org) ![в](media/няма го.png)"),
    ],
  ])("fixes %s, and the second time nothing", async (_, written, fixed) => {
    const root = prepare({ "practices/2016/a.bg.md": written, "media/общ план.csv": "а\n1\n" });
    await fix(root);
    expect(read(root, "practices/2016/a.bg.md")).toBe(fixed);
    expect(await fix(root)).toContain("0 files fixed.");
  });

  it.each([
    [
      "a day that an American means in another way",
      "practices/2016/a.en.md",
      practice(usual.replace("2016-06-09", "06/09/2016"), "T."),
    ],
    [
      "a moment that is another day in Sofia",
      "practices/2016/a.bg.md",
      practice(usual.replace("2016-06-09", "2016-06-09T22:00:00.000Z"), "Т."),
    ],
    [
      "the inside of a text",
      "practices/2016/a.bg.md",
      practice(usual.replace("\ndate", "\nsummary: |\n  Срок:\n  date: 09.06.2016\ndate"), "Т."),
    ],
    [
      "emoji and Persian words",
      "practices/2016/a.bg.md",
      practice(usual.replace("Пример", "Семейства 👨‍👩‍👧"), "👩‍🚒 🏳️‍🌈 می‌خواهم `a\u200bb`"),
    ],
    [
      "a file with marks of a merge",
      "practices/2016/a.bg.md",
      practice(usual, "<<<<<<< а\ncъвет\n=======\nб\n>>>>>>> в"),
    ],
  ])("leaves alone %s", async (_, name, written) => {
    const root = prepare({ [name]: written });
    await fix(root);
    expect(read(root, name)).toBe(written);
  });

  it("restores a line in an old encoding; mode and other lines stay", async () => {
    const name = "practices/2016/a.bg.md";
    const root = prepare({ [name]: Buffer.concat([Buffer.from(practice(usual, "Т.")), old("Добавен ред.\n")]) });
    chmodSync(join(root, "content", name), 0o750);
    await fix(root);
    expect(read(root, name)).toBe(`${practice(usual, "Т.")}Добавен ред.\n`);
    expect(statSync(join(root, "content", name)).mode & 0o777).toBe(0o750);
  });

  it("gives a file the ending of all others", async () => {
    const root = prepare({ "practices/2016/a.bg.MD": practice(usual, "Т.") });
    await fix(root);
    expect(existsSync(join(root, "content/practices/2016/a.bg.md"))).toBe(true);
    expect(existsSync(join(root, "content/practices/2016/a.bg.MD"))).toBe(false);
  });
});

it("praktika check --report lists what practices lack, the least complete first", async () => {
  const root = temporaryRoot("small-site");
  const { stdout, status } = await runPraktika(["check", "--report", "--root", root, "--lang", "en"]);
  expect(status).toBe(0);
  const done = [...stdout.matchAll(/^ *(\d+)\/12 {2}content/gm)].map(([, number]) => Number(number));
  expect(done.length).toBeGreaterThan(2);
  expect(done).toEqual([...done].sort((a, b) => a - b));
  const { practices } = JSON.parse(
    (await runPraktika(["check", "--report", "--root", root, "--format", "json"])).stdout,
  );
  expect(practices[0].missing).toContain("cost");
});
