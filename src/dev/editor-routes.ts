import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { type Context, Hono } from "hono";
import { devPath } from "./dev-pages.ts";
import type { DevServerParts } from "./dev-server-parts.ts";

/** In a request that does something on this machine. */
const tokenHeader = "Praktika-Token";

/**
 * Opens texts in the editor of the person who runs the server. Any website can send requests to a server on the reader's own machine:
 * what does something must come from a page of this server, and carry a token that only such a page can read.
 */
export function createEditorRoutes({ site, openInEditor }: DevServerParts): Hono {
  const app = new Hono();
  const token = randomUUID();
  app.get(`${devPath}/token`, (context) => context.text(token));
  app.post(`${devPath}/open`, async (context) => {
    if (!isOwn(context, token)) return context.text("403", 403);
    const { file, line, column } = await readPlace(context);
    const path = site.pathOf(file);
    if (path === undefined || !existsSync(path) || !openInEditor) return context.text("404", 404);
    return (await openInEditor({ path, line, column })) ? context.body(null, 204) : context.text("409", 409);
  });
  return app;
}

function isOwn({ req }: Context, token: string): boolean {
  return req.header("Origin") === new URL(req.url).origin && req.header(tokenHeader) === token;
}

/** What the script of a page sends; nothing else can come with the token. */
async function readPlace({ req }: Context) {
  const { file = "", line, column } = await req.json<{ file?: string; line?: number; column?: number }>();
  return { file: String(file), line: Number(line) || 1, column: Number(column) || 1 };
}
