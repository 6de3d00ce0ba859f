import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Context, Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { getMimeType } from "hono/utils/mime";
import { outputPath } from "../archive/permalinks.ts";
import type { Diagnostic } from "../core/diagnostics/finding.ts";
import { severityOf } from "../core/diagnostics/severity.ts";
import type { Permalink, PracticeId } from "../core/model/ids.ts";
import type { Artifact, Route } from "../core/model/route.ts";
import { type Paper, papers } from "../core/model/site.ts";
import { locales } from "../locales/locales.ts";
import { readDevScripts } from "../site/assets/bundle-scripts.ts";
import { TemplateFault } from "../template/template-fault.ts";
import { addToPage, allFindingsPage, brokenPage, devPage, devPath, sheetPage, tagPage } from "./dev-pages.ts";
import type { FindingsSource } from "./findings-html.ts";
import type { Change, LiveSite } from "./live-site.ts";
import { NoPrinter, type SheetPrinter } from "./sheet-printer.ts";

export interface DevAppOptions {
  readonly site: LiveSite;
  readonly printer: SheetPrinter;
  /** True: open pages go to the practice that is saved. */
  readonly follows: boolean;
  /** Names by which the server may be asked; undefined: any. Others could be a web page that plays this machine (DNS rebinding). */
  readonly hosts: readonly string[] | undefined;
}

export interface DevApp {
  readonly fetch: Hono["fetch"];
  /** Tells all open pages that something has changed. @param shows the page of the practice that was saved */
  announce(change: Change, shows: Permalink | undefined): void;
  /** Lets the open pages go. */
  close(): void;
}

/** Pages are shown beside their sheet, and by nobody else. */
const policy = (fonts: string): string =>
  `default-src 'none'; img-src 'self' data:; style-src 'self'; font-src ${fonts}; script-src 'self'; worker-src 'self'; connect-src 'self'; media-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'self'`;
const pagePolicy = policy("'self'");
/** The fonts of a PDF are inside it. */
const sheetPolicy = policy("'self' data: blob:");

/** The development server as a web app: the site as it is, with what is wrong shown in its pages, and pages of its own. */
export function createDevApp({ site, printer, follows, hosts }: DevAppOptions): DevApp {
  const listeners = new Set<(event: string, shows: string) => void>();
  const goodbye = new AbortController();
  const source = (): FindingsSource => {
    const locale = locales[site.editorLanguage];
    const { language, dev: texts } = locale;
    return { language, texts, findingTexts: locale, sourceOf: (file) => site.sourceOf(file) };
  };
  const sendPage = (context: Context, html: string, status: Status = 200): Response =>
    send(context, html, "text/html; charset=utf-8", status);

  const app = new Hono();
  app.use(async (context, next) => {
    const { hostname } = new URL(context.req.url);
    if (hosts && !hosts.includes(hostname)) return context.text(source().texts.foreignHost, 403);
    await next();
    const { headers } = context.res;
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    if (!headers.has("Content-Security-Policy")) headers.set("Content-Security-Policy", pagePolicy);
  });

  app.get(`${devPath}/`, (context) => {
    site.settle();
    return sendPage(
      context,
      allFindingsPage(site.diagnose(), (file) => site.permalinkOf(file), source()),
    );
  });
  app.get(`${devPath}/events`, (context) =>
    streamSSE(context, async (stream) => {
      const left = new Promise<void>((resolve) => {
        stream.onAbort(resolve);
        goodbye.signal.addEventListener("abort", () => resolve());
      });
      const tell = (event: string, data: string): void => void stream.writeSSE({ event, data }).catch(() => undefined);
      listeners.add(tell);
      tell("pages", "");
      await left;
      listeners.delete(tell);
    }),
  );
  app.get(`${devPath}/style.css`, (context) =>
    send(context, readFileSync(new URL("./style.css", import.meta.url)), "text/css; charset=utf-8"),
  );
  app.get(`${devPath}/:name{(page|sheet)\\.js}`, async (context) => {
    const scripts = await readDevScripts();
    return send(
      context,
      scripts.get(context.req.param("name").replace(".js", "")) ?? "",
      "text/javascript; charset=utf-8",
    );
  });
  app.get(`${devPath}/:name{pdf(\\.worker)?\\.min\\.mjs}`, (context) => {
    const file = fileURLToPath(import.meta.resolve(`pdfjs-dist/legacy/build/${context.req.param("name")}`));
    return send(context, readFileSync(file), "text/javascript; charset=utf-8");
  });
  app.get(`${devPath}/sheet`, (context) => {
    const asked = askedPage(context, site);
    if (!asked) return context.notFound();
    context.header("Content-Security-Policy", sheetPolicy);
    return sendPage(context, sheetPage(titleOf(asked.route, site), asked.route.permalink, asked.paper, source()));
  });
  app.get(`${devPath}/sheet.pdf`, async (context) => {
    const asked = askedPage(context, site);
    if (!asked) return context.notFound();
    const path = outputPath(asked.route.permalink);
    try {
      site.refresh(path);
      const pdf = await printer.print(asked.route.permalink, String(site.read(path)), asked.paper);
      return send(context, pdf, "application/pdf");
    } catch (error) {
      const { texts } = source();
      if (error instanceof NoPrinter) return context.text(texts.noBrowser(error.message), 503);
      if (error instanceof TemplateFault) return context.text(texts.cannotShow, 500);
      throw error;
    }
  });
  // Pages ask for their count.
  app.get("/api/tally", (context) =>
    context.json({ counts: {}, log: { size: 0, root: "" }, asOf: "1970-01-01T00:00:00Z" }),
  );
  app.all("/nominate/*", (context) => {
    const { texts } = source();
    const body = `<main><h1>${texts.nominationTitle}</h1><p>${texts.nominationText}</p><p><a href="/">${texts.toSite}</a></p></main>`;
    return sendPage(context, devPage(texts.nominationTitle, body, source()), 503);
  });
  app.get("*", (context) => {
    const path = pathOf(context);
    if (path === undefined) return context.text("400", 400);
    site.refresh(path);
    const route = site.routeOf(path);
    if (!route && site.routeOf(`${path}/index.html`)) {
      const { pathname, search } = new URL(context.req.url);
      return context.redirect(`${pathname}/${search}`, 308);
    }
    try {
      const content = site.read(path);
      if (content === undefined) return missing(context, path);
      if (!path.endsWith(".html") || !route) return send(context, content, getMimeType(path) ?? octets);
      return sendPage(context, withFindings(String(content), route));
    } catch (error) {
      return broken(context, route, error);
    }
  });

  const withFindings = (html: string, route: Route): string =>
    addToPage(html, {
      diagnostics: route.file === undefined ? [] : site.diagnose(route.file),
      source: source(),
      permalink: route.permalink,
      isPrinted: route.kind === "practice",
      isDraft: isDraft(route, site),
      follows,
    });
  /** A page that cannot be shown, because of its file or of a template. */
  const broken = (context: Context, route: Route | undefined, error: unknown): Response => {
    const faults = error instanceof TemplateFault ? site.locate([error.finding]) : [];
    const own = route?.file === undefined ? [] : site.diagnose(route.file);
    const diagnostics = [...faults, ...own, ...site.diagnose().filter(({ code }) => code.startsWith("template/"))];
    if (!diagnostics.some((diagnostic) => severityOf(diagnostic) === "error")) throw error;
    return sendPage(context, brokenPage(unique(diagnostics), source()), 500);
  };
  const missing = (context: Context, path: string): Response => {
    // The page of a text that has errors is not there.
    const own = site.diagnose().filter(({ file }) => {
      const permalink = site.permalinkOf(file);
      return permalink !== undefined && outputPath(permalink) === path;
    });
    if (own.some((diagnostic) => severityOf(diagnostic) === "error"))
      return sendPage(context, brokenPage(own, source()), 500);
    const route = site.routeOf("404.html");
    const page = route && site.read("404.html");
    return page ? sendPage(context, withFindings(String(page), route), 404) : context.text("404", 404);
  };

  app.onError((error, context) => context.text(error.message, 500));

  return {
    fetch: (...args) => app.fetch(...args),
    announce: (change, shows) => {
      for (const tell of listeners) tell(change, shows ?? "");
    },
    close: () => goodbye.abort(),
  };
}

const octets = "application/octet-stream";

function send(context: Context, content: Artifact["content"], type: string, status: Status = 200): Response {
  const tag = hash("sha1", content).slice(0, 20);
  const bytes = typeof content === "string" ? tagPage(content, tag) : new Uint8Array(content);
  return context.body(bytes, status, { "Content-Type": type, ETag: `"${tag}"` });
}

type Status = 200 | 404 | 500 | 503;

/** The file below the site that is asked for; undefined if that is no path. */
function pathOf({ req }: Context): string | undefined {
  try {
    return outputPath(new URL(req.url).pathname as Permalink);
  } catch {
    return undefined;
  }
}

function askedPage({ req }: Context, site: LiveSite): { readonly route: Route; readonly paper: Paper } | undefined {
  const { paper: usual } = site.context.archive.site;
  const paper = papers.find((name) => name === req.query("paper")) ?? usual;
  try {
    const route = site.routeOf(outputPath((req.query("path") ?? "") as Permalink));
    return route && { route, paper };
  } catch {
    return undefined;
  }
}

function titleOf({ kind, key, language, permalink }: Route, site: LiveSite): string {
  const practice = kind === "practice" ? practiceOf(key, language, site) : undefined;
  return practice?.item.title ?? permalink;
}

function isDraft({ kind, key, language }: Route, site: LiveSite): boolean {
  return kind === "practice" && practiceOf(key, language, site)?.item.draft === true;
}

function practiceOf(id: string, language: Route["language"], site: LiveSite) {
  return site.context.archive.editions.get(language)?.practicesById.get(id as PracticeId);
}

function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((one) => [`${one.code} ${one.file} ${one.line} ${one.column}`, one])).values()];
}
