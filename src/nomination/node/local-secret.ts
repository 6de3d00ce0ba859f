import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../../state/make-folder.ts";

/** The secret of a local archive: made on the first start, readable to its owner alone, kept beside the votes. */
export function localSecret(stateFolder: string): string {
  const path = join(stateFolder, "secret");
  makeFolder(stateFolder);
  try {
    // Fails if there is one: two processes that start at once end up with the same.
    writeFileSync(path, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(path, "utf8").trim();
}
