import { hash } from "node:crypto";
import type { Context } from "hono";
import type { Artifact } from "../core/model/route.ts";
import { tagPage } from "./dev-pages.ts";

export type Status = 200 | 404 | 500 | 503;

/** Answers with content under a tag that changes with it. Pages carry the tag, so that they can ask whether they are outdated. */
export function send(context: Context, content: Artifact["content"], type: string): Response {
  return sendTagged(context, content, { type, status: 200 });
}

/** Answers with a page. */
export function sendPage(context: Context, html: string, status: Status = 200): Response {
  return sendTagged(context, html, { type: "text/html; charset=utf-8", status });
}

function sendTagged(
  context: Context,
  content: Artifact["content"],
  { type, status }: { readonly type: string; readonly status: Status },
): Response {
  const tag = hash("sha1", content).slice(0, 20);
  const bytes = typeof content === "string" ? tagPage(content, tag) : new Uint8Array(content);
  return context.body(bytes, status, { "Content-Type": type, ETag: `"${tag}"` });
}
