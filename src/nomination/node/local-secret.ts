import { randomBytes } from "node:crypto";
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../../state/make-folder.ts";
import { minSecretLength } from "../key-ring.ts";
import { SettingsError } from "../settings.ts";

/**
 * The secret of a local archive: made on the first start, readable to its owner alone, kept beside the votes. Throws
 * `SettingsError` if the file is there and holds none.
 */
export function localSecret(stateFolder: string): string {
  const path = join(stateFolder, "secret");
  makeFolder(stateFolder);
  if (!existsSync(path)) makeSecret(path);
  const secret = readFileSync(path, "utf8").trim();
  if (secret.length < minSecretLength) throw new SettingsError((texts) => texts.secretFile(path, minSecretLength));
  return secret;
}

/** The file appears whole and once: two processes that start at once end up with the same, a full disk leaves none. */
function makeSecret(path: string): void {
  const unfinished = `${path}.${process.pid}`;
  try {
    writeFileSync(unfinished, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
    linkSync(unfinished, path);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall !== "link") throw error;
    // Some disks (exFAT) know no second name for a file.
    if (code !== "EEXIST") renameSync(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
