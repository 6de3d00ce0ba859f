import { permalinks } from "../../src/archive/permalinks.ts";
import type { CalendarDay } from "../../src/core/language/calendar-day.ts";
import type { Permalink } from "../../src/core/model/ids.ts";
import type { Route } from "../../src/core/model/route.ts";
import type { SheetPdf } from "../../src/core/model/sheet-pdf.ts";
import { createTarget } from "../../src/core/target.ts";
import { listBooklets } from "../../src/pages/booklets/list-booklets.ts";
import type { RenderContext } from "../../src/pages/kit/context.ts";
import { renderRoute } from "../../src/pages/pages.ts";
import { resolveFolders } from "../../src/site/folders.ts";
import { prepareSite } from "../../src/site/prepare-site.ts";

/** What a template was given, and by which kind of output. */
export interface RecordedView {
  readonly template: string;
  readonly kind: string;
  readonly view: object;
}

/** Renders a site on the web and on a disk, and keeps what each template was given. */
export async function recordViews(root: string, tally: string): Promise<readonly RecordedView[]> {
  const records: RecordedView[] = [];
  for (const place of ["web", "disk"] as const) {
    const { context, findings } = await prepareSite({
      folders: resolveFolders(root, {}),
      target: createTarget(place),
      withDrafts: false,
      withPictures: false,
      tally,
      write: false,
      progress: () => {},
    });
    if (!context) throw new Error(`the site has errors: ${JSON.stringify(findings)}`);
    renderAll(withPrintedFiles(context), records);
  }
  return records;
}

function renderAll(context: RenderContext, records: RecordedView[]): void {
  const { templates } = context;
  const recordFor = (kind: string): RenderContext => ({
    ...context,
    templates: {
      render: (template, view) => {
        records.push({ template, kind, view });
        return templates.render(template, view);
      },
    },
  });
  for (const route of context.routes) renderRoute(route, recordFor(route.kind));
  renderLargeSitemap(recordFor("sitemap"));
}

/** sitemap.xml as it is on a site with more addresses than one may hold. */
function renderLargeSitemap(context: RenderContext): void {
  const [language] = context.archive.site.languages;
  const part: Route = { kind: "sitemap", permalink: "/sitemap-1.xml" as Permalink, language, key: "1" };
  const routes = [...context.routes, part];
  for (const route of routes.filter(({ permalink }) => permalink === "/sitemap.xml"))
    renderRoute(route, { ...context, routes });
}

/** As if all sheets and books had been printed. */
function withPrintedFiles(context: RenderContext): RenderContext {
  const pdf: SheetPdf = { pages: 2, bytes: 50_000, version: "2020-01-02" as CalendarDay };
  const { editions, issues, site } = context.archive;
  const sheets = [...editions.values()].flatMap(({ language, practices }) =>
    practices.map(({ item }) => permalinks.sheetPdf(language, item.id)),
  );
  const books = issues.flatMap((issue) => site.languages.map((language) => permalinks.bookPdf(language, issue)));
  const volumes = issues.flatMap((issue) => site.languages.map((language) => permalinks.volumePdf(language, issue, 1)));
  const lists = [...editions.values()].flatMap(listBooklets).map(({ permalink }) => permalinks.listPdf(permalink));
  const all = [...sheets, ...books, ...volumes, ...lists];
  return { ...context, sheetPdfs: new Map(all.map((permalink) => [permalink, pdf])) };
}
