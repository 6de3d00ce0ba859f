import { describe, expect, it } from "vitest";
import { assemble } from "../../src/archive/assemble.ts";
import type { MunicipalityCode, PracticeId, ThemeId } from "../../src/core/model/ids.ts";
import { archiveOf, archiveParts, codesOf, editionIn, entry, pageEntry, vocabulary } from "../builders.ts";

const idsOf = (entries: Iterable<{ item: { id: string } }> | undefined) =>
  [...(entries ?? [])].map(({ item }) => item.id);
const id = (text: string) => text as PracticeId;

describe("an edition", () => {
  it("lists its practices, the newest first; on one day by id", () => {
    const archive = archiveOf([
      entry({ id: "b", date: "2016-06-09" }),
      entry({ id: "old", date: "1999-01-01" }),
      entry({ id: "a", date: "2016-06-09" }),
      entry({ id: "new", date: "2018-01-01" }),
    ]);
    expect(idsOf(editionIn(archive, "bg").practices)).toEqual(["new", "a", "b", "old"]);
  });

  it("has the practices of its language only; both languages share the id", () => {
    const archive = archiveOf([entry({ id: "a" }), entry({ id: "a", language: "en" }), entry({ id: "b" })]);
    expect(idsOf(editionIn(archive, "bg").practices)).toEqual(["a", "b"]);
    expect(idsOf(editionIn(archive, "en").practices)).toEqual(["a"]);
  });

  it("exists for each language of the site, and no other", () => {
    const archive = archiveOf([entry({ id: "a" })], { vocabulary: vocabulary({ languages: ["bg"] }) });
    expect([...archive.editions.keys()]).toEqual(["bg"]);
  });

  it("knows the neighbours of each practice in time, of its own language", () => {
    const archive = archiveOf([
      entry({ id: "one", date: "2001-01-01" }),
      entry({ id: "two", date: "2002-01-01" }),
      entry({ id: "other", date: "2002-06-01", language: "en" }),
      entry({ id: "three", date: "2003-01-01" }),
    ]);
    const { neighbours } = editionIn(archive, "bg");
    const around = (name: string) => [
      neighbours.get(id(name))?.older?.item.id,
      neighbours.get(id(name))?.newer?.item.id,
    ];
    expect(around("two")).toEqual(["one", "three"]);
    expect(around("one")).toEqual([undefined, "two"]);
    expect(around("three")).toEqual(["two", undefined]);
  });

  it("groups by theme in the order of themes.yaml, leaving out those without a practice", () => {
    const archive = archiveOf([
      entry({ id: "a", themes: ["finance"], date: "2003-01-01" }),
      entry({ id: "b", themes: ["finance", "youth"], date: "2004-01-01" }),
    ]);
    const { themes } = editionIn(archive, "bg");
    expect([...themes.keys()]).toEqual(["youth", "finance"]);
    expect(idsOf(themes.get("finance" as ThemeId))).toEqual(["b", "a"]);
  });

  it("groups by year, the newest first", () => {
    const archive = archiveOf([entry({ id: "a", date: "1999-12-31" }), entry({ id: "b", date: "2000-01-01" })]);
    expect([...editionIn(archive, "bg").years.keys()]).toEqual(["2000", "1999"]);
  });

  it("groups by municipality, in dictionary order of the provinces", () => {
    const archive = archiveOf([
      entry({ id: "yambol", municipalities: ["JAM26"] }),
      entry({ id: "both", municipalities: ["SLV20", "BGS04"] }),
    ]);
    const { municipalities } = editionIn(archive, "bg");
    expect([...municipalities.keys()]).toEqual(["BGS04", "SLV20", "JAM26"]);
    expect(idsOf(municipalities.get("SLV20" as MunicipalityCode))).toEqual(["both"]);
  });

  it("groups by the size of the places, the smallest first, a practice once for each size", () => {
    const archive = archiveOf([
      entry({ id: "large", municipalities: ["SLV20", "BGS04"] }),
      entry({ id: "both", municipalities: ["BGS04", "PVN03"] }),
      entry({ id: "nowhere" }),
    ]);
    const { sizes } = editionIn(archive, "bg");
    expect([...sizes].map(([band, practices]) => [band, idsOf(practices).toSorted()])).toEqual([
      ["5-10", ["both"]],
      ["over-100", ["both", "large"]],
    ]);
  });
});

describe("drafts", () => {
  const practices = [
    entry(
      { id: "a" },
      {
        links: [{ target: { kind: "practice", id: "d", fragment: "" }, written: "practice:d", line: 9, image: false }],
      },
    ),
    entry({ id: "d", draft: true }),
  ];

  it("are left out, and a link to one is a warning, not a broken link", () => {
    const { value, findings } = assemble(archiveParts({ practices }));
    expect(idsOf(editionIn(value, "bg").practices)).toEqual(["a"]);
    expect(findings).toMatchObject([{ code: "link/draft", parameters: { id: "d" } }]);
  });

  it("are practices like all others when asked for", () => {
    const { value, findings } = assemble(archiveParts({ practices, withDrafts: true }));
    expect(idsOf(editionIn(value, "bg").practices)).toEqual(["a", "d"]);
    expect(findings).toEqual([]);
  });

  it("in one language do not hide the version in the other", () => {
    const { value } = assemble(
      archiveParts({ practices: [entry({ id: "a" }), entry({ id: "a", language: "en", draft: true })] }),
    );
    expect(idsOf(editionIn(value, "bg").practices)).toEqual(["a"]);
    expect(idsOf(editionIn(value, "en").practices)).toEqual([]);
  });
});

it("all findings of an archive come in one go", () => {
  const { findings } = assemble(
    archiveParts({
      practices: [
        entry({ id: "a", aliases: ["/../x"], adoptedFrom: ["practice:nothing"] }),
        entry({ id: "a", file: "content/practices/2017/a.bg.md" }),
        entry({ id: "b", attachments: [{ file: "media/none.pdf", title: "План" }] }),
      ],
      pages: [pageEntry({ id: "about" })],
    }),
  );
  expect(codesOf(findings)).toEqual([
    "content/duplicate-id",
    "alias/invalid",
    "front-matter/unknown-practice",
    "link/missing-file",
  ]);
});
