import { allowEmbeds, formatPolicy, sitePolicy, widenPolicy } from "../../core/content-security-policy.ts";
import type { RenderContext } from "./context.ts";

/** What a page takes from an endpoint on another host: it asks it, shows its pictures, sound and form. */
const endpointDirectives = ["connect-src", "img-src", "media-src", "form-action"] as const;

/** The content security policy of a page; "" where the target has none. */
export function policyFor({ target, archive: { site } }: RenderContext): string {
  if (!target.has("contentSecurityPolicy")) return "";
  const isElsewhere = site.nominationsOpen && URL.canParse(site.nominationEndpoint);
  const endpoint = isElsewhere ? [new URL(site.nominationEndpoint).origin] : [];
  return formatPolicy(allowEmbeds(widenPolicy(sitePolicy, endpointDirectives, endpoint), site.scriptHosts));
}
