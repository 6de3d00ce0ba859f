import { Hono } from "hono";
import { allowEmbeds, devPolicy, formatPolicy } from "../core/content-security-policy.ts";
import type { Permalink } from "../core/model/ids.ts";
import { type DevServerParts, findingsSourceOf } from "./dev-server-parts.ts";
import { createEditorRoutes } from "./editor-routes.ts";
import type { Change } from "./live-site.ts";
import { createOwnRoutes } from "./own-routes.ts";
import { createSheetRoutes } from "./sheet-routes.ts";
import { createSiteRoutes } from "./site-routes.ts";

export interface DevAppOptions extends DevServerParts {
  /** True: requests may use names of this machine alone. Another name could belong to a hostile page (DNS rebinding). */
  readonly isLocal: boolean;
  /** Takes in changes of files that nobody has told of. */
  readonly catchUp: () => Promise<void>;
}

/** Names that no other machine can have: `localhost` with or without the dot of the root, and what is below it (RFC 6761). */
const ownName = /^(?:(?:[^.]+\.)*localhost\.?|127\.0\.0\.1|\[::1\])$/;

export interface DevApp {
  readonly fetch: Hono["fetch"];
  /** Tells all open pages that something has changed. @param shows the page of the practice that was saved */
  announce(change: Change, shows: Permalink | undefined): void;
  /** Ends the connections of open pages. */
  close(): void;
}

/** The development server as a web app: the site as its files are now, its findings in its pages, and own pages. */
export function createDevApp(options: DevAppOptions): DevApp {
  const { site, isLocal, catchUp } = options;
  const listeners = new Set<(event: string, data: string) => void>();
  const closing = new AbortController();
  const app = new Hono();
  app.use(async (context, next) => {
    const { hostname } = new URL(context.req.url);
    if (isLocal && !ownName.test(hostname)) return context.text(findingsSourceOf(site).texts.foreignHost, 403);
    // A page, not what belongs to it: that comes right after.
    if (/\/$|\.html$|\/[^/.]*$/.test(context.req.path)) await catchUp();
    await next();
    const { headers } = context.res;
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    if (!headers.has("Content-Security-Policy")) {
      const { scriptHosts } = site.context.archive.site;
      headers.set("Content-Security-Policy", formatPolicy(allowEmbeds(devPolicy, scriptHosts)));
    }
  });
  app.route("/", createOwnRoutes(options, { listeners, closing: closing.signal }));
  app.route("/", createEditorRoutes(options));
  app.route("/", createSheetRoutes(options));
  app.route("/", createSiteRoutes(options));
  app.onError((error, context) => context.text(error.message, 500));
  return {
    fetch: (...args) => app.fetch(...args),
    announce: (change, shows) => {
      for (const send of listeners) send(change, shows ?? "");
    },
    close: () => closing.abort(),
  };
}
