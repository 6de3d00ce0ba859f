import { hash } from "node:crypto";
import { outputPath } from "../../archive/permalinks.ts";
import type { Finding, Outcome } from "../../core/diagnostics/finding.ts";
import type { Permalink } from "../../core/model/ids.ts";
import type { Route } from "../../core/model/route.ts";
import type { Paper } from "../../core/model/site.ts";
import type { SiteInMemory } from "../../site/site-in-memory.ts";
import { TemplateFault } from "../../template/template-fault.ts";
import { authorOf } from "../sheets/author-of.ts";

/** A page of the site that is to be printed. */
export interface Sheet {
  readonly route: Route;
  /** Below a folder of PDFs and without ending: `bg/practices/x`. */
  readonly name: string;
  /** Where the page is found on the web; the links of the PDF lead there. */
  readonly address: string;
  readonly paper: Paper;
  /** Who is named as author; "" if nobody. */
  readonly author: string;
  /** A hash of all that decides how the sheet comes out of the printer. */
  readonly key: string;
  readonly readHtml: () => string;
}

export interface SheetOptions {
  readonly paper: Paper;
  /** See `identifyBrowser`. */
  readonly browser: string;
}

/** To be raised when a sheet is printed in another way than before. */
const printVersion = 2;

/**
 * Renders the pages of some routes and works out which printed sheets they need. Finding: whatever a template does wrong; its
 * sheet is then left out.
 */
export function planSheets(
  site: SiteInMemory,
  routes: readonly Route[],
  { paper, browser }: SheetOptions,
): Outcome<readonly Sheet[]> {
  const findings: Finding[] = [];
  const { baseUrl } = site.context.archive.site;
  const resourceHashes = new Map<string, string>();
  const hashResource = (path: string): string => {
    const known = resourceHashes.get(path) ?? hash("sha256", site.read(path) ?? "");
    resourceHashes.set(path, known);
    return known;
  };
  const sheets = routes.flatMap((route): Sheet[] => {
    const readHtml = (): string => String(site.read(outputPath(route.permalink)));
    try {
      const html = readHtml();
      const author = authorOf(route, site.context);
      const resources = resourcesOf(html, route.permalink).map(hashResource);
      const key = hash("sha256", JSON.stringify([printVersion, paper, browser, author, html, resources]));
      const name = decodeURIComponent(route.permalink).slice(1, -1);
      return [{ route, name, address: baseUrl + route.permalink, paper, author, key, readHtml }];
    } catch (error) {
      if (!(error instanceof TemplateFault)) throw error;
      findings.push(error.finding);
      return [];
    }
  });
  return { value: sheets, findings };
}

/** The files of the site that a page shows or is styled by, as paths below the site. Style sheets name theirs by fingerprint. */
function resourcesOf(html: string, permalink: Permalink): readonly string[] {
  const addresses = [
    ...html.matchAll(/\ssrc="([^"]+)"/g),
    ...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g),
  ].map(([, address = ""]) => address.replaceAll("&amp;", "&"));
  const origin = "http://site.invalid";
  return addresses.flatMap((address) => {
    const url = URL.parse(address, origin + permalink);
    return url?.origin === origin ? [outputPath(url.pathname as Permalink)] : [];
  });
}
