/** The state of an address on the web. */
export type AddressState =
  | { readonly kind: "fine" }
  /** Moved permanently (HTTP 301 or 308). */
  | { readonly kind: "moved"; readonly to: string }
  /** The page (404, 410) or the host does not exist. */
  | { readonly kind: "gone"; readonly reason: "404" | "410" | "no-host" }
  /** The answer does not tell whether the page exists: refused, overloaded, too slow, no network. */
  | { readonly kind: "unclear"; readonly reason: string };

/** Settings of polite requests. */
export interface Manners {
  readonly userAgent: string;
  readonly requestTimeoutMs: number;
  /** Between two requests to the same host. */
  readonly pauseMs: number;
}

/** No honest site needs more redirects. */
const maxRedirects = 5;

/** Checks that a page exists: by HEAD, and by GET if the server does not understand HEAD. The body is never read. */
export async function askAddress(url: string, manners: Manners): Promise<AddressState> {
  let at = url;
  let settled = url;
  let isPermanent = true;
  try {
    for (let step = 0; step <= maxRedirects; step++) {
      const { status, location } = await request(at, manners);
      if (status >= 200 && status < 300) return settled === url ? { kind: "fine" } : { kind: "moved", to: settled };
      if (status === 404 || status === 410) return { kind: "gone", reason: `${status}` };
      if (status < 300 || status >= 400 || !location || !URL.canParse(location, at))
        return { kind: "unclear", reason: `HTTP ${status}` };
      at = new URL(location, at).href;
      isPermanent &&= status === 301 || status === 308;
      if (isPermanent) settled = at;
    }
    return { kind: "unclear", reason: `> ${maxRedirects} × 3xx` };
  } catch (error) {
    return judge(error);
  }
}

async function request(url: string, { userAgent, requestTimeoutMs }: Manners) {
  for (const method of ["HEAD", "GET"]) {
    const headers = { "user-agent": userAgent, accept: "text/html, */*;q=0.5" };
    const signal = AbortSignal.timeout(requestTimeoutMs);
    const response = await fetch(url, { method, headers, redirect: "manual", signal });
    await response.body?.cancel();
    // Old servers answer HEAD wrongly.
    if (method === "HEAD" && response.status >= 400 && response.status !== 429) continue;
    return { status: response.status, location: response.headers.get("location") };
  }
  throw new Error("unreachable");
}

function judge(error: unknown): AddressState {
  if (error instanceof DOMException && error.name === "TimeoutError") return { kind: "unclear", reason: "timeout" };
  const { code, message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
  return code === "ENOTFOUND" ? { kind: "gone", reason: "no-host" } : { kind: "unclear", reason: code ?? message };
}
