import { existsSync, mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { runPraktika, temporaryRoot } from "../run-praktika.ts";

/** Runs a command as it is called in a folder. */
async function runIn(folder: string, ...args: string[]) {
  const before = process.cwd();
  process.chdir(folder);
  onTestFinished(() => process.chdir(before));
  const run = await runPraktika(args);
  process.chdir(before);
  return run;
}

describe("a command that is called in a folder of an archive", () => {
  it.each(["content", "content/practices", "content/practices/2004", "templates/own"])(
    "is about the archive: %s",
    async (below) => {
      const root = realpathSync(temporaryRoot("small-site"));
      const folder = join(root, below);
      mkdirSync(folder, { recursive: true });
      const made = await runIn(folder, "new", "Чешма", "--innovator", "Община Елена", "--date", "2026-01-02");
      expect(made.status).toBe(0);
      // The path is one that can be opened from where the command was called.
      expect(realpathSync(join(folder, made.stdout.trim()))).toBe(join(root, "content/practices/2026/cheshma.bg.md"));
      expect(await runIn(folder, "build")).toMatchObject({ status: 0 });
      expect(await runIn(folder, "schema")).toMatchObject({ status: 0 });
      for (const name of ["dist/index.html", ".vscode/settings.json", ".praktika"])
        expect(existsSync(join(root, name))).toBe(true);
      for (const name of ["content", "dist", ".praktika", ".vscode"]) {
        if (join(folder, name) !== join(root, name)) expect(existsSync(join(folder, name))).toBe(false);
      }
    },
  );

  it("is about the nearest archive, and about the folder itself if --root says so", async () => {
    const outer = realpathSync(temporaryRoot("small-site"));
    const inner = join(outer, "other");
    mkdirSync(inner);
    expect(await runIn(inner, "check", "--root", ".", "--lang", "en")).toMatchObject({ status: 1 });
    mkdirSync(join(inner, "content"));
    writeFileSync(join(inner, "content/site.yaml"), "name: Друг архив\n");
    expect((await runIn(join(inner, "content"), "check", "--lang", "en")).stderr).toContain("0 practices checked");
  });
});
