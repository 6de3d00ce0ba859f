import type { Widget } from "../captcha/provider.ts";

/** Headers of every answer. No script but a hosted captcha's, nothing from elsewhere but the site's style. */
export function securityHeaders(siteUrl: string, widget: Widget | undefined): Readonly<Record<string, string>> {
  const site = URL.canParse(siteUrl) ? ` ${new URL(siteUrl).origin}` : "";
  const hosted = widget ? ` ${widget.origins.join(" ")}` : "";
  const policy = [
    "default-src 'none'",
    `style-src 'self'${site}${hosted}`,
    `font-src 'self'${site}`,
    "img-src 'self'",
    "media-src 'self'",
    ...(widget ? [`script-src${hosted}`, `frame-src${hosted}`, `connect-src${hosted}`] : []),
    // Where a form leads on to counts as well: back to the site.
    `form-action 'self'${site}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    "Content-Security-Policy": policy.join("; "),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
  };
}
