import { hash } from "node:crypto";
import { join } from "node:path";
import type { Manifest } from "../../core/model/manifest.ts";
import { readStateFile, writeStateFile } from "./state-file.ts";

/** To be raised when the shape changes. */
const version = 2;

/** Where the manifest of an output folder is kept: beside the cache, because dist/ is public. */
export function manifestPath(state: string, out: string): string {
  return join(state, "manifests", `${hash("sha256", out).slice(0, 16)}.json`);
}

/** The manifest of the last build into this folder; empty if there is none or it is damaged. */
export function readManifest(path: string, out: string): Manifest {
  const files = readStateFile(path, keyOf(out));
  return { files: (files as Manifest["files"] | undefined) ?? {} };
}

/** Replaces the manifest in one step. */
export function writeManifest(path: string, out: string, manifest: Manifest): void {
  writeStateFile(path, keyOf(out), manifest.files);
}

function keyOf(out: string): string {
  return `manifest ${version} of ${out}`;
}
