/** What came of asking for an address. */
export type Answer =
  | { readonly kind: "fine" }
  /** Answered for good elsewhere (HTTP 301 or 308). */
  | { readonly kind: "moved"; readonly to: string }
  /** There is no such page (404, 410) or no such host. */
  | { readonly kind: "gone"; readonly reason: "404" | "410" | "no-host" }
  /** Nothing that says whether the page is there: refused, overloaded, too slow, no network. */
  | { readonly kind: "unclear"; readonly reason: string };

/** How to ask, so that the other side knows who asks and is not kept busy. */
export interface Manners {
  readonly userAgent: string;
  readonly timeoutMilliseconds: number;
}

/** More redirects than any honest site needs. */
const mostRedirects = 5;

/** Asks whether a page is there: by HEAD, and by GET where HEAD is not understood; the page itself is never read. */
export async function askAddress(url: string, manners: Manners): Promise<Answer> {
  let at = url;
  let settled = url;
  let isPermanent = true;
  try {
    for (let step = 0; step <= mostRedirects; step++) {
      const { status, location } = await request(at, manners);
      if (status >= 200 && status < 300) return settled === url ? { kind: "fine" } : { kind: "moved", to: settled };
      if (status === 404 || status === 410) return { kind: "gone", reason: `${status}` };
      if (status < 300 || status >= 400 || !location || !URL.canParse(location, at))
        return { kind: "unclear", reason: `HTTP ${status}` };
      at = new URL(location, at).href;
      isPermanent &&= status === 301 || status === 308;
      if (isPermanent) settled = at;
    }
    return { kind: "unclear", reason: `> ${mostRedirects} × 3xx` };
  } catch (error) {
    return judge(error);
  }
}

async function request(url: string, { userAgent, timeoutMilliseconds }: Manners) {
  for (const method of ["HEAD", "GET"]) {
    const headers = { "user-agent": userAgent, accept: "text/html, */*;q=0.5" };
    const signal = AbortSignal.timeout(timeoutMilliseconds);
    const response = await fetch(url, { method, headers, redirect: "manual", signal });
    await response.body?.cancel();
    // Old servers answer HEAD with anything but the truth.
    if (method === "HEAD" && response.status >= 400 && response.status !== 429) continue;
    return { status: response.status, location: response.headers.get("location") };
  }
  throw new Error("unreachable");
}

function judge(error: unknown): Answer {
  if (error instanceof DOMException && error.name === "TimeoutError") return { kind: "unclear", reason: "timeout" };
  const { code, message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
  return code === "ENOTFOUND" ? { kind: "gone", reason: "no-host" } : { kind: "unclear", reason: code ?? message };
}
