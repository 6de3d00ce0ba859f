import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { type ConfigData, HtmlValidate } from "html-validate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findRareTool } from "../setup/rare-tools.ts";
import { openBrowser } from "../setup/shared.ts";
import { isSoak } from "../setup/soak.ts";
import { baseUrl, fileOf, filesOf, openSite, readSite, type Site, samplePages } from "./site.ts";

let site: Site;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  site = await openSite("pretty");
  browser = await openBrowser();
  page = await browser.newPage();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const rules: ConfigData["rules"] = {
  // Either case is valid.
  "doctype-style": ["error", { style: "lowercase" }],
  // Titles are the editors'; a search engine that cuts one does no harm.
  "long-title": "off",
  // An optional part of a template that is left out leaves its indentation.
  "no-trailing-whitespace": "off",
  // HTML allows an id that begins with a digit; headings such as “1. Summary” get one.
  "valid-id": ["error", { relaxed: true }],
  // A list of facts may have a name, which screen readers speak.
  "aria-label-misuse": ["error", { allowAnyNamable: true }],
  // A field may hold several numbers, and a non-breaking space would be copied with them.
  "tel-non-breaking": "off",
};

// Java is no package of npm.
const java = "java";
const jar = findRareTool("vnu-jar/build/dist/vnu.jar");
const hasChecker = jar !== undefined && spawnSync(java, ["-version"]).status === 0;

test("pages keep to the recommended rules of html-validate", () => {
  const validator = new HtmlValidate({ root: true, extends: ["html-validate:recommended"], rules });
  const sample = new Set(samplePages.map(fileOf));
  const files = filesOf(site, ".html").filter((file) => isSoak || sample.has(file));
  expect(files.length).toBeGreaterThanOrEqual(sample.size);
  const messages = files.flatMap((file) =>
    validator
      .validateStringSync(readSite(site, file), file)
      .results.flatMap((result) => result.messages)
      .map(({ line, column, ruleId, message }) => `${file}:${line}:${column} ${ruleId} ${message}`),
  );
  expect(messages).toEqual([]);
});

// To compile the checker well takes four times as long as what it then does.
const quickJava = ["-Xss8m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];

const nuChecker = `the Nu checker${hasChecker ? "" : " (needs Java, and npm run test:engines)"}`;
test.skipIf(!hasChecker)(`${nuChecker} finds no error in the site`, async () => {
  const options = ["--format", "json", "--errors-only", "--skip-non-html", "--exit-zero-always"];
  const { stderr } = await promisify(execFile)(java, [...quickJava, "-jar", String(jar), ...options, site.folder], {
    maxBuffer: 2 ** 26,
  });
  const { messages }: { messages: { url: string; lastLine: number; message: string }[] } = JSON.parse(stderr);
  expect(messages.map(({ url, lastLine, message }) => `${url}:${lastLine} ${message}`)).toEqual([]);
});

describe.each(["bg", "en"])("/%s/feed.xml", (language) => {
  test("is an Atom feed with all that the standard requires", async () => {
    const feed = await page.evaluate(
      (xml) => {
        const document = new DOMParser().parseFromString(xml, "application/xml");
        const text = (parent: ParentNode, name: string): string =>
          parent.querySelector(name)?.textContent?.trim() ?? "";
        return {
          fault: text(document, "parsererror"),
          root: `${document.documentElement.namespaceURI} ${document.documentElement.localName}`,
          id: text(document, "feed > id"),
          title: text(document, "feed > title"),
          author: text(document, "feed > author > name"),
          updated: text(document, "feed > updated"),
          self: document.querySelector("feed > link[rel=self]")?.getAttribute("href"),
          entries: [...document.querySelectorAll("feed > entry")].map((entry) => ({
            id: text(entry, "id"),
            title: text(entry, "title"),
            updated: text(entry, "updated"),
            href: entry.querySelector("link[rel=alternate]")?.getAttribute("href") ?? "",
            addresses: [...new DOMParser().parseFromString(text(entry, "content"), "text/html").querySelectorAll("*")]
              .map((element) => element.getAttribute("href") ?? element.getAttribute("src"))
              .filter((address) => address !== null),
          })),
        };
      },
      readSite(site, `${language}/feed.xml`),
    );

    const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;
    expect(feed).toMatchObject({
      fault: "",
      root: "http://www.w3.org/2005/Atom feed",
      self: `${baseUrl}/${language}/feed.xml`,
    });
    expect([feed.id, feed.title, feed.author]).not.toContain("");
    expect(feed.updated).toMatch(instant);
    expect(feed.entries.length).toBeGreaterThan(10);
    expect(new Set(feed.entries.map(({ id }) => id)).size).toBe(feed.entries.length);
    for (const entry of feed.entries) {
      expect(entry.title).not.toBe("");
      expect(entry.updated).toMatch(instant);
      expect(entry.href).toMatch(new RegExp(`^${baseUrl}/${language}/practices/[a-z0-9-]+/$`));
      // A feed is read elsewhere, where a relative address leads nowhere.
      for (const address of entry.addresses) expect.soft(address).toMatch(/^(https?:|mailto:|tel:|#)/);
    }
  });
});

test("the site map is well-formed, and lists every page once except those that forward, fail or repeat others", async () => {
  const map = await page.evaluate(
    (xml) => {
      const document = new DOMParser().parseFromString(xml, "application/xml");
      return {
        fault: document.querySelector("parsererror")?.textContent ?? "",
        root: `${document.documentElement.namespaceURI} ${document.documentElement.localName}`,
        locations: [...document.querySelectorAll("urlset > url > loc")].map((loc) => loc.textContent ?? ""),
        alternates: [...document.querySelectorAll("urlset > url")].flatMap((url) =>
          [...url.getElementsByTagNameNS("http://www.w3.org/1999/xhtml", "link")].map((link) =>
            link.getAttribute("href"),
          ),
        ),
      };
    },
    readSite(site, "sitemap.xml"),
  );
  expect(map).toMatchObject({ fault: "", root: "http://www.sitemaps.org/schemas/sitemap/0.9 urlset" });

  const expected = filesOf(site, "/index.html")
    .filter((file) => !/http-equiv="refresh"|name="robots" content="noindex"/.test(readSite(site, file)))
    .map((file) => `${baseUrl}/${file.replace(/index\.html$/, "")}`);
  expect(map.locations.toSorted()).toEqual(expected.toSorted());
  expect(map.alternates.length).toBeGreaterThan(0);
  // The top of the site leads readers of other languages on.
  const top = `${baseUrl}/`;
  for (const alternate of map.alternates.filter((address) => address !== top))
    expect(map.locations).toContain(alternate);
});
