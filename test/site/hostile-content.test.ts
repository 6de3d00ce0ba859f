import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Run, runPraktika, runProcess, temporaryRoot } from "../run-praktika.ts";

const fields = "title: Проба\ninnovator: Община Сливен\ndate: 2016-06-09\n";
const sections = "\n## Предистория\n\nТекст.\n\n## Практика\n\nТекст.\n\n## Резултати\n\nТекст.\n";
const path = "content/practices/2016/proba.bg.md";

function rootWith(files: Readonly<Record<string, string>>): string {
  const root = temporaryRoot("base");
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

async function codesOf(root: string): Promise<string[]> {
  return codesIn(await runPraktika(check(root)));
}

/** As `codesOf`, in a process of its own: a program that hangs is killed and has no status. */
function codesOfProcess(root: string): string[] {
  return codesIn(runProcess(check(root)));
}

const check = (root: string): string[] => ["check", "--root", root, "--format", "json"];

function codesIn({ stdout, status }: Run): string[] {
  expect([0, 1]).toContain(status);
  return JSON.parse(stdout).diagnostics.map(({ code }: { code: string }) => code);
}

describe("content that means harm", () => {
  it("cannot hang the program by YAML that multiplies itself", () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) =>
        `k${level}: &a${level} [${Array(9)
          .fill(level ? `*a${level - 1}` : "x")
          .join(", ")}]`,
    );
    expect(codesOfProcess(rootWith({ [path]: `---\n${fields}${levels.join("\n")}\n---\n${sections}` }))).toEqual([
      "front-matter/unknown-key",
      // Each line with an alias is explained and set aside.
      ...levels.slice(1).flatMap(() => ["front-matter/unknown-key", "yaml/syntax"]),
    ]);
  });

  it("cannot stop the program by YAML that contains itself", () => {
    expect(codesOfProcess(rootWith({ [path]: `---\n${fields}themes: &c [*c]\n---\n${sections}` }))).toEqual([
      // What it would be in quotation marks.
      "front-matter/unknown-theme",
      "yaml/syntax",
    ]);
  });

  it("cannot slow the search for HTML, for drawings' addresses, or for free ids", () => {
    const ticks = `a <x ${"`".repeat(40_000)} ${"a ".repeat(20_000)}`;
    const headings = "## Едно\n\n".repeat(20_000);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><path fill="url(${" ".repeat(100_000)}#a)"/></svg>`;
    const root = rootWith({
      [path]: `---\n${fields}---\n${sections}\n${ticks}\n\n${headings}`,
      "content/media/a.svg": svg,
    });
    expect(codesOfProcess(root)).toEqual([
      "media/unreferenced",
      "style/foreign-paragraph",
      "markdown/raw-markup",
      "style/letter-spaced",
      ...Array(20_000).fill("content/empty-part"),
    ]);
  });

  it("cannot drown the program in findings", () => {
    const root = rootWith({ [path]: `---\n${fields}---\n${sections}\n${"[x](practice:nyama)\n\n".repeat(5_000)}` });
    expect(codesOfProcess(root).length).toBeGreaterThan(4_000);
  });

  it("cannot publish what nobody linked to", async () => {
    const root = rootWith({ "content/practices/2016/pismo.docx": "secret", "content/media/plan2.pdf": "%PDF" });
    expect(await codesOf(root)).toEqual(["media/unreferenced", "content/unexpected-file"]);
    await runPraktika(["build", "--root", root]);
    expect(existsSync(join(root, "dist/files"))).toBe(false);
    expect(existsSync(join(root, "dist/media/plan2.pdf"))).toBe(true);
  });

  it("leaves no character in the feed that XML does not allow", async () => {
    const root = rootWith({ [path]: `---\n${fields}summary: "a\\x01b\\uFFFEc"\n---\n${sections}` });
    expect((await runPraktika(["build", "--root", root])).status).toBe(0);
    expect(readFileSync(join(root, "dist/bg/feed.xml"), "utf8")).toContain("<summary>abc</summary>");
  });

  it.each([
    '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "x()">]><svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
    '<?xml version="1.0" encoding="ISO-2022-JP"?><svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
    '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><style>a{fill:u\\72l(https://example.org/x)}</style></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><style>a{fill:image-set("https://example.org" 1x)}</style></svg>',
  ])("cannot hide code or foreign requests in a drawing: %s", async (svg) => {
    // A text that shows it is not told that there is no such file.
    const text = `---\n${fields}---\n${sections}\n![рисунка](media/a.svg)\n`;
    expect(await codesOf(rootWith({ "content/media/a.svg": svg, [path]: text }))).toEqual(["media/unsafe-svg"]);
  });
});

describe("links of issues and drafts", () => {
  it("in a foreword are checked like all others, and its footnotes are printed", async () => {
    const issue = (link: string) =>
      `title: {bg: Сборник, en: Collection}\nyear: 2016\nselection: [obrazets]\nforeword:\n  bg: "[а](${link}) бележка[^1]\\n\\n[^1]: Текстът ѝ."\n`;
    expect(await codesOf(rootWith({ "content/issues/2016.yaml": issue("practice:nyama") }))).toEqual([
      "link/unknown-practice",
    ]);
    const root = rootWith({ "content/issues/2016.yaml": issue("practice:obrazets") });
    expect((await runPraktika(["build", "--root", root])).status).toBe(0);
    expect(readFileSync(join(root, "dist/bg/issues/2016/index.html"), "utf8")).toContain("Текстът ѝ.");
  });

  it("to a practice are fine when only its other language is a draft", async () => {
    const draft = `---\n${fields}draft: true\n---\n${sections.replace("Предистория", "Background")}`;
    const root = rootWith({
      "content/practices/2016/obrazets.en.md": draft,
      [path]: `---\n${fields}---\n${sections}[а](practice:obrazets)\n`,
    });
    expect(await codesOf(root)).not.toContain("link/draft");
  });
});
