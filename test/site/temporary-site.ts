import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { createTarget, type Place } from "../../src/core/target.ts";
import { type BuildReport, build } from "../../src/site/build.ts";
import { resolveFolders } from "../../src/site/folders.ts";

/** A site of a test's own, in a folder that is there for one test. */
export interface TemporarySite {
  /** The absolute path of a file of it. */
  path(...parts: string[]): string;
  write(path: string, content: string | Uint8Array): void;
  build(options?: { readonly write?: boolean; readonly place?: Place }): Promise<BuildReport>;
}

export function useTemporarySite(): TemporarySite {
  let root = "";
  const path = (...parts: string[]): string => join(root, ...parts);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "praktika-site-"));
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  return {
    path,
    write(name, content) {
      mkdirSync(path(name, ".."), { recursive: true });
      writeFileSync(path(name), content);
    },
    build: ({ write = true, place = "web" } = {}) =>
      build({
        folders: resolveFolders(root, {}),
        target: createTarget(place),
        withDrafts: false,
        write,
        progress: () => undefined,
      }),
  };
}
