import { join } from "node:path";
import { type Run, runPraktika, temporaryRoot } from "../../run-praktika.ts";

/** A root whose votes are in the usual file, and the program called on it in English. */
export interface VotesSite {
  readonly root: string;
  readonly database: string;
  /** Path of a file in the root. */
  path(name: string): string;
  votes(...args: string[]): Promise<Run>;
}

export function votesSite(...fixtures: readonly string[]): VotesSite {
  const root = temporaryRoot(...fixtures);
  return {
    root,
    database: join(root, ".praktika/votes.db"),
    path: (name) => join(root, name),
    votes: (...args) => runPraktika(["votes", ...args, "--root", root, "--lang", "en"], { DATABASE_URL: "" }),
  };
}
