import { permalinks } from "../../archive/permalinks.ts";
import { findSiteAddress } from "../../archive/site-address.ts";
import { isLanguage, type Language } from "../../core/language/language.ts";
import { findAnchor } from "../../core/model/anchors.ts";
import type { Archive } from "../../core/model/archive.ts";
import type { Outline } from "../../core/model/body.ts";
import type { PageId, Permalink, PracticeId } from "../../core/model/ids.ts";
import type { RenderContext, Viewpoint } from "./context.ts";
import { fitTables } from "./fit-tables.ts";

const internal = / (href|src)="(practice|page|file):([^"#]*)(#[^"]*)?"/g;

/** How wide pictures are shown: as the column of text (`--measure` of base.css), on phones as the screen. */
const pictureSizes = "(min-width: 40rem) 37.5rem, 100vw";

/**
 * Replaces the internal links of a rendered text by addresses as seen from one page, offers photographs in several sizes, and
 * prepares wide tables for paper. A
 * practice that does not exist in the language of the text is linked in the other one; a link to a draft loses its address.
 */
export function resolveLinks(
  body: string,
  language: Language,
  { context, link }: Viewpoint<Pick<RenderContext, "archive" | "pictures">>,
): string {
  const { archive, pictures } = context;
  const html = fitTables(body);
  if (!html.includes('="practice:') && !html.includes('="page:') && !html.includes('="file:')) return html;
  return html.replace(internal, (...[, attribute, kind, written = "", fragment = ""]: string[]) => {
    const key = decode(written);
    if (kind === "file") {
      const address = ` ${attribute}="${link(permalinks.media(key))}${fragment}"`;
      const scaled = attribute === "src" ? pictures.get(key) : undefined;
      if (!scaled) return address;
      const set = scaled.map(({ permalink, width }) => `${link(permalink)} ${width}w`).join(", ");
      return `${address} srcset="${set}" sizes="${pictureSizes}"`;
    }
    const found = findTarget(archive, language, { kind, id: key });
    if (!found) return "";
    const foreign = found.language === language ? "" : ` hreflang="${found.language}"`;
    const anchor = fragment && (findAnchor(found.outline, fragment.slice(1)) ?? fragment.slice(1));
    return ` ${attribute}="${link(found.permalink)}${anchor && `#${anchor}`}"${foreign}`;
  });
}

/** Raw HTML may hold a percent sign that encodes nothing. */
function decode(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** Where a practice or page is found: in the wanted language, else in the first that has it. */
export function findTarget(
  archive: Archive,
  wanted: Language,
  { kind, id }: { readonly kind: string | undefined; readonly id: string },
): { readonly permalink: Permalink; readonly language: Language; readonly outline: Outline } | undefined {
  if (id?.startsWith("/")) return findAddress(archive, wanted, id);
  for (const language of [wanted, ...archive.editions.keys()]) {
    const edition = archive.editions.get(language);
    const entry = kind === "practice" ? edition?.practicesById.get(id as PracticeId) : edition?.pages.get(id as PageId);
    if (!entry) continue;
    const permalink = kind === "practice" ? permalinks.practice(language, id) : permalinks.page(language, id);
    return { permalink, language, outline: entry.outline };
  }
  const today = kind === "practice" ? archive.formerIds.get(id) : undefined;
  return today && findTarget(archive, wanted, { kind, id: today });
}

/** What an address of the site shows that the archive knows; what it does not may belong to another program on the same server. */
function findAddress(archive: Archive, wanted: Language, path: string): ReturnType<typeof findTarget> {
  const found = findSiteAddress(archive, path);
  if (found && found.kind !== "list") return findTarget(archive, wanted, found);
  const [, language] = /^\/(\w+)\//.exec(path) ?? [];
  const permalink = found?.permalink ?? (path as Permalink);
  return { permalink, language: isLanguage(language) ? language : wanted, outline: noOutline };
}

const noOutline: Outline = { links: [], anchors: [] };
