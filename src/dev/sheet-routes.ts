import { type Context, Hono } from "hono";
import { outputPath } from "../archive/permalinks.ts";
import type { Permalink } from "../core/model/ids.ts";
import type { Route } from "../core/model/route.ts";
import { type Paper, papers } from "../core/model/site.ts";
import { devPath, sheetPage } from "./dev-pages.ts";
import { type DevServerParts, findingsSourceOf } from "./dev-server-parts.ts";
import { practiceOf } from "./find-practice.ts";
import type { LiveSite } from "./live-site.ts";
import { send, sendPage } from "./send.ts";
import { NoPrinter } from "./sheet-printer.ts";

/** A page beside its sheet, and the sheet as a PDF; `?path=` names the page, `?paper=` the paper. */
export function createSheetRoutes({ site, printer }: DevServerParts): Hono {
  const app = new Hono();
  app.get(`${devPath}/sheet`, (context) => {
    const sheet = sheetOf(context, site);
    if (!sheet) return context.notFound();
    return sendPage(context, sheetPage(titleOf(sheet.route, site), sheet, findingsSourceOf(site)));
  });
  app.get(`${devPath}/:name{sheet\\.(pdf|svg)}`, async (context) => {
    const sheet = sheetOf(context, site);
    if (!sheet) return context.notFound();
    try {
      site.refresh(outputPath(sheet.route.permalink));
      const { pdf, svg, pages } = await printer.print(sheet.route, sheet.paper);
      if (context.req.param("name") === "sheet.pdf") return send(context, pdf, "application/pdf");
      context.header("Praktika-Sides", String(pages));
      return send(context, svg, "image/svg+xml");
    } catch (error) {
      if (!(error instanceof NoPrinter)) throw error;
      return context.text(findingsSourceOf(site).texts.notPrinted(error.message), 503);
    }
  });
  return app;
}

/** The sheet that a request names; undefined if there is no such practice. */
function sheetOf({ req }: Context, site: LiveSite): { readonly route: Route; readonly paper: Paper } | undefined {
  const paper = papers.find((name) => name === req.query("paper")) ?? site.context.archive.site.paper;
  try {
    const route = site.routeOf(outputPath((req.query("path") ?? "") as Permalink));
    return route?.kind === "practice" ? { route, paper } : undefined;
  } catch {
    return undefined;
  }
}

function titleOf(route: Route, site: LiveSite): string {
  return practiceOf(route, site)?.item.title ?? route.permalink;
}
