import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { localSecret } from "../../src/nomination/node/local-secret.ts";
import { openStore } from "../../src/nomination/node/open-store.ts";
import { makeFolder } from "../../src/state/make-folder.ts";
import { runPraktika, startOrdinarily, temporaryRoot } from "../run-praktika.ts";

const hasGit = spawnSync("git", ["--version"]).status === 0;

/** Files that `git add .` would take. */
function listUntracked(root: string): string[] {
  const { stdout } = spawnSync("git", ["-c", `safe.directory=${root}`, "status", "--porcelain", "-uall"], {
    cwd: root,
    encoding: "utf8",
  });
  return stdout.split("\n").map((line) => line.slice(3));
}

describe("the folder .praktika", () => {
  it.runIf(hasGit)(
    "keeps cache, secret and votes out of a repository",
    async () => {
      const root = temporaryRoot("small-site");
      spawnSync("git", ["init", "-q"], { cwd: root });
      expect((await runPraktika(["build", "--root", root])).status).toBe(0);
      await startOrdinarily(root, ["serve", "--port", "0"]);
      for (const name of ["cache", "manifests", "secret", "votes.db"])
        expect(existsSync(join(root, ".praktika", name)), name).toBe(true);
      const untracked = listUntracked(root);
      expect(untracked).toContain("content/site.yaml");
      expect(untracked.filter((path) => path.startsWith(".praktika"))).toEqual([]);
    },
    60_000,
  );

  it.each([
    ["a secret", (state: string) => localSecret(state)],
    ["a store", async (state: string) => (await openStore(join(state, "votes.db"))).close()],
    ["a folder below it", (state: string) => makeFolder(join(state, "cache/pdf/bg"))],
  ])("has its .gitignore whoever makes it: %s", async (_, make) => {
    const state = join(temporaryRoot(), ".praktika");
    await make(state);
    expect(readFileSync(join(state, ".gitignore"), "utf8")).toBe("*\n");
    // One that an earlier version has made gets it later.
    rmSync(join(state, ".gitignore"));
    await make(state);
    expect(existsSync(join(state, ".gitignore"))).toBe(true);
  });

  it("keeps a .gitignore that somebody has written", () => {
    const state = join(temporaryRoot(), ".praktika");
    mkdirSync(state);
    writeFileSync(join(state, ".gitignore"), "*\n!pdf/\n");
    makeFolder(join(state, "pdf"));
    expect(readFileSync(join(state, ".gitignore"), "utf8")).toBe("*\n!pdf/\n");
  });

  it("is, where it was not there, the first folder that was made for one below it", () => {
    const state = join(temporaryRoot(), ".praktika");
    expect(makeFolder(join(state, "cache"))).toBe(state);
    expect(makeFolder(join(state, "pdf/bg"))).toBe(join(state, "pdf"));
    expect(makeFolder(join(state, "pdf/bg"))).toBeUndefined();
  });

  it("is the only one that gets it", () => {
    const root = temporaryRoot();
    expect(makeFolder(join(root, "elsewhere/pdf"))).toBe(join(root, "elsewhere"));
    expect(existsSync(join(root, "elsewhere/.gitignore"))).toBe(false);
    expect(existsSync(join(root, "elsewhere/pdf"))).toBe(true);
  });
});

it.runIf(existsSync("/proc/self"))("ends where the system takes no folders", () => {
  expect(() => makeFolder("/proc/none/below")).toThrow("ENOENT");
});
