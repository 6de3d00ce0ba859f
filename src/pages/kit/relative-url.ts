import type { Permalink } from "../../core/model/ids.ts";
import type { LinkStyle } from "../../core/model/route.ts";

/** Makes the address of another page as seen from one page. */
export type Linker = (target: Permalink) => string;

/**
 * Relative addresses, so that the site works under any base path and from a disk. A page's address reaches the top
 * of the site and goes down from there: `../../../bg/themes/energy/`.
 */
export function createLinker(from: Permalink, style: LinkStyle): Linker {
  const depth = from.split("/").length - 2;
  const top = depth === 0 ? "./" : "../".repeat(depth);
  return (target) => {
    const path = target.slice(1);
    return style === "files" && (path === "" || path.endsWith("/")) ? `${top}${path}index.html` : top + path;
  };
}

/** Addresses from the host's root, for a page that is shown under addresses nobody foresaw (404). */
export function createAbsoluteLinker(baseUrl: string): Linker {
  const base = new URL(baseUrl).pathname.replace(/\/$/, "");
  return (target) => base + target;
}
