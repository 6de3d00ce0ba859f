import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "cheerio";
import { beforeAll, describe, expect, it } from "vitest";
import { pageText, readPdf } from "../print/paper/read-pdf.ts";
import { fixture, runPraktika } from "../run-praktika.ts";
import { useFolder } from "../use-folder.ts";
import { expectGolden } from "./expect-golden.ts";

/*
 * A second archive, which is none of practices: case studies in English alone, with fields and sections of its own, without places and nominations.
 * docs/another-archive.md shows how it is made.
 */

const golden = fileURLToPath(new URL("expected/case-studies", import.meta.url));

/** Words of the first archive, in any form, and letters of its other language. Addresses and names of files are a contract and stay. */
const foreign =
  /\b(?:practices?|innovators?|municipalit(?:y|ies)|provinces?|nominat\w*|bulgaria\w*|BGN)\b|\p{Script=Cyrillic}/iu;
const addresses = /(?:https?:\/\/|\/)\S+|\bpractices\.\w+|\{\w+\}/g;

function foreignIn(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => foreign.test(text.replace(addresses, ""))).map((text) => text.trim());
}

/** Everything of a page that a person reads or hears. */
function saidOn(html: string): readonly string[] {
  const page = load(html);
  page("style, script").remove();
  const texts = page("body, head")
    .find("*")
    .contents()
    .toArray()
    .flatMap((node) => (node.type === "text" ? node.data : []));
  const spoken = ["aria-label", "title", "alt", "placeholder", "content"].flatMap((name) =>
    page(`[${name}]`)
      .toArray()
      .map((element) => page(element).attr(name) ?? ""),
  );
  // What scripts say stands in attributes.
  const scripted = page("*")
    .toArray()
    .flatMap((element) => Object.entries("attribs" in element ? element.attribs : {}))
    .flatMap(([name, value]) => (/^data-/.test(name) && /\s/.test(value) && name !== "data-synonyms" ? value : []));
  return [...texts, ...spoken, ...scripted];
}

describe("an archive of case studies", () => {
  const folder = useFolder();
  const files = (below: string): string[] => readdirSync(join(folder(), below), { recursive: true, encoding: "utf8" });

  beforeAll(async () => {
    cpSync(fixture("case-studies"), folder(), { recursive: true });
    const { status, stdout } = await runPraktika(["build", "--root", folder(), "--lang", "en"]);
    expect(status, stdout).toBe(0);
    expect(stdout).toBe("");
  });

  it("has no page that speaks of practices, innovators, municipalities, nominations or another language", () => {
    const pages = files("dist").filter((name) => name.endsWith(".html"));
    expect(pages.length).toBeGreaterThan(20);
    const found = pages.flatMap((page) =>
      foreignIn(saidOn(readFileSync(join(folder(), "dist", page), "utf8"))).map((text) => `${page}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it("has feeds and descriptions of its data without them", () => {
    for (const name of ["en/feed.xml", "data/datapackage.json", "data/catalog.jsonld", "en/manifest.webmanifest"]) {
      const lines = readFileSync(join(folder(), "dist", name), "utf8").split("\n");
      // Names of files and of what they hold are addresses as well.
      expect(foreignIn(lines.filter((line) => !/"name": "practices"/.test(line))), name).toEqual([]);
    }
  });

  it("has the files and columns of its own alone", () => {
    expectGolden(
      `${files("dist")
        .filter((name) => !name.startsWith("assets"))
        .sort()
        .join("\n")}\n`,
      join(golden, "files.txt"),
    );
    for (const name of ["en/practices/rain-on-the-roof/index.html", "data/practices.csv"])
      expectGolden(
        readFileSync(join(folder(), "dist", name), "utf8").replace(
          /(assets\/[\w/-]+)\.[0-9a-f]{10}\./g,
          "$1.FINGERPRINT.",
        ),
        join(golden, name),
      );
  });

  it("prints sheets and a book in its own words", async () => {
    const out = ["--root", folder(), "--lang", "en", "--out", join(folder(), "printed")];
    for (const what of [["--all"], ["--issue", "2023"], ["--overview"]]) {
      const { status, stderr } = await runPraktika(["pdf", ...what, ...out]);
      expect(status, stderr).toBe(0);
    }
    const printed = files("printed").filter((name) => name.endsWith(".pdf"));
    expect(printed.length).toBe(5);
    for (const name of printed) {
      const pdf = await readPdf(readFileSync(join(folder(), "printed", name)));
      expect(foreignIn(pdf.pages.map(pageText)), name).toEqual([]);
    }
  });

  it("begins a new case study with its own sections and required fields, and asks for nothing else", async () => {
    const { stdout } = await runPraktika(["new", "Shade", "--root", folder(), "--lang", "en", "--dry-run"]);
    expect(stdout).toMatch(/^country: ''$/m);
    expect([...stdout.matchAll(/^## (.*)$/gm)].map(([, name]) => name)).toEqual(["Context", "Approach", "Evidence"]);
    expect(foreignIn(stdout.split("\n"))).toEqual(["innovator: '-'"]);
  });

  it("imports a list by its own fields and sections", async () => {
    const list = join(folder(), "list.csv");
    writeFileSync(
      list,
      "Name,Organisation,Date,Country,Context,Approach\nShade,Sombra,2022-05-01,Portugal,Hot.,Trees.\n",
    );
    const { stdout } = await runPraktika(["import", list, "--root", folder(), "--lang", "en", "--dry-run"]);
    expect(stdout).toContain("country: pt");
    expect(stdout).toContain("## Context\n\nHot.\n\n## Approach\n\nTrees.");
  });

  it("is made as its page of the handbook shows", () => {
    const page = readFileSync(fileURLToPath(new URL("../../docs/another-archive.md", import.meta.url)), "utf8");
    const lines = ["site.yaml", "fields.yaml"].flatMap((name) =>
      readFileSync(join(folder(), "content", name), "utf8").split("\n"),
    );
    const shown = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].flatMap(([, block = ""]) =>
      block.trimEnd().split("\n"),
    );
    expect(shown.length).toBeGreaterThan(15);
    expect(shown.filter((line) => !lines.includes(line))).toEqual([]);
  });

  it("is checked without a word of missing translations, places or sections that are not wanted", async () => {
    const { status, stdout } = await runPraktika(["check", "--root", folder(), "--lang", "en", "--report"]);
    expect(status).toBe(0);
    expect(stdout).not.toMatch(/translation|municipality|Evidence|left-over/);
  });
});
