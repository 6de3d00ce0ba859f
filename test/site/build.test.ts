import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runPraktika, temporaryRoot } from "../run-praktika.ts";

const broken = "---\ntitle: Само заглавие\n---\n";

describe("praktika build", () => {
  it("leaves the previous site as it was when the content has an error", async () => {
    const root = temporaryRoot("base");
    await runPraktika(["build", "--root", root]);
    const page = join(root, "dist/bg/practices/obrazets/index.html");
    const before = readFileSync(page, "utf8");
    writeFileSync(join(root, "content/practices/2016/obrazets.bg.md"), broken);
    const { status, stderr } = await runPraktika(["build", "--root", root, "--lang", "en"]);
    expect(status).toBe(1);
    expect(stderr).toContain("the previous one is unchanged");
    expect(readFileSync(page, "utf8")).toBe(before);
  });

  it("leaves an output folder that did not exist unmade when a template fails on a page", async () => {
    const root = temporaryRoot("base");
    mkdirSync(join(root, "templates"));
    writeFileSync(join(root, "templates/year.njk"), "{{ nothing.of.the.kind }}");
    expect((await runPraktika(["build", "--root", root])).status).toBe(1);
    expect(existsSync(join(root, "dist"))).toBe(false);
  });

  it("takes a single template from the site and all others from Praktika", async () => {
    const root = temporaryRoot("base");
    mkdirSync(join(root, "templates"));
    writeFileSync(
      join(root, "templates/year.njk"),
      '{% extends "layout.njk" %}{% block main %}<h1>Година {{ page.title }}</h1>{% endblock %}',
    );
    expect((await runPraktika(["build", "--root", root])).status).toBe(0);
    expect(readFileSync(join(root, "dist/bg/years/2016/index.html"), "utf8")).toContain("<h1>Година 2016");
    expect(readFileSync(join(root, "dist/bg/themes/energy/index.html"), "utf8")).toContain("Енергия");
  });

  it("removes the pages of a practice that is gone", async () => {
    const root = temporaryRoot("small-site");
    await runPraktika(["build", "--root", root]);
    writeFileSync(join(root, "dist/notes.txt"), "of the webmaster");
    const file = join(root, "content/practices/2016/treta.bg.md");
    writeFileSync(file, readFileSync(file, "utf8").replace("---\n", "---\ndraft: true\n"));
    const { removed } = JSON.parse((await runPraktika(["build", "--root", root, "--format", "json"])).stdout);
    expect(removed).toBeGreaterThan(0);
    expect(existsSync(join(root, "dist/bg/practices/treta"))).toBe(false);
    expect(existsSync(join(root, "dist/notes.txt"))).toBe(true);
  });

  it("writes nothing on check", async () => {
    const root = temporaryRoot("small-site");
    const before = readdirSync(root, { recursive: true });
    expect((await runPraktika(["check", "--root", root])).status).toBe(0);
    expect(readdirSync(root, { recursive: true })).toEqual(before);
  });

  it("reads content from another folder and writes to another folder", async () => {
    const root = temporaryRoot("base");
    const other = temporaryRoot("small-site");
    const out = join(root, "elsewhere");
    expect(
      (await runPraktika(["build", "--root", root, "--content", join(other, "content"), "--out", out])).status,
    ).toBe(0);
    expect(existsSync(join(out, "bg/practices/edno-gishe/index.html"))).toBe(true);
    expect(existsSync(join(root, "dist"))).toBe(false);
  });

  it("cleans raw HTML where the site allows it", async () => {
    const root = temporaryRoot("base");
    const site = join(root, "content/site.yaml");
    writeFileSync(site, `${readFileSync(site, "utf8")}rawHtml: true\n`);
    const file = join(root, "content/practices/2016/obrazets.bg.md");
    const hostile = '<b onclick="alert(1)">получер</b> <script>alert(1)</script><img src="https://example.org/x.png">';
    writeFileSync(file, readFileSync(file, "utf8").replace("Текст.", hostile));
    expect((await runPraktika(["build", "--root", root])).status).toBe(0);
    const page = readFileSync(join(root, "dist/bg/practices/obrazets/index.html"), "utf8");
    expect(page).toContain("<b>получер</b>");
    expect(page).not.toMatch(/<script>|onclick|example\.org\/x\.png/);
  });
});

it("--stats says what each kind of output takes, also where there is nothing to do", async () => {
  const root = temporaryRoot("base");
  for (let round = 0; round < 2; round++) {
    const { stdout } = await runPraktika(["build", "--root", root, "--stats", "--format", "json"]);
    const { stats, written, unchanged } = JSON.parse(stdout) as {
      readonly stats: readonly { readonly kind: string; readonly files: number; readonly bytes: number }[];
      readonly written: number;
      readonly unchanged: number;
    };
    expect(stats.reduce((sum, { files }) => sum + files, 0)).toBe(written + unchanged);
    expect(stats.find(({ kind }) => kind === "practice")).toMatchObject({ files: 1, bytes: expect.any(Number) });
    expect(stats.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["assets/", "search-index", "citations"]));
  }
  const { stderr } = await runPraktika(["build", "--root", root, "--stats", "--lang", "en"]);
  expect(stderr).toMatch(/\nKind +Files +Size +Seconds\n(.+\n)+all +\d+ +\d+\u00a0kB +\d+\.\d\d\n$/);
});
