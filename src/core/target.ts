/*
 * What a site is built for. It is decided once, where the program is called, and asked by ability everywhere else: nothing but this
 * file knows which place has which ability.
 */

/** `web`: published by a host. `disk`: opened by double click, from a folder or a USB stick. `dev`: shown while it is written. */
export type Place = "web" | "disk" | "dev";

/** `full`: everything. `pages`: practice pages, lists, feed and sitemap, the work that other generators are compared on. */
export type Extent = "full" | "pages";

interface Rule {
  readonly places: readonly Place[];
  readonly extents: readonly Extent[];
}

const everywhere: readonly Place[] = ["web", "disk", "dev"];
const served: readonly Place[] = ["web", "dev"];
const always: readonly Extent[] = ["full", "pages"];

/** One row for each ability: where it exists. */
const rules = {
  /** Addresses end in a slash. Without it they are spelled out to index.html, because no server completes them. */
  shortAddresses: { places: served, extents: always },
  /** Pages state a content security policy. On a disk there is no host, and browsers differ in what 'self' means there. */
  contentSecurityPolicy: { places: served, extents: always },
  /** Pages ask for their fonts before the style sheet does. */
  fontPreload: { places: served, extents: always },
  /** The nomination endpoint answers beside the site, so scripts can ask it. */
  endpoint: { places: served, extents: always },
  /** All kinds of page and file, not only those of the extent `pages`. */
  fullSite: { places: everywhere, extents: ["full"] },
  /** Practices lie ready as scripts as well: a page from a disk may not fetch the pages of others. */
  practiceScripts: { places: ["disk"], extents: ["full"] },
  /** Each practice is set to fit its sides of paper and carries a QR code. */
  fittedSheets: { places: everywhere, extents: ["full"] },
  /** Pages describe themselves to programs that show links (Open Graph). */
  socialMeta: { places: everywhere, extents: ["full"] },
  /** Photographs come in widths for screens. */
  imageVariants: { places: everywhere, extents: ["full"] },
  /** Printed sheets that are up to date are published. */
  sheetPdfs: { places: everywhere, extents: ["full"] },
  /** A drawn picture stands beside links to the site. */
  socialImages: { places: ["web"], extents: ["full"] },
  /** Browsers keep pages for reading without a network. */
  serviceWorker: { places: ["web"], extents: ["full"] },
  /** The editor in the browser is published. */
  browserEditor: { places: ["web"], extents: ["full"] },
} as const satisfies Record<string, Rule>;

export type Ability = keyof typeof rules;

export interface Target {
  readonly place: Place;
  readonly extent: Extent;
  has(ability: Ability): boolean;
}

export function createTarget(place: Place, extent: Extent = "full"): Target {
  const abilities = new Set<Ability>();
  for (const [ability, rule] of Object.entries(rules) as [Ability, Rule][])
    if (rule.places.includes(place) && rule.extents.includes(extent)) abilities.add(ability);
  return { place, extent, has: (ability) => abilities.has(ability) };
}
