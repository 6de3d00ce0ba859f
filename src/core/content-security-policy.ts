/** Directives of a content security policy with their sources, in the order in which they are written. */
export type PolicyDirectives = Readonly<Record<string, string>>;

/** Pages of a site: no script but the site's own, no inline style, nothing from other hosts. */
export const sitePolicy = {
  "default-src": "'none'",
  "img-src": "'self'",
  "style-src": "'self'",
  "font-src": "'self'",
  "script-src": "'self'",
  "connect-src": "'self'",
  "media-src": "'self'",
  "form-action": "'self'",
  "base-uri": "'none'",
} as const satisfies PolicyDirectives;

/** What counters and embeds need of their hosts: scripts, what these send and show, frames. */
const embedDirectives = ["script-src", "connect-src", "img-src", "frame-src"] as const;

/** A policy that allows the hosts that site.yaml names by `scripts:`. */
export function allowEmbeds(policy: PolicyDirectives, origins: readonly string[]): PolicyDirectives {
  return widenPolicy(policy, embedDirectives, origins);
}

/** A policy in which some directives have more sources. */
export function widenPolicy(
  policy: PolicyDirectives,
  directives: readonly string[],
  sources: readonly string[],
): PolicyDirectives {
  if (sources.length === 0) return policy;
  const widened = directives.map((name) => [name, [policy[name], ...sources].filter(Boolean).join(" ")]);
  return { ...policy, ...Object.fromEntries(widened) };
}

/** A built site as it is served. A policy in a page cannot forbid frames, so a header adds that. */
export const servedSitePolicy: PolicyDirectives = { ...sitePolicy, "frame-ancestors": "'none'" };

/** Pages of the development server: each stands beside its sheet, in a frame of the same site. */
export const devPolicy = {
  "default-src": "'none'",
  "img-src": "'self' data:",
  "style-src": "'self'",
  "font-src": "'self'",
  "script-src": "'self'",
  "worker-src": "'self'",
  "connect-src": "'self'",
  "media-src": "'self'",
  "form-action": "'self'",
  "frame-src": "'self'",
  "base-uri": "'none'",
  "frame-ancestors": "'self'",
} as const;

/** Writes a policy as in a header or a `meta` element. */
export function formatPolicy(directives: PolicyDirectives): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");
}
