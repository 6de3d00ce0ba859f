import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** What git knows of the files below a folder. */
export interface History {
  /** When a file was last changed, in seconds since 1970; by path from the top of the repository. */
  readonly changedAt: ReadonlyMap<string, number>;
  /** From the top of the repository to the folder, with a slash at its end: "" at the top. */
  readonly prefix: string;
  /** Only the last part of the history is here. */
  readonly isShallow: boolean;
}

const enough = 256 * 1024 * 1024;

/** The history of a folder; undefined where there is none, or no git. */
export function readHistory(folder: string): History | undefined {
  // A process costs more than a look for a folder.
  const prefix = isInRepository(folder) ? runGit(folder, "rev-parse", "--show-prefix")?.trim() : undefined;
  const log =
    prefix === undefined
      ? undefined
      : runGit(folder, "log", "--format=%x00%ct", "--name-only", "--no-renames", "--", ".");
  if (prefix === undefined || log === undefined) return undefined;
  const changedAt = new Map<string, number>();
  for (const commit of log.split("\0").slice(1)) {
    const [time = "", ...files] = commit.split("\n").filter((line) => line !== "");
    // The newest commit comes first.
    for (const file of files) if (!changedAt.has(file)) changedAt.set(file, Number(time));
  }
  return { changedAt, prefix, isShallow: runGit(folder, "rev-parse", "--is-shallow-repository")?.trim() === "true" };
}

/** What a history depends on. */
export interface Head {
  /** The commit that is checked out. */
  readonly commit: string;
  /** See `History`. */
  readonly isShallow: boolean;
}

/** Undefined without a commit, or without git. */
export function readHead(folder: string): Head | undefined {
  const said = isInRepository(folder) ? runGit(folder, "rev-parse", "HEAD", "--is-shallow-repository") : undefined;
  const [commit, isShallow] = said?.split("\n") ?? [];
  return commit ? { commit, isShallow: isShallow === "true" } : undefined;
}

/** Files below a folder that are not as the commit has them, by path from that folder. */
export function listUncommitted(folder: string): readonly string[] {
  return (runGit(folder, "diff", "--name-only", "--relative", "--no-renames", "-z", "HEAD", "--", ".") ?? "").split(
    "\0",
  );
}

function isInRepository(folder: string): boolean {
  return existsSync(join(folder, ".git")) || (dirname(folder) !== folder && isInRepository(dirname(folder)));
}

/** What a command of git says; undefined if it fails. It only looks, and runs no program that a repository names. */
function runGit(folder: string, ...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync("git", ["-c", "core.quotePath=false", "-c", "core.fsmonitor=false", ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: enough,
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, GIT_OPTIONAL_LOCKS: "0" },
  });
  return status === 0 ? stdout : undefined;
}
