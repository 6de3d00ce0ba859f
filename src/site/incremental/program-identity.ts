import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

let known: string | undefined;

/**
 * A hash of the program itself: what one version remembers, another must not trust. Of bytes and not of times, so that a cache
 * can be carried from one machine to another.
 */
export function identifyProgram(): string {
  known ??= computeIdentity();
  return known;
}

function computeIdentity(): string {
  const root = fileURLToPath(new URL("../../..", import.meta.url));
  // src/ in the repository, lib/ in the package.
  const code = basename(fileURLToPath(new URL("../..", import.meta.url)));
  const files = ["package.json", "package-lock.json", ...filesBelow(root, code)].sort();
  const hashes = files.map((file) => `${file} ${hash("sha1", readOrNothing(join(root, file)))}`);
  return hash("sha256", [process.version, ...hashes].join("\n")).slice(0, 24);
}

function filesBelow(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(root, path) : [path];
  });
}

/** An installed package has no lock file. */
function readOrNothing(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    return new Uint8Array();
  }
}
