/** Origins whose pages may send ballots, such as `https://praktiki.example.org`. */
export type AcceptedOrigins = readonly string[];

/**
 * Whether a request that changes something comes from a page of our own. Browsers say so in `Origin`; where they leave it
 * out, `Sec-Fetch-Site` or the address of the page must. A request that says nothing is not a page of ours.
 */
export function isOwnOrigin(headers: Headers, accepted: AcceptedOrigins): boolean {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  if (origin !== null) {
    if (!accepted.includes(origin)) return false;
    return site !== "none";
  }
  if (site !== null) return site === "same-origin";
  const referrer = headers.get("referer");
  return referrer !== null && URL.canParse(referrer) && accepted.includes(new URL(referrer).origin);
}
