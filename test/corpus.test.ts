import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createTarget } from "../src/core/target.ts";
import { resolveFolders } from "../src/site/folders.ts";
import { prepareSite } from "../src/site/prepare-site.ts";
import { writeCorpus } from "./bench/corpus/write-corpus.ts";

function write(count: number, seed: number): string {
  const root = mkdtempSync(join(tmpdir(), "praktika-corpus-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  writeCorpus(root, count, seed);
  return root;
}

const files = (root: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.(md|yaml)$/.test(path))
      .sort()
      .map((path) => [path, readFileSync(join(root, path), "utf8")]),
  );

test("made-up practices are a valid root, without so much as a warning", async () => {
  const prepared = await prepareSite({
    folders: resolveFolders(write(60, 1), {}),
    target: createTarget("web"),
    withDrafts: false,
    write: false,
    progress: () => undefined,
  });
  expect(prepared.findings).toEqual([]);
  expect(prepared.routes.filter(({ kind }) => kind === "practice")).toHaveLength(60);
});

test("the same seed gives the same files, another seed others; a larger corpus begins with the smaller", () => {
  const ten = files(write(10, 7));
  expect(files(write(10, 7))).toEqual(ten);
  expect(files(write(10, 8))).not.toEqual(ten);
  const twelve = files(write(12, 7));
  for (const [path, text] of ten) expect(twelve.get(path), path).toBe(text);
});

test("they are as long as those of the old archive", () => {
  const words = [...files(write(400, 1))]
    .filter(([path]) => path.endsWith(".md"))
    .map(([, text]) => text.split("---\n").slice(2).join("").split(/\s+/).length)
    .sort((a, b) => a - b);
  expect(words[0]).toBeGreaterThan(60);
  expect(words[200]).toBeGreaterThan(500);
  expect(words[200]).toBeLessThan(600);
  expect(words.at(-1)).toBeLessThan(2_700);
});
