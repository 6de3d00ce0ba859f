import { oldKinds } from "../../archive/old-address.ts";
import { permalinks } from "../../archive/permalinks.ts";
import type { Language } from "../../core/language/language.ts";
import type { Archive } from "../../core/model/archive.ts";
import type { Permalink } from "../../core/model/ids.ts";
import type { Site } from "../../core/model/site.ts";
import { policyFor } from "../kit/content-policy.ts";
import type { Output, RenderContext } from "../kit/context.ts";
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
    const all = Object.entries(headersFor(context)).map(([name, value]) => `  ${name}: ${value}\n`);
    return `/*
${all.join("")}/assets/*
  Cache-Control: ${cacheForGood}
/data/*
  Access-Control-Allow-Origin: *
`;
  },
};

/** What every file of the site is sent with. */
function headersFor(context: RenderContext): Readonly<Record<string, string>> {
  // The editor in the browser has a policy of its own, which only its page can say: hosts add this one to it.
  const policy = context.archive.site.editing ? "" : policyFor(context);
  return {
    "Content-Security-Policy": [policy, "frame-ancestors 'none'"].filter(Boolean).join("; "),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
  };
}

/** Of files whose names change with their content. */
const cacheForGood = "public, max-age=31536000, immutable";

/**
 * .htaccess: the same for Apache, also on shared hosting, where nobody may change the settings of the server. What a server does not
 * know it passes over. Old addresses go to the page that forwards them: rules for each would be read with every request.
 */
export const apacheSettings: Output = {
  kind: "apache-settings",
  needs: "fullSite",
  traits: [],
  plan: onePerSite("apache-settings", "/.htaccess" as Permalink),
  render: (_route, context) => {
    const base = new URL(context.archive.site.baseUrl).pathname.replace(/\/$/, "");
    const headers = Object.entries(headersFor(context));
    return `# For Apache 2.4, also without access to the settings of the server.
ErrorDocument 404 ${base}/404.html
AddDefaultCharset utf-8
<IfModule mod_mime.c>
  AddType application/geo+json .geojson
  AddType application/manifest+json .webmanifest
  AddType font/woff2 .woff2
  AddCharset utf-8 .css .csv .geojson .js .json .md .svg .txt .xml
</IfModule>
<IfModule mod_headers.c>
${headers.map(([name, value]) => `  Header always set ${name} "${value}"\n`).join("")}  <FilesMatch "\\.[0-9a-f]{10}\\.[a-z0-9]+$">
    Header set Cache-Control "${cacheForGood}"
  </FilesMatch>
  <If "%{REQUEST_URI} =~ m#^${base}/data/#">
    Header set Access-Control-Allow-Origin "*"
  </If>
</IfModule>
${context.planned.has(permalinks.oldAddresses) ? forwardOldAddresses(context.archive, base) : ""}`;
  },
};

function forwardOldAddresses({ site }: Archive, base: string): string {
  const [first, ...others] = site.languages;
  const target = `${base}${permalinks.oldAddresses}`;
  const rule = (
    language: Language,
    condition: string,
  ): string => `  RewriteCond %{QUERY_STRING} (?:^|&)(?:${oldKinds.join("|")})= [NC]
  RewriteCond %{REQUEST_URI} ${condition}
  RewriteRule ^ ${target}?%{QUERY_STRING}#${language} [NE,R=302,L]
`;
  return `<IfModule mod_rewrite.c>
  RewriteEngine On
${others.map((language) => rule(language, `^${base}/${language}(/|$) [NC]`)).join("")}${rule(first, `!^${target}`)}</IfModule>
`;
}

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
