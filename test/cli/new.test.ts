import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { runNew } from "../../src/cli/commands/new.ts";
import { locales } from "../../src/locales/locales.ts";
import { runPraktika, temporaryRoot } from "../run-praktika.ts";

describe("praktika new", () => {
  it("writes a practice and prints its path, and nothing else", async () => {
    const root = temporaryRoot("base");
    const { status, stdout } = await runPraktika(["new", "Библиотека на колела", "--root", root]);
    expect(status).toBe(0);
    const [path = "", rest] = stdout.split("\n");
    expect(rest).toBe("");
    expect(path).toMatch(/content\/practices\/\d{4}\/biblioteka-na-kolela\.bg\.md$/);
    expect(readFileSync(path, "utf8")).toContain("title: Библиотека на колела\n");
    expect((await runPraktika(["check", "--root", root])).status).toBe(0);
  });

  it("says that there is a practice of this title already, and begins another one", async () => {
    const root = temporaryRoot("small-site");
    const begin = () => runPraktika(["new", "Мобилно гише", "--root", root, "--lang", "en", "--date", "2016-02-29"]);
    const { status, stdout, stderr } = await begin();
    expect([status, stdout]).toEqual([0, expect.stringMatching(/mobilno-gishe-2016\.en\.md\n$/)]);
    expect(stderr).toMatch(/of this title already: \S+mobilno-gishe\.bg\.md\..*--translate mobilno-gishe\n/);
    expect((await runPraktika(["new", "Съвсем ново", "--root", root, "--lang", "en"])).stderr).not.toContain("already");
  });

  it("takes everything from the command line", async () => {
    const root = temporaryRoot("base");
    const args = ["--innovator", "Община Русе", "--municipality", "Русе,Сливен", "--date", "2016-02-29"];
    await runPraktika(["new", "X", "--root", root, ...args, "--project-url", "www.example.org"]);
    const text = readFileSync(join(root, "content/practices/2016/x.bg.md"), "utf8");
    expect(text).toContain("innovator: Община Русе\n");
    expect(text).toContain("municipality:\n  - Русе\n  - Сливен\n");
    expect(text).toContain("projectUrl: www.example.org\n");
  });

  it.each([
    ["an unknown municipality", ["--municipality", "Слиивен"], "Сливен"],
    ["a date that does not exist", ["--date", "2015-02-29"], "2015-02-29"],
    ["an unknown theme", ["--themes", "enerji"], "enerji"],
    ["what is no address", ["--project-url", "не е"], "не е"],
  ])("refuses %s, and writes nothing", async (_, args, shown) => {
    const root = temporaryRoot("base");
    const { status, stdout, stderr } = await runPraktika(["new", "Заглавие", "--root", root, "--lang", "bg", ...args]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(shown);
    expect(existsSync(join(root, "content/practices/2015"))).toBe(false);
  });

  it("only shows the file with --dry-run", async () => {
    const root = temporaryRoot("base");
    const { stdout } = await runPraktika(["new", "Заглавие", "--root", root, "--date", "2011-01-02", "--dry-run"]);
    expect(stdout).toMatch(/^---\ntitle: Заглавие\n/);
    expect(existsSync(join(root, "content/practices/2011"))).toBe(false);
  });

  it("begins a translation once, and never writes over a file", async () => {
    const root = temporaryRoot("small-site");
    const first = await runPraktika(["new", "--translate", "mobilno-gishe", "--root", root]);
    expect(first.stdout).toMatch(/mobilno-gishe\.en\.md\n$/);
    const again = await runPraktika(["new", "--translate", "mobilno-gishe", "--root", root, "--lang", "en"]);
    expect([again.status, again.stdout]).toEqual([1, ""]);
    expect((await runPraktika(["new", "--translate", "mobilno-gisha", "--root", root])).stderr).toContain(
      "mobilno-gishe",
    );
  });

  it("asks in a terminal for what is not given, and asks again after a mistake", async () => {
    const root = temporaryRoot("base");
    const stream = new PassThrough();
    const echo = new PassThrough();
    const out: string[] = [];
    const answers = ["Топъл обяд", "Община Русе", "Руссе", "Русе", "", "9 юни 2016", "", ""];
    stream.end(answers.map((answer) => `${answer}\n`).join(""));
    const status = await runNew({ root, lang: "bg" }, [], {
      out: (text) => out.push(text),
      error: () => undefined,
      isTerminal: false,
      colour: false,
      locale: locales.bg,
      input: { stream, echo, isTerminal: false },
      environment: {},
    });
    expect(status).toBe(0);
    const asked = String(echo.read());
    expect(asked).toContain("Може би имахте предвид „Русе“?");
    expect(out.join("")).toMatch(/practices\/2016\/topal-obyad\.bg\.md\n$/);
    const text = readFileSync(join(root, "content/practices/2016/topal-obyad.bg.md"), "utf8");
    expect(text).toContain("date: 2016-06-09\n");
    expect(text).toContain("municipality: Русе\n");
  });
});
