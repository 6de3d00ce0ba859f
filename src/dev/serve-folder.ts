import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, sep } from "node:path";
import { Readable } from "node:stream";
import { type ServerType, serve } from "@hono/node-server";
import { Hono } from "hono";
import { getMimeType } from "hono/utils/mime";

export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Strict by default: no script but the site's own, nothing from elsewhere. */
const headers = {
  "Content-Security-Policy":
    "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
};

/** Serves a built site on the loopback address. Rejects with code EADDRINUSE if the port is taken. */
export async function serveFolder(folder: string, port: number): Promise<RunningServer> {
  const app = createFolderApp(folder);
  const server = await listen(app, port);
  const address = server.address();
  const actual = typeof address === "object" && address ? address.port : port;
  return { url: `http://localhost:${actual}/`, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** A web app that answers with the files of a folder, as static hosts do. */
function createFolderApp(folder: string): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
  });
  app.get("*", (context) => {
    const { pathname, search } = new URL(context.req.url);
    const file = resolveFile(folder, pathname);
    if (file === "folder") return context.redirect(`${pathname}/${search}`, 308);
    if (!file) {
      const page = join(folder, "404.html");
      return existsSync(page) ? context.html(readFileSync(page, "utf8"), 404) : context.text("404", 404);
    }
    const type = getMimeType(file) ?? contentTypes[extname(file)] ?? "application/octet-stream";
    const caching = pathname.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    const body = Readable.toWeb(createReadStream(file)) as ReadableStream;
    return context.body(body, 200, {
      "Content-Type": type,
      "Content-Length": String(statSync(file).size),
      "Cache-Control": caching,
    });
  });
  return app;
}

const contentTypes: Readonly<Record<string, string>> = { ".woff2": "font/woff2", ".geojson": "application/geo+json" };

/** The file for a path, "folder" if a slash is missing at its end, or undefined. Never leaves the folder. */
function resolveFile(folder: string, pathname: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
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

function listen(app: Hono, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: "127.0.0.1" }, () => resolve(server));
    server.once("error", reject);
  });
}
