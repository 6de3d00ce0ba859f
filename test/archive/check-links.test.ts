import { expect, it } from "vitest";
import { type ArchiveParts, assemble } from "../../src/archive/assemble.ts";
import type { PracticeId } from "../../src/core/model/ids.ts";
import { archiveParts, entry, pageEntry, practiceLink } from "../builders.ts";

const check = (fields: Partial<ArchiveParts>) => assemble(archiveParts(fields)).findings;

it("links that lead somewhere are no finding", () => {
  const links = [practiceLink("b", "rezultati"), practiceLink("about", "", "page")];
  const practices = [entry({ id: "a" }, { links }), entry({ id: "b" }, { anchors: ["rezultati"] })];
  expect(check({ practices, pages: [pageEntry({ id: "about" }, { links: [practiceLink("a")] })] })).toEqual([]);
});

it("a practice that exists in the other language only can be linked", () => {
  const practices = [entry({ id: "a" }, { links: [practiceLink("b")] }), entry({ id: "b", language: "en" })];
  expect(check({ practices })).toEqual([]);
});

it("a link to nothing is an error at its line, with the nearest id", () => {
  const practices = [entry({ id: "a" }, { links: [practiceLink("edno-gshe")] }), entry({ id: "edno-gishe" })];
  expect(check({ practices })).toMatchObject([
    {
      code: "link/unknown-practice",
      file: "content/practices/2016/a.bg.md",
      parameters: { id: "edno-gshe", nearest: "edno-gishe" },
      location: { line: 12, text: "practice:edno-gshe" },
    },
  ]);
});

it("pages and practices are not mistaken for each other", () => {
  const links = [practiceLink("about"), practiceLink("a", "", "page")];
  const findings = check({ practices: [entry({ id: "a" }, { links })], pages: [pageEntry({ id: "about" })] });
  expect(findings.map(({ code }) => code)).toEqual(["link/unknown-practice", "link/unknown-page"]);
});

it("former ids, aliases and lists of the site are recognised before anything is called missing", () => {
  const paths = [
    "/bg/old/a/",
    "/en/innovations/a/?iid=12",
    "/bg/years/2016/",
    "/bg/",
    "/bg/years/1999/",
    "/bg/nyama/",
    "/bg/years/2016/x/",
  ];
  const links = [practiceLink("before"), ...paths.map((path) => practiceLink(path, "", "page"))].map((link) => ({
    ...link,
    written: link.target.kind === "page" ? link.target.id : link.written,
  }));
  const aliases = ["/bg/practices/before/", "/bg/old/a/"];
  const practices = [entry({ id: "a", aliases, legacyIid: 12 }), entry({ id: "b" }, { links })];
  expect(check({ practices }).map(({ code, parameters }) => [code, parameters])).toMatchObject([
    ["link/own-address", { meant: "practice:a" }],
    ["link/own-address", { written: "/bg/old/a/", meant: "practice:a" }],
    ["link/own-address", { meant: "practice:a" }],
    ["link/unknown-page", { id: "/bg/years/1999/" }],
    ["link/unknown-page", { id: "/bg/nyama/" }],
    ["link/unknown-page", { id: "/bg/years/2016/x/" }],
  ]);
});

it("a heading that is not there is a warning", () => {
  const practices = [
    entry({ id: "a" }, { links: [practiceLink("b", "nyama")] }),
    entry({ id: "b" }, { anchors: ["x"] }),
  ];
  expect(check({ practices })).toMatchObject([{ code: "link/unknown-section", parameters: { fragment: "nyama" } }]);
});

it("a heading is looked for in the version of the reader's language", () => {
  const practices = [
    entry({ id: "a" }, { links: [practiceLink("b", "rezultat")] }),
    entry({ id: "b" }, { anchors: ["rezultat"] }),
    entry({ id: "b", language: "en" }, { anchors: ["outcome"] }),
  ];
  expect(check({ practices })).toEqual([]);
});

it("a file with errors of its own is not reported a second time by those that link to it", () => {
  const practices = [entry({ id: "a" }, { links: [practiceLink("b")] })];
  expect(check({ practices, broken: new Set(["b" as PracticeId]) })).toEqual([]);
});

it("an attachment must exist", () => {
  const attachments = [
    { file: "media/plan.pdf", title: "План" },
    { file: "media/plna.pdf", title: "План" },
  ];
  const media = [{ path: "media/plan.pdf", source: "content/media/plan.pdf", bytes: 10, size: undefined }];
  expect(check({ practices: [entry({ id: "a", attachments })], media })).toMatchObject([
    {
      code: "link/missing-file",
      parameters: { path: "media/plna.pdf", nearest: "media/plan.pdf" },
      location: { field: ["attachments", 1, "file"] },
    },
  ]);
});
