import { spawnSync } from "node:child_process";

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
  const git = (...args: readonly string[]): string | undefined => {
    const { status, stdout } = spawnSync("git", ["-c", "core.quotePath=false", ...args], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: enough,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return status === 0 ? stdout : undefined;
  };
  const prefix = git("rev-parse", "--show-prefix")?.trim();
  const log =
    prefix === undefined ? undefined : git("log", "--format=%x00%ct", "--name-only", "--no-renames", "--", ".");
  if (prefix === undefined || log === undefined) return undefined;
  const changedAt = new Map<string, number>();
  for (const commit of log.split("\0").slice(1)) {
    const [time = "", ...files] = commit.split("\n").filter((line) => line !== "");
    // The newest commit comes first.
    for (const file of files) if (!changedAt.has(file)) changedAt.set(file, Number(time));
  }
  return { changedAt, prefix, isShallow: git("rev-parse", "--is-shallow-repository")?.trim() === "true" };
}
