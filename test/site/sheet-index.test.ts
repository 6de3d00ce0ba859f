import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CalendarDay } from "../../src/core/language/calendar-day.ts";
import { createSheetSource, findPublishedSheets, sheetFolder, writeSheetIndex } from "../../src/site/sheet-index.ts";
import { archiveOf, entry, ids, issue } from "../builders.ts";
import { runPraktika, temporaryRoot } from "../run-praktika.ts";

const version = "2020-01-02" as CalendarDay;
const source = "content/practices/2004/edno-gishe.bg.md";
const page = "dist/bg/practices/edno-gishe/index.html";
const published = "dist/pdf/bg/edno-gishe.pdf";

/** A site with one printed sheet, as `praktika pdf` leaves it. */
function siteWithSheet() {
  const root = temporaryRoot("small-site");
  const folder = sheetFolder({ state: join(root, ".praktika") });
  mkdirSync(join(folder, "bg"), { recursive: true });
  const pdf = "x".repeat(84_700);
  writeFileSync(join(folder, "bg/edno-gishe.pdf"), pdf);
  const content = { folder: join(root, "content"), name: "content" };
  const sourceFor = createSheetSource({ content }, (file) => readFileSync(join(root, file), "utf8"));
  const record = { pages: 2, bytes: pdf.length, version, key: "k", source: sourceFor([source]) };
  writeSheetIndex(folder, { "bg/edno-gishe.pdf": record });
  const build = async (...options: string[]) => {
    const { status, stderr } = await runPraktika(["build", "--root", root, ...options]);
    expect(status, stderr).toBe(0);
    return readFileSync(join(root, page), "utf8");
  };
  return { root, folder, build };
}

describe("a sheet that has been printed of the practice as it is", () => {
  it("is published, and the practice links to it with its pages and size", async () => {
    const { root, build } = siteWithSheet();
    const html = await build();
    expect(html).toContain(
      '<a href="../../../pdf/bg/edno-gishe.pdf" type="application/pdf">PDF, 2\u00a0страници, 85\u00a0kB, 2\u00a0януари\u00a02020\u00a0г.</a>',
    );
    expect(readFileSync(join(root, published), "utf8")).toHaveLength(84_700);
    expect(await build("--links", "files")).toContain('href="../../../pdf/bg/edno-gishe.pdf"');
  });

  it("is no part of the pages profile, and no other page changes by it", async () => {
    const { root, folder, build } = siteWithSheet();
    expect(await build("--profile", "pages")).not.toContain(".pdf");
    expect(existsSync(join(root, published))).toBe(false);
    await build();
    const others = ["dist/index.html", "dist/bg/index.html", "dist/en/practices/edno-gishe/index.html"];
    const before = others.map((file) => readFileSync(join(root, file), "utf8"));
    rmSync(folder, { recursive: true });
    await build();
    expect(others.map((file) => readFileSync(join(root, file), "utf8"))).toEqual(before);
  });
});

describe("a sheet that is out of date", () => {
  it.each([
    ["the text of the practice has changed", (root: string) => append(join(root, source), "\nОще нещо.\n")],
    ["site.yaml has changed", (root: string) => append(join(root, "content/site.yaml"), "\n# нещо\n")],
    ["the file is not as it was", (root: string) => append(join(root, ".praktika/pdf/bg/edno-gishe.pdf"), "x")],
    ["the file is gone", (root: string) => rmSync(join(root, ".praktika/pdf/bg/edno-gishe.pdf"))],
    ["the index is damaged", (root: string) => writeFileSync(join(root, ".praktika/pdf/index.json"), "{")],
  ])("is taken off the site: %s", async (_, change) => {
    const { root, build } = siteWithSheet();
    expect(await build()).toContain("edno-gishe.pdf");
    change(root);
    expect(await build()).not.toContain("edno-gishe.pdf");
    expect(existsSync(join(root, published))).toBe(false);
  });
});

describe("the printed book of an issue", () => {
  const issue = "content/issues/2004.yaml";
  const issuePage = "dist/bg/issues/2004/index.html";

  function siteWithBook() {
    const root = temporaryRoot("small-site");
    const folder = sheetFolder({ state: join(root, ".praktika") });
    mkdirSync(join(folder, "issues"), { recursive: true });
    const pdf = "x".repeat(2_100_000);
    writeFileSync(join(folder, "issues/2004.bg.pdf"), pdf);
    const content = { folder: join(root, "content"), name: "content" };
    const sourceFor = createSheetSource({ content }, (file) => readFileSync(join(root, file), "utf8"));
    const record = { pages: 12, bytes: pdf.length, version, key: "", source: sourceFor([issue, source]) };
    writeSheetIndex(folder, { "issues/2004.bg.pdf": record });
    const build = async () => {
      const { status, stderr } = await runPraktika(["build", "--root", root]);
      expect(status, stderr).toBe(0);
      return readFileSync(join(root, issuePage), "utf8");
    };
    return { root, build };
  }

  it("is published, and linked from the page of the issue", async () => {
    const { root, build } = siteWithBook();
    expect(await build()).toContain('href="../../../pdf/issues/2004.bg.pdf" type="application/pdf"');
    expect(readFileSync(join(root, "dist/pdf/issues/2004.bg.pdf"), "utf8")).toHaveLength(2_100_000);
  });

  it.each([issue, source])("is taken off the site when %s has changed", async (file) => {
    const { root, build } = siteWithBook();
    expect(await build()).toContain("2004.bg.pdf");
    append(join(root, file), "\n# нещо\n");
    expect(await build()).not.toContain("2004.bg.pdf");
    expect(existsSync(join(root, "dist/pdf/issues/2004.bg.pdf"))).toBe(false);
  });
});

function append(file: string, text: string): void {
  writeFileSync(file, readFileSync(file, "utf8") + text);
}

it("the volumes of a book are published from the first on, until one is missing", () => {
  const root = temporaryRoot();
  const folders = { state: join(root, ".praktika"), content: { folder: join(root, "content"), name: "content" } };
  const practices = [entry({ id: "most" })];
  const archive = archiveOf(practices, { issues: [issue({ id: "i", selection: ids("most") })] });
  const sourceOf = (): string => "";
  const record = {
    pages: 2,
    bytes: 1,
    version,
    key: "k",
    source: createSheetSource(folders, sourceOf)(["content/issues/i.yaml", ...practices.map(({ item }) => item.file)]),
  };
  const folder = join(sheetFolder(folders), "issues");
  mkdirSync(folder, { recursive: true });
  const names = [1, 2, 4].map((volume) => `i.bg.${volume}.pdf`);
  for (const name of names) writeFileSync(join(folder, name), "x");
  writeSheetIndex(sheetFolder(folders), Object.fromEntries(names.map((name) => [`issues/${name}`, record])));
  const { value } = findPublishedSheets(folders, archive, sourceOf);
  expect([...value.keys()]).toEqual(["/pdf/issues/i.bg.1.pdf", "/pdf/issues/i.bg.2.pdf"]);
});
