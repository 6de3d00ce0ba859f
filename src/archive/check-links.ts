import { type Finding, finding, type Location } from "../core/diagnostics/finding.ts";
import { nearestName } from "../core/diagnostics/nearest.ts";
import type { Language } from "../core/language/language.ts";
import { findAnchor, nearestFragment } from "../core/model/anchors.ts";
import type { Archive, Edition, PageEntry, PracticeEntry } from "../core/model/archive.ts";
import type { BodyLink, Outline } from "../core/model/body.ts";
import { filesOf } from "../core/model/fields/files-of.ts";
import type { Absent } from "./absent.ts";
import { findSiteAddress } from "./site-address.ts";

/** A text whose links are checked: a practice, a page, or the foreword of an issue. */
export type LinkingText =
  | PracticeEntry
  | PageEntry
  | { readonly item: { readonly file: string; readonly language: Language }; readonly outline: Outline };

/**
 * Checks that every link inside the archive has a target.
 *
 * Findings: link/unknown-practice, link/unknown-page, link/unknown-section, link/draft, link/missing-file.
 */
export function checkLinks(archive: Archive, entries: readonly LinkingText[], absent: Absent): readonly Finding[] {
  return entries.flatMap((entry) => [
    ...entry.outline.links.flatMap((link) => checkLink(link, entry, { archive, absent })),
    ...checkFiles(archive, entry),
  ]);
}

function checkLink(
  { target, written, line }: BodyLink,
  { item }: LinkingText,
  { archive, absent }: { readonly archive: Archive; readonly absent: Absent },
): readonly Finding[] {
  if (target.kind === "file") return [];
  const location = { line, text: written };
  const { fragment } = target;
  const today = target.kind === "practice" ? archive.formerIds.get(target.id) : undefined;
  const id = today ?? target.id;
  if (id.startsWith("/")) return checkAddress({ id, written }, { item, archive, location });
  if (target.kind === "practice" && absent.drafts.has(id)) return [finding("link/draft", item.file, { id }, location)];
  const own = archive.editions.get(item.language);
  const editions = [...(own ? [own] : []), ...archive.editions.values()];
  const found = editions.map((edition) => entriesOf(edition, target.kind).get(id)).find(Boolean);
  if (!found && absent.broken.has(id)) return [];
  if (today)
    return [finding("link/own-address", item.file, { written, meant: `practice:${today}`, isSure: false }, location)];
  if (!found) {
    const code = target.kind === "practice" ? "link/unknown-practice" : "link/unknown-page";
    const known = [...archive.editions.values()].flatMap((edition) => [...entriesOf(edition, target.kind).keys()]);
    return [finding(code, item.file, { id, nearest: nearestName(id, known) }, location)];
  }
  if (fragment === "" || findAnchor(found.outline, fragment) !== undefined) return [];
  const nearest = nearestFragment(found.outline, fragment);
  return [finding("link/unknown-section", item.file, { fragment, id, nearest }, location)];
}

/** An address of the site: aliases are better written as what they show. One below `baseUrl` may be of another program. */
function checkAddress(
  { id, written }: { readonly id: string; readonly written: string },
  { item, archive, location }: { item: LinkingText["item"]; archive: Archive; location: Location },
): readonly Finding[] {
  const found = findSiteAddress(archive, id);
  if (found?.kind === "list") return [];
  if (found)
    return [
      finding("link/own-address", item.file, { written, meant: `${found.kind}:${found.id}`, isSure: false }, location),
    ];
  return written.startsWith("/")
    ? [finding("link/unknown-page", item.file, { id: written, nearest: undefined }, location)]
    : [];
}

/** The practices or pages of an edition by their id as a text writes it. */
function entriesOf(edition: Edition, kind: "practice" | "page"): ReadonlyMap<string, PracticeEntry | PageEntry> {
  return kind === "practice" ? edition.practicesById : edition.pages;
}

function checkFiles(archive: Archive, { item }: LinkingText): readonly Finding[] {
  return filesOf(item, archive.fields).flatMap(({ path, field }) => {
    if (archive.media.has(path)) return [];
    const parameters = { path, nearest: nearestName(path, archive.media.keys()) };
    return [finding("link/missing-file", item.file, parameters, { field, on: "value" })];
  });
}
