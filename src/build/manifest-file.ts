import { hash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { Manifest } from "../model/manifest.ts";

const version = 1;
const schema = z.object({
  version: z.literal(version),
  out: z.string(),
  files: z.record(z.string(), z.object({ hash: z.string(), bytes: z.number(), modified: z.number() })),
});

/** Where the manifest of an output folder is kept: beside the cache, because dist/ is public. */
export function manifestPath(state: string, out: string): string {
  return join(state, "manifests", `${hash("sha256", out).slice(0, 16)}.json`);
}

/** The manifest of the last build into this folder; empty if there is none or it is damaged. */
export function readManifest(path: string, out: string): Manifest {
  try {
    const parsed = schema.parse(JSON.parse(readFileSync(path, "utf8")));
    return parsed.out === out ? { files: parsed.files } : { files: {} };
  } catch {
    return { files: {} };
  }
}

/** Replaces the manifest in one step. */
export function writeManifest(path: string, out: string, manifest: Manifest): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify({ version, out, files: manifest.files }));
  renameSync(temporary, path);
}
