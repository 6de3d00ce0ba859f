import { type Context, Hono } from "hono";
import { getMimeType } from "hono/utils/mime";
import { outputPath } from "../archive/permalinks.ts";
import type { Diagnostic } from "../core/diagnostics/finding.ts";
import { severityOf } from "../core/diagnostics/severity.ts";
import type { Permalink } from "../core/model/ids.ts";
import type { Route } from "../core/model/route.ts";
import { TemplateFault } from "../template/template-fault.ts";
import { addToPage, brokenPage, devPage } from "./dev-pages.ts";
import { type DevServerParts, findingsSourceOf } from "./dev-server-parts.ts";
import { practiceOf } from "./find-practice.ts";
import type { LiveSite } from "./live-site.ts";
import { send, sendPage } from "./send.ts";

/** The pages and files of the site, with their findings, and stand-ins for the endpoint. */
export function createSiteRoutes(parts: DevServerParts): Hono {
  const { site } = parts;
  const app = new Hono();
  // Pages ask for their count.
  app.get("/api/tally", (context) =>
    context.json({ counts: {}, log: { size: 0, root: "" }, asOf: "1970-01-01T00:00:00Z" }),
  );
  app.all("/nominate/*", (context) => {
    const source = findingsSourceOf(site);
    const { texts } = source;
    const body = `<main><h1>${texts.nominationTitle}</h1><p>${texts.nominationText}</p><p><a href="/">${texts.toSite}</a></p></main>`;
    return sendPage(context, devPage(texts.nominationTitle, body, source), 503);
  });
  app.get("*", (context) => {
    const path = pathOf(context);
    if (path === undefined) return context.text("400", 400);
    site.refresh(path);
    return answer(context, path, parts);
  });
  return app;
}

/** A page, another file, or what is wrong instead. */
function answer(context: Context, path: string, parts: DevServerParts): Response {
  const { site } = parts;
  const route = site.routeOf(path);
  if (!route && site.routeOf(`${path}/index.html`)) {
    const { pathname, search } = new URL(context.req.url);
    return context.redirect(`${pathname}/${search}`, 308);
  }
  try {
    const content = site.read(path);
    if (content === undefined) return sendMissing(context, path, parts);
    if (path.endsWith(".html") && route) return sendPage(context, withFindings(String(content), route, parts));
    return send(context, content, getMimeType(path) ?? "application/octet-stream");
  } catch (error) {
    const diagnostics = explainFault(error, route, site);
    return sendPage(context, brokenPage(diagnostics, findingsSourceOf(site)), 500);
  }
}

/** Path of a file below the site; undefined if the address cannot be decoded. */
function pathOf({ req }: Context): string | undefined {
  try {
    return outputPath(new URL(req.url).pathname as Permalink);
  } catch {
    return undefined;
  }
}

function withFindings(html: string, route: Route, { site, follows }: DevServerParts): string {
  return addToPage(html, {
    diagnostics: route.file === undefined ? [] : site.diagnose(route.file),
    source: findingsSourceOf(site),
    permalink: route.permalink,
    file: route.file,
    isPrinted: route.kind === "practice",
    isDraft: practiceOf(route, site)?.item.draft === true,
    follows,
  });
}

/** The findings because of which a page cannot be shown. Throws `error` if there is no error among them. */
function explainFault(error: unknown, route: Route | undefined, site: LiveSite): readonly Diagnostic[] {
  const faults = error instanceof TemplateFault ? site.locate([error.finding]) : [];
  const own = route?.file === undefined ? [] : site.diagnose(route.file);
  const diagnostics = [...faults, ...own, ...site.diagnose().filter(({ code }) => code.startsWith("template/"))];
  if (!hasError(diagnostics)) throw error;
  return unique(diagnostics);
}

/** The 404 page; for a text with errors, which has no page, its findings. */
function sendMissing(context: Context, path: string, parts: DevServerParts): Response {
  const { site } = parts;
  const own = site.filesWithFindings().flatMap((file) => {
    const permalink = site.permalinkOf(file);
    return permalink !== undefined && outputPath(permalink) === path ? site.diagnose(file) : [];
  });
  if (hasError(own)) return sendPage(context, brokenPage(own, findingsSourceOf(site)), 500);
  const route = site.routeOf("404.html");
  const page = route && site.read("404.html");
  return page ? sendPage(context, withFindings(String(page), route, parts), 404) : context.text("404", 404);
}

function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => severityOf(diagnostic) === "error");
}

function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((one) => [`${one.code} ${one.file} ${one.line} ${one.column}`, one])).values()];
}
