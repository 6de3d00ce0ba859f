import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import type { Browser, BrowserContextOptions, ConsoleMessage, Page, Request, Route } from "playwright-core";
import { demonstrationSite } from "../setup/shared.ts";
import { serveNominations } from "./endpoint.ts";

/** The demonstration site, built and served as `praktika serve` does, with an endpoint that has no votes yet. */
export interface Site {
  readonly folder: string;
  /** Ends in a slash. */
  readonly url: string;
  /** The votes that the endpoint has counted for a practice. */
  votes(practice: string): Promise<number>;
  close(): Promise<void>;
}

export type LinkStyle = "pretty" | "files";

export const baseUrl = "https://praktiki.example.org";

/** Serves the shared demonstration site, which nobody may write to, with an endpoint and votes of its own. */
export async function openSite(links: LinkStyle): Promise<Site> {
  const folder = await demonstrationSite(links);
  const state = mkdtempSync(join(tmpdir(), "praktika-votes-"));
  const server = await serveNominations(folder, state);
  return {
    folder,
    url: server.url,
    votes: server.votes,
    close: async () => {
      await server.close();
      rmSync(state, { recursive: true, force: true });
    },
  };
}

/** The paths of a site's files with a certain ending, with forward slashes, sorted. */
export function filesOf(site: Site, ending: string): string[] {
  return readdirSync(site.folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.split(sep).join("/"))
    .filter((path) => path.endsWith(ending))
    .sort();
}

/** The file of a page in a site whose links are pretty. */
export function fileOf(permalink: string): string {
  return permalink.slice(1).replace(/(^|\/)$/, "$1index.html");
}

export function readSite(site: Site, file: string): string {
  return readFileSync(join(site.folder, file), "utf8");
}

const inBothLanguages = [
  "",
  "practices/",
  "practices/srednogorie-2020/",
  "practices/kvartalen-byudzhet/",
  "practices/informatsionen-tsentar-na-edno-gishe/",
  "themes/",
  "themes/energy/",
  "themes/energy/print/",
  "years/",
  "years/2007/",
  "municipalities/",
  "municipalities/LOV18/",
  "sizes/",
  "sizes/20-50/",
  "lists/status/active/",
  "innovators/",
  "issues/",
  "issues/2007/",
  "about/",
  "accessibility/",
  "contribute/",
  "nominations/",
  "print/",
  "search/",
  "index/",
  "data/",
  "compare/",
  "offline/",
  "privacy/",
];

/** Pages without layout, which forward the reader at once. */
const forwardingPages: readonly string[] = ["/", "/innovations/library-on-wheels/"];

export const practicePages = {
  /** 76 words, nothing optional. */
  short: "/bg/practices/dezhuren-sluzhitel-v-pazarnia-den/",
  typical: "/bg/practices/srednogorie-2020/",
  /** 1,550 words. */
  long: "/bg/practices/kvartalen-byudzhet/",
  /** Tables, an image, footnotes. */
  rich: "/bg/practices/informatsionen-tsentar-na-edno-gishe/",
} as const;

/** One permalink per template and language, and practices of every length. */
export const samplePages: readonly string[] = [
  ...["/bg/", "/en/"].flatMap((home) => inBothLanguages.map((path) => home + path)),
  "/bg/practices/page/2/",
  practicePages.short,
  "/en/practices/zdraven-mediator-v-kvartala/",
  "/bg/practices/zhalta-linia-za-signali/",
  "/bg/innovators/fondatsia-region-bg/",
  "/en/innovators/region-bg-foundation/",
  "/404.html",
  "/old/",
  ...forwardingPages,
];

/** One page for each kind of page, in one language or the other: for what takes long and depends on the template alone. */
export const representativePages: readonly string[] = [
  ...["/bg/", "/en/practices/", practicePages.rich, "/en/themes/", "/bg/themes/energy/", "/en/themes/energy/print/"],
  ...["/bg/years/", "/en/years/2007/", "/bg/municipalities/", "/en/municipalities/LOV18/", "/bg/innovators/"],
  ...["/bg/sizes/", "/en/sizes/20-50/", "/bg/lists/status/active/"],
  ...["/en/innovators/region-bg-foundation/", "/bg/issues/", "/en/issues/2007/", "/bg/nominations/", "/en/print/"],
  ...["/bg/search/", "/en/index/", "/bg/data/", "/en/compare/", "/bg/offline/", "/404.html", "/old/", "/"],
];

/** Those that between them have every part of a page. */
export const richPages: readonly string[] = [
  ...["/bg/", "/en/practices/", practicePages.rich, "/en/themes/energy/print/", "/en/issues/2007/", "/bg/nominations/"],
];

/** Only test/e2e/offline.test.ts lets the service worker work: it keeps what other tests change, and takes time on every page. */
export const withoutWorker = { serviceWorkers: "block" } as const;

/** That the service worker is kept away, and that a busy machine took its time over a font, which `unusedPreloads` looks at without a clock. */
const noComplaint = /^Service Worker registration blocked|was preloaded using link preload but not used/;

/** Whether the browser complains. */
export function isComplaint(message: ConsoleMessage): boolean {
  return ["error", "warning"].includes(message.type()) && !noComplaint.test(message.text());
}

/** Fonts that the page loads at once and then has no letter for. */
export function unusedPreloads(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
    const used = rules
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .filter(({ style }) => {
        const say = (name: string): string => style.getPropertyValue(name).replaceAll('"', "");
        return [...document.fonts].some(
          (face) =>
            face.status === "loaded" &&
            face.family.replaceAll('"', "") === say("font-family") &&
            face.unicodeRange === say("unicode-range") &&
            face.style === say("font-style"),
        );
      });
    return [...document.querySelectorAll<HTMLLinkElement>("link[rel=preload][as=font]")]
      .map(({ href }) => href.slice(href.lastIndexOf("/") + 1))
      .filter((name) => !used.some(({ style }) => style.getPropertyValue("src").includes(name)));
  });
}

/** A window on the site, which goes from page to page as a reader does. */
export interface Window {
  readonly page: Page;
  /** Complaints of the browser, and requests that fail or leave the site, since the last call of `go`. */
  readonly faults: string[];
  /** Shows a page with its fonts loaded. Pages that forward stay, so that they can be looked at. */
  go(permalink: string): Promise<void>;
}

/** Opens a window on the site. To open one for each page takes the browser far longer than to load the page. */
export async function openWindow(browser: Browser, site: Site, options: BrowserContextOptions = {}): Promise<Window> {
  const page = await browser.newPage({ reducedMotion: "reduce", ...withoutWorker, ...options });
  const faults: string[] = [];
  // Leaving a page may break its requests off.
  const requests = new Set<Request>();
  page.on("console", (message) => {
    if (isComplaint(message)) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("requestfailed", (request) => {
    if (requests.has(request)) faults.push(`failed: ${request.url()}`);
  });
  page.on("request", (request) => {
    requests.add(request);
    if (!request.url().startsWith(site.url)) faults.push(`elsewhere: ${request.url()}`);
  });
  return {
    page,
    faults,
    async go(permalink) {
      faults.length = 0;
      requests.clear();
      const url = site.url + permalink.slice(1);
      if (forwardingPages.includes(permalink)) await page.route(url, stay);
      await page.goto(url);
      if (options.javaScriptEnabled !== false) await page.evaluate(() => document.fonts.ready.then(() => undefined));
      if (forwardingPages.includes(permalink)) await page.unroute(url, stay);
    },
  };
}

/** Answers with a page that would forward the reader, so that it does not. */
async function stay(route: Route): Promise<void> {
  const response = await route.fetch();
  const body = (await response.text()).replace('http-equiv="refresh"', 'name="refresh"');
  await route.fulfill({ response, body });
}

/** Opens a window on a page of the site. */
export async function openPage(
  browser: Browser,
  site: Site,
  permalink: string,
  options: BrowserContextOptions = {},
): Promise<Window> {
  const window = await openWindow(browser, site, options);
  await window.go(permalink);
  return window;
}
