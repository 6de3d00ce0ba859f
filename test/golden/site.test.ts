import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runPraktika, temporaryRoot } from "../run-praktika.ts";
import { expectGolden } from "./expect-golden.ts";

const golden = fileURLToPath(new URL("expected/small-site", import.meta.url));

/** One of each kind of file whose text is worth reading line by line. */
const compared = [
  "index.html",
  "404.html",
  "bg/index.html",
  "bg/practices/index.html",
  "bg/practices/edno-gishe/index.html",
  "bg/practices/mobilno-gishe/index.html",
  "en/practices/edno-gishe/index.html",
  "bg/themes/youth/index.html",
  "bg/municipalities/index.html",
  "bg/issues/2004/index.html",
  "bg/about/index.html",
  "bg/feed.xml",
  "bg/search/index.html",
  "bg/search/index/head.js",
  "bg/index/index.html",
  "data/practices.csv",
  "data/practices.json",
  "data/citations.bg.bib",
  "data/citations.bg.ris",
  "data/citations.bg.json",
  "data/practices.geojson",
  "data/datapackage.json",
  "data/catalog.jsonld",
  "data/oai.xml",
  "sitemap.xml",
  "nominees.json",
  "ballot-paper.json",
  "robots.txt",
  "innovations/edno-gishe/index.html",
  "old/gishe.html",
];

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** Names of assets carry a fingerprint, which changes with every touch of a style sheet; parts of the search's index are nothing else. */
function withoutFingerprints(text: string): string {
  return text
    .replace(/(assets\/[\w/-]+)\.[0-9a-f]{10}\./g, "$1.FINGERPRINT.")
    .replace(/(assets\/search\/\w+\/)[0-9a-f]{10}\./g, "$1FINGERPRINT.");
}

describe("a small bilingual site", () => {
  it("is exactly the expected pages", async () => {
    const root = temporaryRoot("small-site");
    const { status, stderr } = await runPraktika(["build", "--root", root, "--lang", "en"]);
    expect(stderr).toContain("0 errors, 1 warning.");
    expect(status).toBe(0);
    const dist = join(root, "dist");
    const files = filesBelow(dist);
    expectGolden(withoutFingerprints(`${files.join("\n")}\n`), join(golden, "files.txt"));
    for (const file of compared) {
      expectGolden(withoutFingerprints(readFileSync(join(dist, file), "utf8")), join(golden, file));
    }
  });

  it("has only practice pages, listings, feed and sitemap in the pages profile", async () => {
    const root = temporaryRoot("small-site");
    expect((await runPraktika(["build", "--root", root, "--profile", "pages"])).status).toBe(0);
    const files = filesBelow(join(root, "dist")).filter((file) => !/^(assets|media)\//.test(file));
    expect(files).toEqual([
      "bg/feed.xml",
      "bg/index.html",
      "bg/practices/edno-gishe/index.html",
      "bg/practices/index.html",
      "bg/practices/mobilno-gishe/index.html",
      "bg/practices/page/2/index.html",
      "bg/practices/treta/index.html",
      "bg/themes/energy/index.html",
      "bg/themes/youth/index.html",
      "bg/years/2004/index.html",
      "bg/years/2016/index.html",
      "en/feed.xml",
      "en/index.html",
      "en/practices/edno-gishe/index.html",
      "en/practices/index.html",
      "en/themes/youth/index.html",
      "en/years/2004/index.html",
      "index.html",
      "sitemap.xml",
    ]);
  });

  it("shows drafts only when asked to", async () => {
    const root = temporaryRoot("small-site");
    await runPraktika(["build", "--root", root]);
    expect(filesBelow(join(root, "dist"))).not.toContain("bg/practices/chernova/index.html");
    await runPraktika(["build", "--root", root, "--drafts"]);
    expect(filesBelow(join(root, "dist"))).toContain("bg/practices/chernova/index.html");
  });
});
