import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import type { Browser, BrowserContextOptions, ConsoleMessage, Page } from "playwright-core";
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
export const forwardingPages: readonly string[] = ["/", "/innovations/library-on-wheels/"];

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

/** Only test/e2e/offline.test.ts lets the service worker work: it keeps what other tests change, and takes time on every page. */
export const withoutWorker = { serviceWorkers: "block" } as const;

/** Whether the browser complains; that the service worker is kept away is none. */
export function isComplaint(message: ConsoleMessage): boolean {
  return (
    ["error", "warning"].includes(message.type()) && !message.text().startsWith("Service Worker registration blocked")
  );
}

/** Opens a page of the site, with its fonts loaded. Pages that forward stay, so that they can be looked at. */
export async function openPage(
  browser: Browser,
  site: Site,
  permalink: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; faults: string[] }> {
  const page = await browser.newPage({ reducedMotion: "reduce", ...withoutWorker, ...options });
  const faults: string[] = [];
  page.on("console", (message) => {
    if (isComplaint(message)) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(site.url)) faults.push(`elsewhere: ${request.url()}`);
  });
  if (forwardingPages.includes(permalink)) {
    await page.route(site.url + permalink.slice(1), async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace('http-equiv="refresh"', 'name="refresh"');
      await route.fulfill({ response, body });
    });
  }
  await page.goto(site.url + permalink.slice(1));
  if (options.javaScriptEnabled !== false) await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return { page, faults };
}
