/** Origins whose pages may send ballots, such as `https://praktiki.example.org`. */
export type AcceptedOrigins = readonly string[];

/**
 * Whether a request that changes something comes from a page of our own: the endpoint's form, or a page of an accepted
 * origin. No other site may make its visitors' browsers send ballots (CSRF).
 *
 * 1. `Sec-Fetch-Site: same-origin` decides first. Only the browser can set it (Fetch Metadata, section 2: names that begin
 *    with `Sec-` are forbidden to scripts), and it covers all redirects. The Fetch standard (“append a request `Origin`
 *    header”) lets a referrer policy turn the `Origin` of such a request into `null`; then only this header tells the truth.
 * 2. `none` is no page at all: an address that was typed, a bookmark.
 * 3. `Origin` must be accepted, also when the browser says `cross-site`: the site may be on another host.
 * 4. Old browsers do not send `Sec-Fetch-Site`. Then an `Origin` equal to the origin that the request was sent to is our
 *    own form, and without `Origin` the `Referer` is read in its place. Newer browsers have decided in step 1.
 *
 * A program that is no browser can write all of these headers; captcha and prices are for it.
 * @param requested the origin that the request was sent to, as far as the endpoint can see it
 */
export function isOwnOrigin(headers: Headers, accepted: AcceptedOrigins, requested: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site === "same-origin") return true;
  if (site === "none") return false;
  const origin = headers.get("origin");
  if (site !== null) return origin !== null && accepted.includes(origin);
  const sender = origin ?? originOf(headers.get("referer"));
  return sender !== undefined && (accepted.includes(sender) || isSameHost(sender, requested));
}

function originOf(address: string | null): string | undefined {
  return address !== null && URL.canParse(address) ? new URL(address).origin : undefined;
}

/**
 * The scheme may differ in one direction: a proxy takes HTTPS and passes HTTP on. A page that came over plain HTTP is not
 * ours if we were asked over HTTPS, because anybody on the way may have written it.
 */
function isSameHost(sender: string, requested: string): boolean {
  if (!URL.canParse(sender) || new URL(sender).origin !== sender) return false;
  const { protocol, host } = new URL(sender);
  const asked = new URL(requested);
  if (protocol !== asked.protocol && protocol !== "https:") return false;
  // Parsed with the sender's scheme, the port that this scheme has anyway falls away.
  const address = `${protocol}//${asked.host}`;
  return URL.canParse(address) && new URL(address).host === host;
}
