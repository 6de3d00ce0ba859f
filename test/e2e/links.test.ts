import { existsSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../setup/shared.ts";
import { baseUrl, filesOf, type LinkStyle, openSite, readSite, type Site } from "./site.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

interface Link {
  readonly file: string;
  readonly element: string;
  readonly rel: string;
  readonly address: string;
  /** The form is a page of the nomination endpoint, not of the site. */
  readonly isNomination: boolean;
}

interface PageContent {
  readonly links: readonly Link[];
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
  /** Elements and attributes that a strict content security policy refuses. */
  readonly inline: readonly string[];
}

/** What the pages of a site link to, as the browser's own parser sees them. */
async function readPages(site: Site): Promise<PageContent> {
  const page = await browser.newPage();
  const files = filesOf(site, ".html").map((file) => ({ file, html: readSite(site, file) }));
  const parsed = await page.evaluate((sources) => {
    return sources.map(({ file, html }) => {
      const document = new DOMParser().parseFromString(html, "text/html");
      const elements = [...document.querySelectorAll("*")];
      return {
        file,
        ids: elements.map(({ id }) => id).filter((id) => id !== ""),
        links: elements.flatMap((element) =>
          [element.getAttribute("href"), element.getAttribute("src"), element.getAttribute("action")]
            .filter((address) => address !== null)
            .map((address) => ({
              file,
              element: element.localName,
              rel: element.getAttribute("rel") ?? "",
              address,
              isNomination: element.hasAttribute("data-nominate"),
            })),
        ),
        inline: [
          // JSON-LD is data, which no browser runs.
          ...[...document.querySelectorAll('style, script:not([src], [type="application/ld+json"])')].map(
            ({ localName }) => localName,
          ),
          ...elements.flatMap((element) =>
            element.getAttributeNames().filter((name) => name === "style" || name.startsWith("on")),
          ),
        ].map((what) => `${file}: ${what}`),
      };
    });
  }, files);
  await page.close();
  return {
    links: parsed.flatMap(({ links }) => links),
    ids: new Map(parsed.map(({ file, ids }) => [file, new Set(ids)])),
    inline: parsed.flatMap(({ inline }) => inline),
  };
}

const hasScheme = /^[a-z][a-z0-9+.-]*:/i;

describe.each<LinkStyle>(["pretty", "files"])("a site with --links %s", (style) => {
  let site: Site;
  let content: PageContent;

  beforeAll(async () => {
    site = await openSite(style);
    content = await readPages(site);
  });

  afterAll(() => site?.close());

  const inside = (): readonly Link[] =>
    content.links.filter(({ address, isNomination }) => !hasScheme.test(address) && !isNomination);

  /** The file a link leads to; the 404 page is shown under any address and counts from the root. */
  const targetOf = ({ file, address }: Link): string => {
    const path = decodeURI(address.replace(/[?#].*$/, ""));
    if (path === "") return file;
    const target = path.startsWith("/") ? path.slice(1) : posix.join(posix.dirname(file), path);
    return target === "./" || target === "" || target.endsWith("/") ? posix.join(target, "index.html") : target;
  };

  test("every link within the site leads to a file, and to a place in it", () => {
    expect(inside().length).toBeGreaterThan(5000);
    const broken = inside().filter((link) => {
      const target = targetOf(link);
      const file = join(site.folder, target);
      if (target.startsWith("..") || !existsSync(file) || !statSync(file).isFile()) return true;
      const fragment = decodeURIComponent(/#(.*)$/.exec(link.address)?.[1] ?? "");
      // What the selection holds, no place in its page.
      const chosen = /^ids=(.+)$/.exec(fragment)?.[1]?.split(",");
      if (chosen) return !chosen.every((id) => existsSync(join(file, `../../practices/${id}/index.html`)));
      return fragment !== "" && !content.ids.get(target)?.has(fragment);
    });
    expect(broken).toEqual([]);
  });

  test("every link within the site is relative, except on the page for missing addresses", () => {
    const absolute = inside().filter(({ file, address }) => address.startsWith("/") && file !== "404.html");
    expect(absolute).toEqual([]);
    const toOwnAddress = content.links.filter(
      ({ address, element, rel, isNomination }) =>
        address.startsWith(baseUrl) &&
        !(element === "link" && /^(canonical|alternate)$/.test(rel)) &&
        // A copy on a disk has no endpoint beside it.
        !(isNomination && style === "files"),
    );
    expect(toOwnAddress).toEqual([]);
  });

  test("the link to the nomination form names the practice and the language", () => {
    const nominations = content.links.filter(({ isNomination }) => isNomination);
    expect(nominations.length).toBeGreaterThan(50);
    for (const { file, address } of nominations) {
      const [, language, id] = /^(\w+)\/practices\/([\w-]+)\//.exec(file) ?? [];
      expect(address).toMatch(new RegExp(`/nominate/${id}\\?lang=${language}$`));
    }
  });

  test("no page loads anything from elsewhere", () => {
    const loaded = content.links.filter(
      ({ element, rel }) => !["a", "link"].includes(element) || /stylesheet|icon|preload|manifest/.test(rel),
    );
    expect(loaded.length).toBeGreaterThan(500);
    expect(loaded.filter(({ address }) => hasScheme.test(address) || address.startsWith("//"))).toEqual([]);
  });

  test("no page has inline scripts or styles", () => {
    expect(content.inline).toEqual([]);
  });

  test.runIf(style === "files")("no link relies on a host that knows index.html", () => {
    // The page for missing addresses is only ever shown by a host.
    const pages = inside().filter(({ file }) => file !== "404.html");
    expect(pages.filter(({ address }) => /\/([?#]|$)/.test(address))).toEqual([]);
  });

  test.runIf(style === "files")("opened from a disk, it has its fonts and leads from page to page", async () => {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("requestfailed", (request) => faults.push(request.url()));
    page.on("request", (request) => !request.url().startsWith("file:") && faults.push(request.url()));

    await page.goto(pathToFileURL(join(site.folder, "index.html")).href);
    await page.waitForURL(/\/bg\/index\.html$/);
    const fonts = await page.evaluate(async () => {
      await document.fonts.ready;
      const loaded = [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family);
      return {
        loaded: loaded.map((family) => family.replaceAll('"', "")),
        title: getComputedStyle(document.querySelector("h1") ?? document.body).fontFamily,
        navigation: getComputedStyle(document.querySelector("nav") ?? document.body).fontFamily,
      };
    });
    expect(fonts.title).toMatch(/^"?Source Serif 4/);
    expect(fonts.navigation).toMatch(/^"?Source Sans 3/);
    expect(fonts.loaded).toEqual(expect.arrayContaining(["Source Serif 4", "Source Sans 3"]));

    const row = page.locator("main .rows a").first();
    const title = (await row.textContent()) ?? "";
    await row.click();
    await page.waitForURL(/\/bg\/practices\/[\w-]+\/index\.html$/);
    expect(await page.locator("h1").textContent()).toBe(title);

    const theme = page.locator('article a[href*="/themes/"]').first();
    const themeName = await theme.textContent();
    await theme.click();
    await page.waitForURL(/\/bg\/themes\/[\w-]+\/index\.html$/);
    expect(await page.locator("h1").textContent()).toBe(themeName);
    expect(await page.locator("main .rows a", { hasText: title }).count()).toBe(1);
    expect(faults).toEqual([]);
    await page.close();
  });
});
