import { hash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { nameOfPart, scriptOfPart } from "../../../src/pages/search/part-script.ts";
import { fileStateOf, isSameFile } from "../../../src/site/incremental/file-state.ts";
import { writeStateFile } from "../../../src/site/incremental/state-file.ts";
import { outputPlaceOf, readManifest, writeManifest } from "../../../src/site/writer/manifest.ts";
import { OutputWriter } from "../../../src/site/writer/output-writer.ts";
import { runs } from "../../setup/soak.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "praktika-writer-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

const place = () => outputPlaceOf({ root: folder, out: join(folder, "out"), state: join(folder, ".praktika") });

function write(files: Readonly<Record<string, string>>, meanwhile?: () => void) {
  const writer = new OutputWriter(place());
  // Every other one as a long text.
  for (const [index, [path, content]] of Object.entries(files).entries())
    writer.add({ path, content: index % 2 === 0 ? content : { pieces: content } });
  writer.check();
  return { ...writer.commit(meanwhile), findings: writer.findings };
}

/** The state folder is lost. */
const forget = (): void => rmSync(join(folder, ".praktika"), { recursive: true });

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
    forget();
    expect(write({ "a.html": "a" }).counts).toEqual({ written: 0, unchanged: 1, removed: 0 });
    expect(statSync(join(folder, "out/a.html")).mtimeMs).toBe(before);
  });

  it("fixes a file that somebody changed since", () => {
    write({ "a.html": "right" });
    writeFileSync(join(folder, "out/a.html"), "wrong");
    expect(write({ "a.html": "right" }).counts.written).toBe(1);
    expect(read()).toEqual({ "a.html": "right" });
  });

  describe("with what takes its time done while files are in place", () => {
    /** Longer than the steps in which a file system counts time. */
    const pause = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60);

    it("is sure of the files that it has moved one by one", () => {
      write({ "a.html": "a" });
      write({ "a.html": "other" }, pause);
      const { files, seen } = readManifest(place());
      const entry = files["a.html"];
      expect(entry && isSameFile(entry, statSync(join(folder, "out/a.html")), seen)).toBe(true);
    });

    it("fixes a file that somebody changes at that moment", () => {
      write({ "a.html": "a" });
      write({ "a.html": "right" }, () => {
        writeFileSync(join(folder, "out/a.html"), "wrong");
        pause();
      });
      expect(write({ "a.html": "right" }).counts.written).toBe(1);
      expect(read()).toEqual({ "a.html": "right" });
    });
  });

  it("removes orphans and their empty folders, but no file that is not its own", () => {
    write({ "old/a.html": "a", "old/deep/b.html": "b", "kept.html": "k" });
    writeFileSync(join(folder, "out/old/foreign.txt"), "mine");
    expect(write({ "kept.html": "k" }).counts).toEqual({ written: 0, unchanged: 1, removed: 2 });
    expect(read()).toEqual({ "kept.html": "k", "old/foreign.txt": "mine" });
    expect(existsSync(join(folder, "out/old/deep"))).toBe(false);
  });

  it("keeps an orphan that somebody has changed, and says so as long as it is there", () => {
    write({ "a.html": "a", "b.html": "b" });
    writeFileSync(join(folder, "out/a.html"), "edited by hand");
    for (const attempt of [1, 2]) {
      const { counts, findings } = write({ "b.html": "b" });
      expect(counts.removed, `build ${attempt}`).toBe(0);
      expect(findings).toMatchObject([{ code: "output/left", file: "a.html" }]);
    }
    expect(read()["a.html"]).toBe("edited by hand");
    rmSync(join(folder, "out/a.html"));
    expect(write({ "b.html": "b" }).findings).toEqual([]);
  });

  it("removes an orphan that was edited and is again what it was", () => {
    write({ "a.html": "a", "b.html": "b" });
    writeFileSync(join(folder, "out/a.html"), "edited by hand");
    write({ "b.html": "b" });
    writeFileSync(join(folder, "out/a.html"), "a");
    expect(write({ "b.html": "b" }).counts.removed).toBe(1);
  });

  it("says so when the output folder is a link that leads nowhere", () => {
    symlinkSync("not-mounted", join(folder, "out"));
    const writer = new OutputWriter(place());
    writer.add({ path: "bg/a.html", content: "a" });
    writer.check();
    expect(writer.findings).toMatchObject([{ code: "output/unwritable", parameters: { path: "out", code: "ENOENT" } }]);
    writer.abandon();
  });

  it("names files of which nobody remembers who wrote them, as long as they are there", () => {
    write({ "bg/a/index.html": "a", "bg/b/index.html": "b", "pdf/bg/a.pdf": "%PDF" });
    forget();
    mkdirSync(join(folder, "out/own"));
    writeFileSync(join(folder, "out/own/index.html"), "somebody's own");
    for (const attempt of [1, 2]) {
      const { counts, findings } = write({ "bg/b/index.html": "b" });
      expect(counts.removed, `build ${attempt}`).toBe(0);
      expect(findings).toMatchObject([{ code: "output/unknown", parameters: { path: "bg/a/index.html", count: 2 } }]);
    }
    for (const path of ["bg/a", "pdf"]) rmSync(join(folder, "out", path), { recursive: true });
    expect(write({ "bg/b/index.html": "b" }).findings).toEqual([]);
  });

  it("knows its own by names that say what is in them, though nobody remembers who wrote them", () => {
    const sha256 = (text: string): string => hash("sha256", text);
    const part = nameOfPart(["withdrawn"], sha256);
    write({
      "bg/index.html": "b",
      [`assets/css/a.${sha256("css").slice(0, 10)}.css`]: "css",
      [`assets/search/bg/${part}.js`]: scriptOfPart(part, ["withdrawn"]),
      "assets/search/bg/0123456789.js": scriptOfPart("0123456789", ["somebody's own"]),
      "assets/0123456789.css": "somebody's own",
    });
    forget();
    const { counts, findings } = write({ "bg/index.html": "b" });
    expect(counts).toEqual({ written: 0, unchanged: 1, removed: 2 });
    const left = ["assets/0123456789.css", "assets/search/bg/0123456789.js", "bg/index.html"];
    expect(Object.keys(read()).sort()).toEqual(left);
    expect(findings).toMatchObject([
      { code: "output/unknown", parameters: { path: "assets/0123456789.css", count: 2 } },
    ]);
  });

  it("knows its own files again whatever their times are, as after a copy", () => {
    write({ "a.html": "a", "b.html": "b" });
    for (const name of ["a.html", "b.html"]) utimesSync(join(folder, "out", name), 1_000, 1_000);
    expect(write({ "b.html": "b" }).counts).toEqual({ written: 0, unchanged: 1, removed: 1 });
    expect(read()).toEqual({ "b.html": "b" });
  });

  it("knows its own files again when the archive has been moved to another place", () => {
    write({ "a.html": "a", "b.html": "b" });
    const moved = `${folder}-moved`;
    renameSync(folder, moved);
    folder = moved;
    expect(write({ "b.html": "b" }).counts).toEqual({ written: 0, unchanged: 1, removed: 1 });
  });

  it("removes what versions before this one wrote", () => {
    write({ "a.html": "a", "old.html": "old" });
    forget();
    const { out } = place();
    const entry = { hash: hash("sha256", "old"), bytes: 3, modified: 0 };
    const file = join(folder, ".praktika/manifests", `${hash("sha256", out).slice(0, 16)}.json`);
    writeStateFile(file, `manifest 2 of ${out}`, { "old.html": entry });
    expect(write({ "a.html": "a" }).counts.removed).toBe(1);
  });

  it("keeps a file of the last build only if it has the same bytes", () => {
    write({ "a.html": "a", "b.html": "b", "c.html": "c" });
    writeFileSync(join(folder, "out/b.html"), "x");
    rmSync(join(folder, "out/c.html"));
    utimesSync(join(folder, "out/a.html"), 1_000, 1_000);
    const writer = new OutputWriter(place());
    expect(["a.html", "b.html", "c.html", "d.html"].map((path) => writer.keep(path))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    writer.abandon();
  });

  it("leaves everything as it was when it is abandoned, and shows nothing before", () => {
    write({ "a.html": "before" });
    const writer = new OutputWriter(place());
    writer.add({ path: "a.html", content: "after" });
    writer.add({ path: "new.html", content: "new" });
    expect(read()).toEqual({ "a.html": "before" });
    writer.abandon();
    expect(read()).toEqual({ "a.html": "before" });
    expect(existsSync(place().staging)).toBe(false);
  });

  it("leaves no folder behind where there was none", () => {
    const writer = new OutputWriter(place());
    writer.add({ path: "a.html", content: "a" });
    writer.abandon();
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it("takes away what a version before this one left in the output folder when it was killed", () => {
    mkdirSync(join(folder, "out/.praktika-staging-4711/bg"), { recursive: true });
    write({ "a.html": "a" });
    expect(readdirSync(join(folder, "out"))).toEqual(["a.html"]);
  });

  it("turns a page into a folder of pages and back", () => {
    write({ "a/x": "file" });
    write({ "a/x/y": "deeper" });
    expect(read()).toEqual({ "a/x/y": "deeper" });
    write({ "a/x": "file again" });
    expect(read()).toEqual({ "a/x": "file again" });
  });

  it.each([
    ["a page becomes a folder, and was changed by hand", "a/x", "a/x/y", "a/x"],
    ["a folder becomes a page, and holds a file of somebody's", "a/x/y", "a/x", "a/x/foreign"],
  ])("says what is in the way before anything is moved: %s", (_, before, after, changed) => {
    write({ [before]: "before", other: "before" });
    writeFileSync(join(folder, "out", changed), "mine");
    const writer = new OutputWriter(place());
    writer.add({ path: after, content: "after" });
    writer.add({ path: "other", content: "after" });
    writer.check();
    expect(writer.findings.map(({ code }) => code)).toContain("output/occupied");
    writer.abandon();
    expect(read()).toMatchObject({ [changed]: "mine", other: "before" });
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
    const entry = { ...fileStateOf(statSync(join(folder, "precious.txt"))), hash: hash("sha256", "precious") };
    writeManifest(place(), {
      ...readManifest(place()),
      seen: Date.now() + 60_000,
      files: [["../precious.txt", entry]],
      left: [],
    });
    write({ "a.html": "a" });
    expect(existsSync(join(folder, "precious.txt"))).toBe(true);
  });

  it("has, after any sequence of builds, just the files of the last one and those that are not its own", () => {
    const name = fc.constantFrom("a", "b", "c", "d/a", "d/b", "d/e/f", "g/h/i");
    const site = fc.dictionary(name, fc.constantFrom("one", "two", "three"), { noNullPrototype: true });
    fc.assert(
      fc.property(fc.array(site, { minLength: 1, maxLength: 6 }), (sites) => {
        for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
        mkdirSync(join(folder, "out/d"), { recursive: true });
        writeFileSync(join(folder, "out/d/foreign"), "mine");
        for (const files of sites) write(files);
        expect(read()).toEqual({ ...sites.at(-1), "d/foreign": "mine" });
      }),
      { numRuns: runs(60, 2_000) },
    );
  });
});
