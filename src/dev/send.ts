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

/** Two halves: of the content without its links to style sheets, and of the whole. A page whose first half stays needs no reload. */
function tagOf(content: Artifact["content"]): string {
  const half = (part: Artifact["content"]): string => hash("sha1", part).slice(0, 10);
  const unstyled = typeof content === "string" ? content.replace(/<link rel="stylesheet"[^>]*>/g, "") : content;
  return half(unstyled) + half(content);
}

function sendTagged(
  context: Context,
  content: Artifact["content"],
  { type, status }: { readonly type: string; readonly status: Status },
): Response {
  const tag = tagOf(content);
  const bytes = typeof content === "string" ? tagPage(content, tag) : new Uint8Array(content);
  return context.body(bytes, status, { "Content-Type": type, ETag: `"${tag}"` });
}
