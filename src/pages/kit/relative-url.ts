import type { Permalink } from "../../core/model/ids.ts";
import type { Target } from "../../core/target.ts";

/** Makes the address of another page as seen from one page. */
export type RelativeUrl = (target: Permalink) => string;

/**
 * Relative addresses, so that the site works under any base path and from a disk. A page's address reaches the top of the site and
 * goes down from there: `../../../bg/themes/energy/`.
 */
export function createRelativeUrl(from: Permalink, target: Target): RelativeUrl {
  const depth = from.split("/").length - 2;
  const top = depth === 0 ? "./" : "../".repeat(depth);
  const isShort = target.has("shortAddresses");
  return (permalink) => {
    const path = permalink.slice(1);
    return !isShort && (path === "" || path.endsWith("/")) ? `${top}${path}index.html` : top + path;
  };
}

/** Addresses from the host's root, for a page that is shown under addresses nobody foresaw (404). */
export function createAbsoluteUrl(baseUrl: string): RelativeUrl {
  const base = new URL(baseUrl).pathname.replace(/\/$/, "");
  return (permalink) => base + permalink;
}
