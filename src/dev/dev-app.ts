import { Hono } from "hono";
import { devPolicy, formatPolicy } from "../core/content-security-policy.ts";
import type { Permalink } from "../core/model/ids.ts";
import { type DevServerParts, findingsSourceOf } from "./dev-server-parts.ts";
import type { Change } from "./live-site.ts";
import { createOwnRoutes, type Listener } from "./own-routes.ts";
import { createSheetRoutes } from "./sheet-routes.ts";
import { createSiteRoutes } from "./site-routes.ts";

export interface DevAppOptions extends DevServerParts {
  /** Host names that requests may use; undefined: any. Other names could belong to a hostile page (DNS rebinding). */
  readonly hosts: readonly string[] | undefined;
}

export interface DevApp {
  readonly fetch: Hono["fetch"];
  /** Tells open pages that they have changed. @param shows the page of the practice that was saved */
  announce(change: Change, shows: Permalink | undefined): void;
  /** Ends the connections of open pages. */
  close(): void;
}

/** The development server as a web app: the site as its files are now, its findings in its pages, and own pages. */
export function createDevApp(options: DevAppOptions): DevApp {
  const { site, hosts, follows } = options;
  const listeners = new Set<Listener>();
  const closing = new AbortController();
  const policy = formatPolicy(devPolicy);
  const app = new Hono();
  app.use(async (context, next) => {
    const { hostname } = new URL(context.req.url);
    if (hosts && !hosts.includes(hostname)) return context.text(findingsSourceOf(site).texts.foreignHost, 403);
    await next();
    const { headers } = context.res;
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    if (!headers.has("Content-Security-Policy")) headers.set("Content-Security-Policy", policy);
  });
  app.route("/", createOwnRoutes(options, { listeners, closing: closing.signal }));
  app.route("/", createSheetRoutes(options));
  app.route("/", createSiteRoutes(options));
  app.onError((error, context) => context.text(error.message, 500));
  return {
    fetch: (...args) => app.fetch(...args),
    announce: (change, shows) => {
      const isForAll = change === "styles" || (follows && shows !== undefined);
      for (const { path, send } of listeners) if (isForAll || site.shown.hasChanged(path)) send(change, shows ?? "");
    },
    close: () => closing.abort(),
  };
}
