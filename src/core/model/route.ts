import type { Language } from "../language/language.ts";
import type { Permalink } from "./ids.ts";

/** The kinds of output. */
export type RouteKind =
  | "root"
  | "home"
  | "practice"
  | "citation"
  | "practices"
  | "theme"
  | "year"
  | "themes"
  | "years"
  | "municipality"
  | "municipalities"
  | "innovator"
  | "innovators"
  | "booklet"
  | "selection"
  | "selection-sheet"
  | "compare"
  | "search"
  | "search-index"
  | "data"
  | "open-data"
  | "title-index"
  | "issue"
  | "issues"
  | "page"
  | "not-found"
  | "feed"
  | "sitemap"
  | "nominated"
  | "nominees"
  | "ballot-paper"
  | "tally"
  | "robots"
  | "alias"
  | "old-addresses"
  | "redirect-rules"
  | "host-headers"
  | "security-text"
  | "subject-feed"
  | "json-feed"
  | "offline"
  | "service-worker";

/** One file of the site to be made: what it shows and where it will lie. Plain values only. */
export interface Route {
  readonly kind: RouteKind;
  readonly permalink: Permalink;
  readonly language: Language;
  /** What it shows: an id, a slug, a code, a year, a page number, a target; "" where the kind says it all. */
  readonly key: string;
  /** The file of the content that asks for it, if there is one. */
  readonly file?: string;
}

/** A finished file. */
export interface Artifact {
  /** Relative to the output folder, with forward slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** How addresses end: `pretty` in a slash, `files` spelled out to index.html for reading from a disk. */
export type LinkStyle = "pretty" | "files";

/** How much is written: `pages` leaves out all but practice pages, listings, feed and sitemap. */
export type Profile = "full" | "pages";
