import { type Context, Hono } from "hono";
import { outputPath } from "../archive/permalinks.ts";
import { devPolicy, formatPolicy } from "../core/content-security-policy.ts";
import type { Permalink } from "../core/model/ids.ts";
import type { Route } from "../core/model/route.ts";
import { type Paper, papers } from "../core/model/site.ts";
import { TemplateFault } from "../template/template-fault.ts";
import { devPath, sheetPage } from "./dev-pages.ts";
import { type DevServerParts, findingsSourceOf } from "./dev-server-parts.ts";
import { practiceOf } from "./find-practice.ts";
import type { LiveSite } from "./live-site.ts";
import { send, sendPage } from "./send.ts";
import { NoPrinter } from "./sheet-printer.ts";

/** The fonts of a PDF are inside it. */
const sheetPolicy = formatPolicy({ ...devPolicy, "font-src": "'self' data: blob:" });

/** A page beside its sheet, and the sheet as a PDF; `?path=` names the page, `?paper=` the paper. */
export function createSheetRoutes({ site, printer }: DevServerParts): Hono {
  const app = new Hono();
  app.get(`${devPath}/sheet`, (context) => {
    const sheet = sheetOf(context, site);
    if (!sheet) return context.notFound();
    context.header("Content-Security-Policy", sheetPolicy);
    return sendPage(context, sheetPage(titleOf(sheet.route, site), sheet, findingsSourceOf(site)));
  });
  app.get(`${devPath}/sheet.pdf`, async (context) => {
    const sheet = sheetOf(context, site);
    if (!sheet) return context.notFound();
    const { permalink } = sheet.route;
    const path = outputPath(permalink);
    try {
      site.refresh(path);
      const pdf = await printer.print(permalink, String(site.read(path)), sheet.paper);
      return send(context, pdf, "application/pdf");
    } catch (error) {
      const { texts } = findingsSourceOf(site);
      if (error instanceof NoPrinter) return context.text(texts.noBrowser(error.message), 503);
      if (error instanceof TemplateFault) return context.text(texts.cannotShow, 500);
      throw error;
    }
  });
  return app;
}

/** The sheet that a request names; undefined if there is no such page. */
function sheetOf({ req }: Context, site: LiveSite): { readonly route: Route; readonly paper: Paper } | undefined {
  const paper = papers.find((name) => name === req.query("paper")) ?? site.context.archive.site.paper;
  try {
    const route = site.routeOf(outputPath((req.query("path") ?? "") as Permalink));
    return route && { route, paper };
  } catch {
    return undefined;
  }
}

function titleOf(route: Route, site: LiveSite): string {
  return practiceOf(route, site)?.item.title ?? route.permalink;
}
