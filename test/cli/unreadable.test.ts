import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { fixture, hasOrdinaryUser, runOrdinarily } from "../run-praktika.ts";

const page = "<h1>Нова практика</h1><p>Община Елена</p>";

/** A site with templates and places of its own, built. */
async function builtSite(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), "praktika-"));
  cpSync(fixture("small-site"), root, { recursive: true });
  mkdirSync(join(root, "templates/assets/img"), { recursive: true });
  cpSync("templates/home.njk", join(root, "templates/home.njk"));
  writeFileSync(join(root, "templates/assets/img/sign.svg"), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  cpSync("src/read/places.csv", join(root, "content/places.csv"));
  expect(await runOrdinarily(root, ["build"])).toMatchObject({ status: 0 });
  return root;
}

/** Takes the right to read away until the test has ended. */
function hide(root: string, path: string): void {
  chmodSync(join(root, path), 0);
  onTestFinished(() => chmodSync(join(root, path), 0o755));
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name} ${readFileSync(join(entry.parentPath, entry.name)).length}`)
    .sort();

describe.runIf(hasOrdinaryUser)("what is there and cannot be read", () => {
  let root: string;
  beforeAll(async () => {
    root = await builtSite();
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const site = ["content/site.yaml", "content/themes.yaml", "content/places.csv", "content/issues/2004.yaml"];
  const media = ["content/media/plan.svg", "content/media/plan.csv"];
  const texts = ["content/practices/2004/edno-gishe.bg.md", "content/pages/about.bg.md"];
  const look = ["templates/home.njk", "templates/assets/img/sign.svg"];

  it.each([
    ["files", [...site, ...media, ...texts, ...look]],
    ["folders", ["content/practices/2004", "content/issues", "content/media", "templates/assets/img"]],
    ["all of the content, and all templates", ["content", "templates"]],
  ])("is an error with its path, and the site stays as it was: %s", async (_, paths) => {
    const before = filesOf(join(root, "dist"));
    for (const path of paths) hide(root, path);
    const { status, stdout, stderr } = await runOrdinarily(root, ["build"]);
    for (const path of paths) expect(stdout).toContain(`${path}:1:1  error`);
    expect(stdout.match(/cannot be read: EACCES\. {2}content\/unreadable\n {2}→ .*chown or chmod/g)).toHaveLength(
      paths.length,
    );
    // Nothing else is wrong; what nobody can see is not called missing.
    expect(stderr).toContain(`${paths.length} errors, `);
    expect(stderr).toContain("The site was not built; the previous one is unchanged.");
    expect(status).toBe(1);
    expect(filesOf(join(root, "dist"))).toEqual(before);
  });

  it("is passed over by `check --fix`, and told of by the check that follows", async () => {
    const path = "content/practices/2016/treta.bg.md";
    hide(root, path);
    expect(await runOrdinarily(root, ["check", "--fix"])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining(`${path}:1:1  error`),
    });
  });

  it("keeps sheets from vanishing from the site without a word", async () => {
    mkdirSync(join(root, ".praktika/pdf"), { recursive: true });
    hide(root, ".praktika/pdf");
    const { status, stdout } = await runOrdinarily(root, ["build"]);
    expect(stdout).toContain(".praktika/pdf:1:1  error");
    expect(status).toBe(1);
  });

  it.each([
    ["new", ["new", "Нова практика", "--innovator", "Община Елена", "--dry-run"]],
    ["import", ["import", "page.html", "--dry-run"]],
    ["schema", ["schema"]],
  ])("keeps `%s` from adding to an archive that cannot be seen as a whole", async (_, args) => {
    writeFileSync(join(root, "page.html"), page);
    hide(root, "content/practices");
    const { status, stdout } = await runOrdinarily(
      root,
      args.map((arg) => (arg === "page.html" ? join(root, arg) : arg)),
    );
    expect(stdout).toContain("content/practices:1:1  error");
    expect(stdout).not.toContain("===");
    expect(status).toBe(1);
  });

  it("is told of by `import`, which reads the rest", async () => {
    for (const folder of ["old/hidden", "old/open"]) {
      mkdirSync(join(root, folder), { recursive: true });
      writeFileSync(join(root, folder, "page.html"), page);
    }
    writeFileSync(join(root, "old/secret.html"), page);
    hide(root, "old/hidden");
    hide(root, "old/secret.html");
    const { status, stderr } = await runOrdinarily(root, ["import", join(root, "old"), "--dry-run"]);
    for (const [path, what] of [
      ["old/hidden", "folder"],
      ["old/secret.html", "file"],
    ])
      expect(stderr).toMatch(new RegExp(`${path}:1:1 {2}error {2}The ${what} cannot be read: EACCES`));
    expect(stderr).toContain("chown or chmod");
    expect(stderr).toContain("old/open/page.html");
    expect(status).toBe(1);
  });
});
