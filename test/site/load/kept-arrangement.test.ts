import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { arrange } from "../../../src/archive/assemble.ts";
import { createEntryTracker } from "../../../src/archive/tracked-entry.ts";
import { Cells } from "../../../src/core/cells/cells.ts";
import type { Route } from "../../../src/core/model/route.ts";
import { shortHash } from "../../../src/site/incremental/short-hash.ts";
import { KeptArrangement } from "../../../src/site/load/kept-arrangement.ts";
import { archiveParts, entry } from "../../builders.ts";

type Texts = Readonly<Record<string, { readonly title: string; readonly date: string }>>;

const texts: Texts = {
  a: { title: "Пекарна", date: "2016-05-01" },
  b: { title: "Мост", date: "2017-05-01" },
};

/** What is remembered of the texts of a folder. */
function recordsOf(said: Texts) {
  return new Map(
    Object.entries(said).map(([id, { title, date }]) => {
      const text = entry({ id, title, date });
      const tokens = { record: shortHash(JSON.stringify(text)), text: "" };
      return [
        id,
        { hash: "", bytes: 0, modified: 0, changed: 0, inode: 0, findings: [], tokens, entry: text },
      ] as const;
    }),
  );
}

/** Builds of one archive. Each says whether it had to arrange it, and to plan its routes. */
function open() {
  const folder = mkdtempSync(join(tmpdir(), "praktika-arrangement-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return (before: Texts, now: Texts, { key = "key", target = "web", isSaved = true } = {}) => {
    const [old, records] = [recordsOf(before), recordsOf(now)];
    const kept = new KeptArrangement({
      cache: { folder, readOnly: false },
      key,
      files: Object.keys(now),
      before: (file) => old.get(file),
      now: (file) => records.get(file),
    });
    const made: string[] = [];
    const { track } = createEntryTracker(new Cells(shortHash), () => undefined, kept.watching);
    const parts = archiveParts({
      practices: [...records].map(([file, { entry: text }]) => track(file, () => text)),
    });
    const { archive } = kept.arrange(parts, () => {
      made.push("archive");
      return { archive: arrange(parts).archive, findings: [] };
    });
    kept.plan(target, () => {
      made.push("routes");
      return { value: [{ kind: "page", permalink: "/", language: "bg", key: "" } as unknown as Route], findings: [] };
    });
    if (isSaved) kept.save();
    const titles = archive.editions.get("bg")?.practices.map(({ item }) => item.title);
    return { made, titles };
  };
}

it("stands while texts are alike in what it is arranged by, and shows what they say now", () => {
  const build = open();
  expect(build({}, texts).made).toEqual(["archive", "routes"]);
  expect(build(texts, texts)).toEqual({ made: [], titles: ["Мост", "Пекарна"] });
  const retitled = { ...texts, b: { ...texts.b, title: "Брод", date: "2017-05-01" } };
  expect(build(texts, retitled)).toEqual({ made: [], titles: ["Брод", "Пекарна"] });
  const moved = { ...retitled, b: { title: "Брод", date: "2015-05-01" } };
  expect(build(retitled, moved)).toEqual({ made: ["archive", "routes"], titles: ["Пекарна", "Брод"] });
});

it("is made anew where a text comes or goes, or anything else that it was arranged of has changed", () => {
  const build = open();
  build({}, texts);
  const { a } = texts;
  expect(build(texts, { a: a as Texts[string] }).made).toEqual(["archive", "routes"]);
  expect(build(texts, texts).made).toEqual(["archive", "routes"]);
  expect(build(texts, texts, { key: "other" }).made).toEqual(["archive", "routes"]);
  expect(build(texts, texts, { key: "other", target: "disk" }).made).toEqual(["routes"]);
});

it("counts for nothing where a build remembered its texts and was cut off before it left how they are arranged", () => {
  const build = open();
  build({}, texts);
  const moved = { ...texts, b: { title: "Мост", date: "2015-05-01" } };
  build(texts, moved, { isSaved: false });
  expect(build(moved, moved)).toEqual({ made: ["archive", "routes"], titles: ["Пекарна", "Мост"] });
});
