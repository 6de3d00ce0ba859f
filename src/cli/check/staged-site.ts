import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Failure } from "../failure.ts";

/** A site as it is about to be committed, in a folder of its own. */
export interface StagedSite {
  readonly root: string;
  /** Files that the commit would change, relative to the root of the site. */
  readonly files: ReadonlySet<string>;
  remove(): void;
}

/** Writes what git would commit to a folder: a picture that was not added is missing there, as it will be for everybody else. */
export function writeStagedSite(root: string, noRepository: string): StagedSite {
  const git = (...args: readonly string[]): string => {
    const { status, stdout } = spawnSync("git", ["-c", "core.quotePath=false", ...args], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 256 * 1024 * 1024,
      stdio: ["ignore", "pipe", "ignore"],
    });
    if (status !== 0) throw new Failure(noRepository);
    return stdout;
  };
  const prefix = git("rev-parse", "--show-prefix").trim();
  const names = git("diff", "--cached", "--name-only", "-z", "--diff-filter=ACMRT", "--relative");
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "praktika-staged-")));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    git("checkout-index", "--all", "--quiet", `--prefix=${folder}/`);
  } catch (error) {
    remove();
    throw error;
  }
  return { root: join(folder, prefix), files: new Set(names.split("\0").filter((name) => name !== "")), remove };
}
