import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hosts } from "../../src/locales/types/init.ts";
import { runPraktika, temporaryRoot } from "../run-praktika.ts";

const read = (root: string, path: string): string => readFileSync(join(root, path), "utf8");
const filesIn = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();

describe("praktika init", () => {
  it("writes an archive in which check finds nothing, in either language", async () => {
    for (const lang of ["bg", "en"]) {
      const root = temporaryRoot();
      const args = [
        "--name",
        'Архив „Добри: "примери"“',
        "--url",
        "https://archive.example.org/",
        "--publisher",
        "Община Русе",
      ];
      expect(await runPraktika(["init", root, "--yes", "--lang", lang, ...args])).toMatchObject({ status: 0 });
      const checked = await runPraktika(["check", "--root", root, "--format", "json"]);
      expect(JSON.parse(checked.stdout).diagnostics).toEqual([]);
      expect(filesIn(root)).toEqual(
        expect.arrayContaining([
          ".github/workflows/publish.yml",
          ".gitignore",
          ".vscode/settings.json",
          "README.md",
          "content/pages/about.bg.md",
          "content/pages/privacy.en.md",
          "content/site.yaml",
          "content/themes.yaml",
          "package.json",
        ]),
      );
      expect(filesIn(root).filter((path) => path.startsWith("content/practices/"))).toHaveLength(2);
      expect(read(root, ".gitignore").split("\n")).toEqual(
        expect.arrayContaining(["dist/", ".praktika/", "node_modules/"]),
      );
      expect(JSON.parse(read(root, "package.json"))).toMatchObject({
        private: true,
        scripts: { start: "praktika build && praktika serve" },
        dependencies: { praktika: expect.stringMatching(/^file:/) },
      });
    }
  });

  it("speaks of nominations only where they are wanted", async () => {
    const without = temporaryRoot();
    await runPraktika(["init", without, "--yes", "--lang", "en"]);
    expect(read(without, "content/site.yaml")).toContain("\nnominations: none\n");
    expect(read(without, "content/pages/privacy.en.md")).not.toMatch(/nominat/);
    const withThem = temporaryRoot();
    await runPraktika(["init", withThem, "--yes", "--lang", "en", "--nominations", "yes"]);
    expect(read(withThem, "content/site.yaml")).toContain('\nnominations: {endpoint: ""}\n');
    expect(read(withThem, "content/pages/privacy.en.md")).toMatch(/nominate/);
  });

  it("writes what each host needs, and for a server or a stick nothing", async () => {
    const files = {
      github: ".github/workflows/publish.yml",
      gitlab: ".gitlab-ci.yml",
      netlify: "netlify.toml",
      cloudflare: "wrangler.jsonc",
    };
    for (const host of hosts) {
      const root = temporaryRoot();
      expect(await runPraktika(["init", root, "--yes", "--host", host])).toMatchObject({ status: 0 });
      const written = filesIn(root).filter((path) => Object.values(files).includes(path));
      expect(written).toEqual(host in files ? [files[host as keyof typeof files]] : []);
    }
  });

  it("adds only what is missing to an archive that is there, and the second time nothing", async () => {
    const root = temporaryRoot("small-site");
    const site = read(root, "content/site.yaml");
    const manifest = {
      name: "mine",
      version: "2.0.0",
      scripts: { build: "make", test: "exit 0" },
      dependencies: { praktika: "^9.0.0" },
    };
    writeFileSync(join(root, "package.json"), JSON.stringify(manifest));
    const before = filesIn(root);
    await runPraktika(["init", root, "--yes"]);
    expect(read(root, "content/site.yaml")).toBe(site);
    expect(JSON.parse(read(root, "package.json"))).toEqual({
      ...manifest,
      private: true,
      scripts: {
        start: "praktika build && praktika serve",
        dev: "praktika dev",
        build: "make",
        check: "praktika check",
        test: "exit 0",
      },
    });
    expect(filesIn(root).filter((path) => path.includes("/practices/"))).toEqual(
      before.filter((path) => path.includes("/practices/")),
    );
    const again = await runPraktika(["init", root, "--yes", "--lang", "en"]);
    expect([again.status, again.stdout, again.stderr]).toEqual([0, "", `Nothing is missing in ${root}.\n`]);
  });

  it("refuses an answer that is not possible before it writes anything", async () => {
    const root = temporaryRoot();
    mkdirSync(join(root, "new"));
    const cases = [
      ["--languages", "bg,de"],
      ["--url", "archive.example.org"],
      ["--host", "ftp"],
      ["--nominations", "many"],
    ];
    for (const args of cases) {
      const run = await runPraktika(["init", join(root, "new"), "--yes", "--lang", "en", ...args]);
      expect([run.status, run.stderr]).toEqual([2, expect.stringContaining(`“${args[1]}”`)]);
      expect(filesIn(join(root, "new"))).toEqual([]);
    }
  });
});
