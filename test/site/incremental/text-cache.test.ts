import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { finding } from "../../../src/core/diagnostics/finding.ts";
import type { TextRecord } from "../../../src/site/incremental/folder-cache.ts";
import { TextCache } from "../../../src/site/incremental/text-cache.ts";

let root: string;
const file = "content/practices/2016/a.bg.md";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "praktika-texts-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, "content/practices/2016"), { recursive: true });
  write(file, "one");
});

/** Long ago, so that its time can be trusted. @param day of January 2020 */
function write(path: string, text: string, day = 1): void {
  writeFileSync(join(root, path), text);
  const time = new Date(`2020-01-0${day}T00:00:00.500Z`);
  utimesSync(join(root, path), time, time);
}

/** Takes files as a build does. Returns those that had to be read. */
function build(files: readonly string[], options: { key?: string; readOnly?: boolean } = {}): readonly string[] {
  const read: string[] = [];
  const cache = new TextCache({
    content: { folder: join(root, "content"), name: "content" },
    folder: join(root, "cache"),
    readOnly: false,
    key: "key",
    isCurrent: () => true,
    ...options,
  });
  for (const path of files) {
    const record = cache.take(path, (bytes): TextRecord => {
      read.push(path);
      return { findings: [finding("content/crlf", path, {}, { line: bytes.length, column: 1 })] };
    });
    expect(record.findings).toHaveLength(1);
  }
  cache.save();
  return read;
}

it("reads a text once", () => {
  expect(build([file])).toEqual([file]);
  expect(build([file])).toEqual([]);
});

it.each([
  ["other bytes", () => write(file, "two", 2)],
  ["another length", () => write(file, "three")],
])("reads it again with %s", (_, change) => {
  build([file]);
  change();
  expect(build([file])).toEqual([file]);
  expect(build([file])).toEqual([]);
});

it("knows it again by its bytes when only its time has changed, as after a checkout", () => {
  build([file]);
  write(file, "one", 3);
  expect(build([file])).toEqual([]);
});

it("does not trust the time of a file that was written just before it was read", () => {
  writeFileSync(join(root, file), "one");
  build([file]);
  const { atime, mtime } = { atime: new Date(), mtime: new Date(Date.now() + 1) };
  utimesSync(join(root, file), atime, mtime);
  build([file]);
  writeFileSync(join(root, file), "two");
  utimesSync(join(root, file), atime, mtime);
  expect(build([file])).toEqual([file]);
});

it("knows nothing when it was made for another key, or is not there any more", () => {
  build([file]);
  expect(build([file], { key: "other" })).toEqual([file]);
  rmSync(join(root, "cache"), { recursive: true });
  expect(build([file])).toEqual([file]);
});

it("writes nothing when it may not", () => {
  build([file], { readOnly: true });
  expect(readdirSync(root)).toEqual(["content"]);
});

it("forgets texts that are no more, and keeps the others", () => {
  const other = "content/practices/2016/b.bg.md";
  write(other, "other");
  build([file, other]);
  build([other]);
  expect(build([file, other])).toEqual([file]);
});
