import { describe, expect, it } from "vitest";
import type { CalendarDay } from "../../src/core/language/calendar-day.ts";
import { checkArchive } from "../../src/review/check-archive.ts";
import { checkTranslations } from "../../src/review/check-translations.ts";
import { findDuplicates } from "../../src/review/find-duplicates.ts";
import { composePractice } from "../bench/corpus/compose-practice.ts";
import { createRandom } from "../bench/corpus/random.ts";
import { archiveOf, codesOf, entry, pageEntry, vocabulary } from "../builders.ts";

const today = "2026-11-25" as CalendarDay;
const siteFile = "content/site.yaml";
const status = (checked: string | undefined) => ({
  state: "active" as const,
  checked: checked as CalendarDay | undefined,
});

describe("a status", () => {
  it.each([
    ["active, never checked", status(undefined), ["status/unchecked"]],
    ["checked more than three years ago", status("2023-11-24"), ["status/stale"]],
    ["checked three years ago to the day", status("2023-11-25"), []],
    ["ended long ago", { state: "ended" as const, checked: "2001-01-01" as CalendarDay }, []],
  ])("%s", (_, value, codes) => {
    expect(codesOf(checkArchive(archiveOf([entry({ id: "a", status: value })]), siteFile, today))).toEqual(codes);
  });
});

it.each([
  ["1900-01-01", today, []],
  ["1899-12-31", today, ["front-matter/odd-date"]],
  ["2026-12-25", today, []],
  ["2026-12-26", today, ["front-matter/odd-date"]],
  ["2027-01-25", "2026-12-25", []],
  ["2027-01-26", "2026-12-25", ["front-matter/odd-date"]],
  // The day after the last of February is no later than its thirtieth.
  ["2027-02-28", "2027-01-31", []],
  ["2027-03-01", "2027-01-31", ["front-matter/odd-date"]],
])("a practice of %s, looked at on %s: %j", (date, day, codes) => {
  expect(codesOf(checkArchive(archiveOf([entry({ id: "a", date })]), siteFile, day as CalendarDay))).toEqual(codes);
});

it.each([
  ["2026-12-26", []],
  ["2026-12-25", ["site/security-expires"]],
  ["2020-01-01", ["site/security-expires"]],
])("an address for reports on security that holds until %s, a month before that day or later", (expires, codes) => {
  const security = { contact: "security@example.org", expires: expires as CalendarDay };
  const archive = archiveOf([], { vocabulary: vocabulary({ security }) });
  expect(codesOf(checkArchive(archive, siteFile, today))).toEqual(codes);
});

describe("a translation", () => {
  const archive = archiveOf([
    entry({ id: "a", language: "bg", file: "a.bg.md" }),
    entry({ id: "a", language: "en", file: "a.en.md", translation: "full" }),
  ]);
  const changed = (bg: number | undefined, en: number | undefined) => (file: string) => (file === "a.bg.md" ? bg : en);

  it("is older if its original was changed after it", () => {
    expect(codesOf(checkTranslations(archive, changed(200, 100)))).toEqual(["translation/older"]);
    expect(checkTranslations(archive, changed(100, 100))).toEqual([]);
    expect(checkTranslations(archive, changed(100, 200))).toEqual([]);
    expect(checkTranslations(archive, changed(undefined, 100))).toEqual([]);
  });
});

describe("near-duplicates", () => {
  const texts = Array.from({ length: 300 }, (_, index) => {
    const { text } = composePractice(index + 1, createRandom(index + 1));
    return { file: `${index}.bg.md`, id: `p${index}`, language: "bg", body: text.slice(text.indexOf("## ")) };
  });
  const [first] = texts;
  if (!first) throw new Error("no texts");

  it("are not found among different texts", () => {
    expect(findDuplicates(texts)).toEqual([]);
  });

  it("are found once for each pair, also with a few words changed", () => {
    const words = first.body.split(" ");
    const body = words.map((word, index) => (index % 60 === 30 ? "друго" : word)).join(" ");
    const found = findDuplicates([...texts, { ...first, id: "copy", file: "copy.bg.md", body }]);
    expect(found.map(({ file, parameters }) => [file, (parameters as { other: string }).other])).toEqual([
      ["copy.bg.md", "0.bg.md"],
    ]);
  });

  it("are no two languages of one practice", () => {
    expect(findDuplicates([first, { ...first, language: "en", file: "0.en.md" }])).toEqual([]);
    expect(findDuplicates([first, { ...first, file: "0b.bg.md" }])).toEqual([]);
  });
});

describe("a statement on accessibility", () => {
  it.each([
    ["looked at a year ago to the day", "2025-11-25", []],
    ["looked at more than a year ago", "2025-11-24", ["page/stale-statement"]],
    ["that says no day", undefined, ["page/stale-statement"]],
  ])("%s", (_, day, codes) => {
    const updated = day as CalendarDay | undefined;
    const old = "2001-01-01" as CalendarDay;
    const pages = [pageEntry({ id: "accessibility", updated }), pageEntry({ id: "about", updated: old })];
    expect(codesOf(checkArchive(archiveOf([], { pages }), siteFile, today))).toEqual(codes);
  });
});

it("the status of a demonstration grows not old", () => {
  const practices = [entry({ id: "a", status: status("2001-01-01") })];
  const demonstration = vocabulary({ demonstration: true });
  expect(checkArchive(archiveOf(practices, { vocabulary: demonstration }), siteFile, today)).toEqual([]);
});

it("a file of the media that nothing shows or offers is left over", () => {
  const file = (path: string) => ({ path, source: `content/${path}`, bytes: 1, size: undefined });
  const link = (path: string, image: boolean) => ({
    target: { kind: "file" as const, path, fragment: "" },
    written: path,
    line: 1,
    image,
  });
  const archive = archiveOf(
    [
      entry(
        { id: "a", attachments: [{ file: "media/offered.pdf", title: "План" }] },
        { links: [link("media/linked.pdf", false), link("media/shown.png", true)] },
      ),
    ],
    {
      pages: [pageEntry({ id: "about" }, { links: [link("media/of-page.png", true)] })],
      media: ["media/offered.pdf", "media/linked.pdf", "media/shown.png", "media/of-page.png", "media/left.pdf"].map(
        file,
      ),
    },
  );
  expect(checkArchive(archive, siteFile, today)).toMatchObject([
    { code: "media/unreferenced", file: "content/media/left.pdf", parameters: { path: "media/left.pdf" } },
  ]);
});

it("the original of a translation is the version that is none, else that of the site's first language", () => {
  const versions = (bg: "full" | undefined) =>
    archiveOf([
      entry({ id: "a", language: "bg", file: "a.bg.md", translation: bg }),
      entry({ id: "a", language: "en", file: "a.en.md", translation: "full" }),
    ]);
  const found = (bg: "full" | undefined) =>
    checkTranslations(versions(bg), (file) => (file === "a.bg.md" ? 200 : 100)).map(({ file, parameters }) => [
      file,
      parameters,
    ]);
  expect(found(undefined)).toEqual([["a.en.md", { original: "a.bg.md", day: "1970-01-01" }]]);
  expect(found("full")).toEqual([["a.en.md", { original: "a.bg.md", day: "1970-01-01" }]]);
  expect(checkTranslations(archiveOf([entry({ id: "a", translation: "full" })]), () => 1)).toEqual([]);
});
