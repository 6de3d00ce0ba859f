import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { Manifest } from "../../../src/core/model/manifest.ts";
import { OutputWriter } from "../../../src/site/writer/output-writer.ts";
import { runs } from "../../setup/soak.ts";

const nothing: Manifest = { files: {} };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "praktika-writer-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

function write(files: Readonly<Record<string, string>>, previous = nothing) {
  const writer = new OutputWriter(join(folder, "out"), previous);
  for (const [path, content] of Object.entries(files)) writer.add({ path, content });
  return { ...writer.commit(), findings: writer.findings };
}

function read(): Record<string, string> {
  const out = join(folder, "out");
  return Object.fromEntries(
    readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path): [string, string] => [path.slice(out.length + 1), readFileSync(path, "utf8")])
      .sort(),
  );
}

describe("OutputWriter", () => {
  it("writes files and leaves nothing else behind", () => {
    expect(write({ "a/b.html": "b", "c.html": "c" }).counts).toEqual({ written: 2, unchanged: 0, removed: 0 });
    expect(read()).toEqual({ "a/b.html": "b", "c.html": "c" });
  });

  it("does not touch files that are the same, even if it has forgotten that it wrote them", () => {
    write({ "a.html": "a" });
    const before = statSync(join(folder, "out/a.html")).mtimeMs;
    expect(write({ "a.html": "a" }).counts).toEqual({ written: 0, unchanged: 1, removed: 0 });
    expect(statSync(join(folder, "out/a.html")).mtimeMs).toBe(before);
  });

  it("mends a file that somebody changed since", () => {
    const { manifest } = write({ "a.html": "right" });
    writeFileSync(join(folder, "out/a.html"), "wrong");
    expect(write({ "a.html": "right" }, manifest).counts.written).toBe(1);
    expect(read()).toEqual({ "a.html": "right" });
  });

  it("removes orphans and their empty folders, but no file that is not its own", () => {
    const { manifest } = write({ "old/a.html": "a", "old/deep/b.html": "b", "kept.html": "k" });
    writeFileSync(join(folder, "out/old/foreign.txt"), "mine");
    expect(write({ "kept.html": "k" }, manifest).counts).toEqual({ written: 0, unchanged: 1, removed: 2 });
    expect(read()).toEqual({ "kept.html": "k", "old/foreign.txt": "mine" });
    expect(existsSync(join(folder, "out/old/deep"))).toBe(false);
  });

  it("keeps an orphan that somebody has changed", () => {
    const { manifest } = write({ "a.html": "a", "b.html": "b" });
    writeFileSync(join(folder, "out/a.html"), "edited by hand");
    expect(write({ "b.html": "b" }, manifest).counts.removed).toBe(0);
    expect(read()["a.html"]).toBe("edited by hand");
  });

  it("leaves everything as it was when it is abandoned", () => {
    write({ "a.html": "before" });
    const writer = new OutputWriter(join(folder, "out"), nothing);
    writer.add({ path: "a.html", content: "after" });
    writer.add({ path: "new.html", content: "new" });
    writer.abandon();
    expect(read()).toEqual({ "a.html": "before" });
  });

  it("leaves no folder behind where there was none", () => {
    const writer = new OutputWriter(join(folder, "out"), nothing);
    writer.add({ path: "a.html", content: "a" });
    writer.abandon();
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it("turns a page into a folder of pages and back", () => {
    const first = write({ "a/x": "file" });
    const second = write({ "a/x/y": "deeper" }, first.manifest);
    expect(read()).toEqual({ "a/x/y": "deeper" });
    write({ "a/x": "file again" }, second.manifest);
    expect(read()).toEqual({ "a/x": "file again" });
  });

  it("writes through no symbolic link, neither folder nor file", () => {
    mkdirSync(join(folder, "out"));
    mkdirSync(join(folder, "elsewhere"));
    writeFileSync(join(folder, "precious.txt"), "precious");
    symlinkSync("../elsewhere", join(folder, "out/bg"));
    symlinkSync("../precious.txt", join(folder, "out/index.html"));
    const { findings } = write({ "bg/index.html": "x", "bg/deep/er.html": "x", "index.html": "x" });
    expect(findings.map(({ code }) => code)).toContain("output/symlink");
    expect(readdirSync(join(folder, "elsewhere"))).toEqual([]);
    expect(readFileSync(join(folder, "precious.txt"), "utf8")).toBe("precious");
  });

  it("deletes nothing outside, whatever a damaged manifest says", () => {
    writeFileSync(join(folder, "precious.txt"), "precious");
    const { size, mtimeMs } = statSync(join(folder, "precious.txt"));
    write({ "a.html": "a" }, { files: { "../precious.txt": { hash: "", bytes: size, modified: mtimeMs } } });
    expect(existsSync(join(folder, "precious.txt"))).toBe(true);
  });

  it("has, after any sequence of builds, just the files of the last one and those that are not its own", () => {
    const name = fc.constantFrom("a", "b", "c", "d/a", "d/b", "d/e/f", "g/h/i");
    const site = fc.dictionary(name, fc.constantFrom("one", "two", "three"), { noNullPrototype: true });
    fc.assert(
      fc.property(fc.array(site, { minLength: 1, maxLength: 6 }), (sites) => {
        rmSync(join(folder, "out"), { recursive: true, force: true });
        mkdirSync(join(folder, "out/d"), { recursive: true });
        writeFileSync(join(folder, "out/d/foreign"), "mine");
        let manifest = nothing;
        for (const files of sites) manifest = write(files, manifest).manifest;
        expect(read()).toEqual({ ...sites.at(-1), "d/foreign": "mine" });
      }),
      { numRuns: runs(60, 2_000) },
    );
  });
});
