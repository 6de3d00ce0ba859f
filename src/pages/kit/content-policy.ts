import type { RenderContext } from "./context.ts";

/** No script but the site's own, no inline style, nothing from elsewhere. */
const contentSecurityPolicy =
  "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'";

/**
 * The policy of a page; "" where the target has none. An endpoint on another host may be asked, and its pictures, its sound and its
 * form may be shown.
 */
export function policyFor({ target, archive: { site } }: RenderContext): string {
  if (!target.has("contentSecurityPolicy")) return "";
  if (!site.nominationsOpen || !URL.canParse(site.nominationEndpoint)) return contentSecurityPolicy;
  const { origin } = new URL(site.nominationEndpoint);
  return contentSecurityPolicy.replace(/(connect|img|media)-src 'self'|form-action 'self'/g, `$& ${origin}`);
}
