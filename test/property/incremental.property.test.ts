import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTarget } from "../../src/core/target.ts";
import { build } from "../../src/site/build.ts";
import { resolveFolders } from "../../src/site/folders.ts";
import { runs } from "../setup/soak.ts";
import { change, type Files, firstFiles, listFiles, rounds, writeFiles } from "./edits.ts";

/*
 * After any sequence of edits the site that grew from build to build is the site that a clean build makes, byte for byte.
 */

/** A practice gets another name, and the next its old one and its words: feeds kept the old address once. */
const sameTextUnderTwoNames = [[{ kind: "rename", a: 0, b: 0 }], [{ kind: "add", a: 0, b: 0 }]];

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "praktika-incremental-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("an incremental build is a clean build", async () => {
  await fc.assert(
    fc.asyncProperty(rounds, async (changes) => {
      const root = mkdtempSync(join(folder, "grown-"));
      const files = firstFiles();
      await writeAndBuild(root, files);
      for (const round of changes) {
        for (const edit of round) change(files, edit);
        const grown = await writeAndBuild(root, files);
        const fresh = mkdtempSync(join(folder, "clean-"));
        const clean = await writeAndBuild(fresh, files);
        expect(grown.diagnostics).toEqual(clean.diagnostics);
        // With errors nothing is written, and the last site stays.
        if (existsSync(join(fresh, "dist"))) expect(readSite(root)).toEqual(readSite(fresh));
        rmSync(fresh, { recursive: true });
      }
      rmSync(root, { recursive: true });
    }),
    { numRuns: runs(8, 300), examples: [[sameTextUnderTwoNames]] },
  );
});

/** Brings a folder in line with the files and builds. */
async function writeAndBuild(root: string, files: Files) {
  writeFiles(root, files);
  return build({
    folders: resolveFolders(root, {}),
    target: createTarget("web"),
    withDrafts: false,
    withSheetPdfs: true,
    write: true,
    progress: () => undefined,
  });
}

function readSite(root: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...listFiles(root, ["dist"])].sort().map((path) => [path, readFileSync(join(root, path), "latin1")]),
  );
}
