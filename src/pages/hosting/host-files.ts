import type { Permalink } from "../../core/model/ids.ts";
import type { Site } from "../../core/model/site.ts";
import { policyFor } from "../kit/content-policy.ts";
import type { Output } from "../kit/context.ts";
import { onePerSite } from "../kit/per-edition.ts";

/**
 * _headers: what hosts that read it (Netlify, Cloudflare Pages) send with each file. Its policy is that of the pages, and
 * nobody may put them into a frame.
 */
export const hostHeaders: Output = {
  kind: "host-headers",
  needs: "fullSite",
  traits: [],
  plan: onePerSite("host-headers", "/_headers" as Permalink),
  render: (_route, context) => {
    const { editing } = context.archive.site;
    // The editor in the browser has a policy of its own, which only its page can say: hosts add this one to it.
    const policy = [editing ? "" : policyFor(context), "frame-ancestors 'none'"].filter(Boolean).join("; ");
    return `/*
  Content-Security-Policy: ${policy}
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
  Cross-Origin-Opener-Policy: same-origin
/assets/*
  Cache-Control: public, max-age=31536000, immutable
/data/*
  Access-Control-Allow-Origin: *
`;
  },
};

/** .well-known/security.txt (RFC 9116): whom to tell of a weakness. `praktika check` says when its day is near. */
export const securityText: Output = {
  kind: "security-text",
  needs: "fullSite",
  traits: [],
  plan: onePerSite(
    "security-text",
    "/.well-known/security.txt" as Permalink,
    ({ site }) => site.security !== undefined,
  ),
  render: (_route, { archive: { site } }) => securityTextOf(site),
};

function securityTextOf({ security, languages, baseUrl }: Site): string {
  if (!security) return "";
  const contact = security.contact.includes("@") ? `mailto:${security.contact}` : security.contact;
  return [
    `Contact: ${contact}`,
    `Expires: ${security.expires}T23:59:59Z`,
    `Preferred-Languages: ${languages.join(", ")}`,
    `Canonical: ${baseUrl}/.well-known/security.txt`,
    "",
  ].join("\n");
}

export const robots: Output = {
  kind: "robots",
  needs: "fullSite",
  traits: [],
  plan: onePerSite("robots", "/robots.txt" as Permalink),
  render: (_route, { archive: { site } }) => `User-agent: *\nAllow: /\n\nSitemap: ${site.baseUrl}/sitemap.xml\n`,
};
