import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ownTemplates } from "../../src/site/folders.ts";
import { runPraktika, temporaryRoot } from "../run-praktika.ts";

const run = (root: string, ...args: readonly string[]) =>
  runPraktika(["templates", ...args, "--root", root, "--lang", "en"]);

it("copies originals, shows what the site has changed in them, and lists them", async () => {
  const root = temporaryRoot("small-site");
  expect((await run(root, "diff")).stderr).toContain("no template in place of");
  const names = ["partials/footer.njk", "assets/css/screen.css", "print/sheet.typ"];
  expect(await run(root, "copy", `templates/${names[0]}`, ...names.slice(1))).toMatchObject({ status: 0 });
  for (const name of names) {
    const [first = "", ...others] = readFileSync(join(root, "templates", name), "utf8").split("\n");
    expect(first).toMatch(/From Praktika's \S+, version [0-9a-f]{12}/);
    expect(others.join("\n")).toBe(readFileSync(join(ownTemplates, name), "utf8"));
  }

  // As long as nothing is changed in them, the site is the same.
  const page = join(root, "dist/bg/practices/edno-gishe/index.html");
  const build = () => runPraktika(["build", "--root", root]);
  expect((await build()).status).toBe(0);
  const copied = readFileSync(page, "utf8");
  const file = join(root, "templates", names[0] ?? "");
  const footer = readFileSync(file, "utf8");
  writeFileSync(file, footer.replace("<footer", "<footer data-own"));
  expect((await build()).status).toBe(0);
  expect(readFileSync(page, "utf8").replace("<footer data-own", "<footer")).toBe(copied);

  const { stdout } = await run(root, "diff", names[0] ?? "");
  expect(stdout.match(/^ +\d+ [-+] .*$/gm)).toEqual([
    expect.stringMatching(/ - .*<footer /),
    expect.stringMatching(/ \+ .*<footer data-own /),
  ]);
  expect((await run(root, "list")).stdout).toContain(`${names[0]}  (the site has its own)\n`);

  // An upgrade brings another original.
  writeFileSync(file, footer.replace(/version [0-9a-f]{12}/, "version 0123456789ab"));
  expect((await run(root, "list")).stdout).toContain(
    `${names[0]}  (the site has its own; the original has changed since)`,
  );
  const check = await runPraktika(["check", "--root", root, "--lang", "en", "--only", "template"]);
  expect([check.status, check.stdout]).toEqual([0, expect.stringContaining("templates/partials/footer.njk:1:")]);
});

it("never overwrites a template of the site, and knows no others", async () => {
  const root = temporaryRoot("small-site");
  await run(root, "copy", "practice.njk");
  const file = join(root, "templates/practice.njk");
  writeFileSync(file, "own");
  expect(await run(root, "copy", "practice.njk")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("already exists"),
  });
  expect(readFileSync(file, "utf8")).toBe("own");
  expect(await run(root, "copy", "practise.njk")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("“practice.njk”"),
  });
  expect((await run(root, "copy", "../site.yaml")).status).toBe(2);
});
