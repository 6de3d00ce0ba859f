import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { runPraktika, temporaryRoot } from "../run-praktika.ts";

function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

const build = (root: string, ...options: readonly string[]) =>
  runPraktika(["build", "--root", root, "--lang", "en", ...options]);
const practice = "bg/practices/edno-gishe/index.html";
const about = "bg/about/index.html";

it("a site puts its own into the empty partials, and shows its own data there", async () => {
  const root = temporaryRoot("small-site");
  const page = (path: string): string => readFileSync(join(root, "dist", path), "utf8");
  expect((await build(root)).status).toBe(0);
  const before = page(about);
  write(root, {
    "content/data/team.yaml": "- {name: Мария & Иван}\n",
    "content/data/sums.csv": "year,sum\n2019,4400\n",
    "templates/partials/head-end.njk": '  <meta name="generator" content="ours">\n',
    "templates/partials/body-end.njk": "{% for person in data.team %}<p>{{ person.name }}</p>{% endfor %}\n",
    "templates/partials/before-practice.njk": "<p>before {{ practice.id }}</p>\n",
    "templates/partials/after-practice.njk": "<p>{{ data.sums[0].sum }}</p>\n",
  });
  expect((await build(root)).status).toBe(0);
  expect(page(about)).toBe(
    before
      .replace("</head>", '  <meta name="generator" content="ours">\n</head>')
      .replace("</body>", "<p>Мария &amp; Иван</p></body>"),
  );
  expect(page(practice)).toMatch(/<p>before edno-gishe<\/p>\s*<article/);
  expect(page(practice)).toMatch(/<\/article>\s*<p>4400<\/p>/);

  // Only pages that show a file are made again when it changes.
  write(root, { "content/data/sums.csv": "year,sum\n2019,5500\n", "content/data/unused.json": "1" });
  const { stderr } = await build(root, "--explain");
  expect(page(practice)).toContain("<p>5500</p>");
  expect(stderr).toContain("content/data has changed (sums)");
  expect(stderr).not.toContain("about");
});

it("a template that shows data which are not there says so, and the last site stays", async () => {
  const root = temporaryRoot("small-site");
  write(root, {
    "content/data/team.yaml": "- {name: Мария}\n",
    "templates/partials/body-end.njk": "{% for person in data.team %}<p>{{ person.name }}</p>{% endfor %}\n",
  });
  expect((await build(root)).status).toBe(0);
  const before = readFileSync(join(root, "dist", about), "utf8");
  rmSync(join(root, "content/data/team.yaml"));
  write(root, { "content/data/teams.yaml": "- {name: Мария}\n" });
  const { status, stdout } = await build(root);
  expect([status, stdout]).toEqual([
    1,
    expect.stringMatching(/body-end\.njk:1:23[\s\S]*“team” is not defined[\s\S]*“teams”/),
  ]);
  expect(readFileSync(join(root, "dist", about), "utf8")).toBe(before);
});
