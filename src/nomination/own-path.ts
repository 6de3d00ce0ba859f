/**
 * The endpoint's own part of a path. Whatever comes before it belongs to others: the stage of an API Gateway, the folder of a
 * web server that passes it on, which may well be called `/api/`. Of a path that could be read in two ways the first own part
 * counts: `/nominate/healthz` is the form of a practice.
 */
const ownPath =
  /\/(?:nominate(?:\/[^/]*)?|api\/(?:challenges\/[^/]*|challenges|nominations|tally|log)|healthz|metrics)$/;

export function readOwnPath({ url }: Request): string {
  const { pathname } = new URL(url);
  return ownPath.exec(pathname)?.[0] ?? pathname;
}

/** The way from a page at a path of the endpoint to its top: whatever lies before it only the browser knows. */
export function wayToTop(path: string): string {
  return "../".repeat(path.split("/").length - 2) || "./";
}
