import { readFileSync } from "node:fs";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { readDevScripts } from "../site/assets/bundle-scripts.ts";
import { listDesk } from "./desk.ts";
import { devPath, overviewPage } from "./dev-pages.ts";
import { type DevServerParts, findingsSourceOf } from "./dev-server-parts.ts";
import { importedPage, linkToImported, listImported } from "./imported-page.ts";
import { send, sendPage } from "./send.ts";

/** Passes events on to the open pages. */
export interface EventHub {
  readonly listeners: Set<(event: string, data: string) => void>;
  /** Aborted when the server closes. */
  readonly closing: AbortSignal;
}

const javascript = "text/javascript; charset=utf-8";

/** The server's own pages and files: all findings, events for open pages, style sheet and scripts. */
export function createOwnRoutes({ site }: DevServerParts, hub: EventHub): Hono {
  const app = new Hono();
  app.get(`${devPath}/`, (context) => {
    site.reassembleIfNeeded();
    return sendPage(
      context,
      overviewPage(
        {
          diagnostics: site.diagnose(),
          desk: listDesk(site),
          imported: linkToImported(listImported(site), findingsSourceOf(site)),
        },
        (file) => site.permalinkOf(file),
        findingsSourceOf(site),
      ),
    );
  });
  app.get(`${devPath}/import`, (context) => {
    site.reassembleIfNeeded();
    return sendPage(context, importedPage(listImported(site), findingsSourceOf(site)));
  });
  app.get(`${devPath}/events`, (context) =>
    streamSSE(context, async (stream) => {
      const left = new Promise<void>((resolve) => {
        stream.onAbort(resolve);
        hub.closing.addEventListener("abort", () => resolve());
      });
      const send = (event: string, data: string): void => void stream.writeSSE({ event, data }).catch(() => undefined);
      hub.listeners.add(send);
      send("hello", "");
      await left;
      hub.listeners.delete(send);
    }),
  );
  app.get(`${devPath}/style.css`, (context) =>
    send(context, readFileSync(new URL("./style.css", import.meta.url)), "text/css; charset=utf-8"),
  );
  app.get(`${devPath}/:name{(page|sheet|events)\\.js}`, async (context) => {
    const scripts = await readDevScripts();
    return send(context, scripts.get(context.req.param("name").replace(".js", "")) ?? "", javascript);
  });
  return app;
}
