/** The cache of a place, as Cloudflare's Workers have it (`caches.default`). */
export interface TallyCache {
  match(address: string): Promise<Response | undefined>;
  put(address: string, answer: Response): Promise<void>;
}

interface Reader {
  readonly request: Request;
  readonly answer: () => Promise<Response>;
  /** Goes on with what may end after the answer. */
  readonly later: (work: Promise<unknown>) => void;
}

/**
 * Answers a question for counts from the cache, for as long as its own headers allow: all readers of a place are one question to the
 * store. A reader who has just voted says `no-cache`.
 */
export async function answerFromCache({ request, answer, later }: Reader, cache: TallyCache): Promise<Response> {
  const { method, headers, url } = request;
  const isFresh = /no-cache|no-store/.test(headers.get("cache-control") ?? "");
  if (method !== "GET" || isFresh) return answer();
  const address = new URL(url);
  // The answer names the origin that may read it.
  address.searchParams.set("origin", headers.get("origin") ?? "");
  const kept = await cache.match(address.href);
  if (kept) {
    const isKnown = headers.get("if-none-match") === kept.headers.get("etag");
    return isKnown ? new Response(null, { status: 304, headers: kept.headers }) : kept;
  }
  const fresh = await answer();
  if (fresh.status === 200) later(cache.put(address.href, fresh.clone()));
  return fresh;
}
