import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, sep } from "node:path";
import type { HttpBindings } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { formatPolicy, servedSitePolicy } from "../core/content-security-policy.ts";
import { decodePath } from "../core/decode-address.ts";
import { listenAt, loopback } from "./listen-at.ts";

export interface RunningServer {
  readonly url: string;
  /** Finishes the requests that are under way, then stops. */
  close(): Promise<void>;
}

/** Another program that answers some paths of the same address. */
export interface Endpoint {
  readonly owns: (pathname: string) => boolean;
  readonly fetch: (request: Request, bindings: HttpBindings) => Response | Promise<Response>;
}

const headers = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
};

/** The editor in the browser signs in on another host; its page states the rest of its policy. */
const editorPolicy = formatPolicy({ "frame-ancestors": "'none'" });

export interface ServeOptions {
  /** Makes the endpoint for the address that the server got. */
  readonly createEndpoint?: (url: string) => Promise<Endpoint>;
  /** Milliseconds that a client may take to send the head of a request. */
  readonly clientMs?: number;
}

/**
 * Serves a built site on the loopback address, and beside it the endpoint that `createEndpoint` makes for the address that
 * the server got. Rejects with code EADDRINUSE if the port is taken, or as `createEndpoint` does; nothing listens then.
 */
export async function serveFolder(
  folder: string,
  port: number,
  { createEndpoint, clientMs }: ServeOptions = {},
): Promise<RunningServer> {
  let endpoint: Endpoint | undefined;
  const site = createFolderApp(folder);
  const fetch: Endpoint["fetch"] = (request, bindings) => {
    if (endpoint?.owns(new URL(request.url).pathname)) return endpoint.fetch(request, bindings);
    return site.fetch(request, bindings);
  };
  const server = await listenAt(fetch, loopback, { port, ...(clientMs !== undefined && { clientMs }) });
  const url = `http://localhost:${server.port}/`;
  try {
    endpoint = await createEndpoint?.(url);
  } catch (error) {
    await server.close();
    throw error;
  }
  return { url, close: () => server.close() };
}

/** A web app that serves the files of a folder as static hosts do: compressed, with pretty addresses, a 404 page and ranges. */
function createFolderApp(folder: string): Hono {
  const app = new Hono();
  const shrink = compress();
  // A part of a file is a part of its bytes as they are.
  app.use((context, next) => (context.req.header("Range") ? next() : shrink(context, next)));
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
    const isEditor = context.req.path.startsWith("/admin/");
    context.res.headers.set("Content-Security-Policy", isEditor ? editorPolicy : readPolicy(folder));
  });
  app.get("*", async (context, next) => {
    const { pathname, search } = new URL(context.req.url);
    const file = resolveFile(folder, pathname);
    if (file === "folder") return context.redirect(`${pathname}/${search}`, 308);
    if (!file) {
      const page = join(folder, "404.html");
      return existsSync(page) ? context.html(readFileSync(page, "utf8"), 404) : context.text("404", 404);
    }
    context.header(
      "Cache-Control",
      pathname.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    );
    const response = await serveStatic({ path: file })(context, next);
    const type = contentTypes[extname(file)];
    if (response && type) response.headers.set("Content-Type", type);
    return response;
  });
  return app;
}

/** The policy that the site was built with, as hosts send it; it knows which others the pages ask. */
function readPolicy(folder: string): string {
  const file = join(folder, "_headers");
  const written = existsSync(file)
    ? /^\s+Content-Security-Policy: (.+)$/m.exec(readFileSync(file, "utf8"))?.[1]
    : undefined;
  return written ?? formatPolicy(servedSitePolicy);
}

/** Types that the library does not know. */
const contentTypes: Readonly<Record<string, string>> = { ".woff2": "font/woff2", ".geojson": "application/geo+json" };

/** The file for a path, "folder" if a slash is missing at its end, or undefined. Never leaves the folder. */
function resolveFile(folder: string, pathname: string): string | undefined {
  const path = decodePath(pathname);
  if (path === undefined) return undefined;
  if (path.includes("\0") || path.split(/[/\\]/).some((part) => part === ".." || part.startsWith(".praktika")))
    return undefined;
  const file = join(folder, path);
  if (file !== folder && !file.startsWith(folder + sep)) return undefined;
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isFile()) return file;
  if (!stats?.isDirectory()) return undefined;
  if (!path.endsWith("/")) return "folder";
  const index = join(file, "index.html");
  return existsSync(index) ? index : undefined;
}
