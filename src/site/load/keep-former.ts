import type { Finding } from "../../core/diagnostics/finding.ts";
import { placesSeverities } from "../../core/diagnostics/places-catalogue.ts";
import { severityOf } from "../../core/diagnostics/severity.ts";
import type { MediaFile } from "../../core/model/document.ts";
import type { SiteData, Vocabulary } from "../../core/model/site.ts";
import type { ContentListing } from "../../read/read-content.ts";
import { dataName } from "../../read/read-data.ts";

/** What the content folder held when it was last read. */
export interface FormerContent {
  readonly listing: ContentListing;
  readonly vocabulary: Vocabulary;
  readonly media: readonly MediaFile[];
  readonly data: SiteData;
}

/** The listing with the files that lay in folders which can no longer be read: they are still there, as far as anyone knows. */
export function keepListing(now: ContentListing, former: ContentListing | undefined): ContentListing {
  if (!former || now.unreadable.length === 0) return now;
  const isHidden = (file: string): boolean => now.unreadable.some((folder) => file.startsWith(`${folder}/`));
  const merge = (files: readonly string[], before: readonly string[]): readonly string[] =>
    [...new Set([...files, ...before.filter(isHidden)])].sort();
  return {
    ...now,
    site: now.site ?? ifHidden(former.site, isHidden),
    themes: now.themes ?? ifHidden(former.themes, isHidden),
    places: now.places ?? ifHidden(former.places, isHidden),
    population: now.population ?? ifHidden(former.population, isHidden),
    map: now.map ?? ifHidden(former.map, isHidden),
    fields: now.fields ?? ifHidden(former.fields, isHidden),
    practices: merge(now.practices, former.practices),
    pages: merge(now.pages, former.pages),
    issues: merge(now.issues, former.issues),
    media: merge(now.media, former.media),
    data: merge(now.data, former.data),
  };
}

function ifHidden(file: string | undefined, isHidden: (file: string) => boolean): string | undefined {
  return file !== undefined && isHidden(file) ? file : undefined;
}

/** The file of before, where only reading it has failed. */
export function keepMedia(file: string, findings: readonly Finding[], former: readonly MediaFile[]) {
  return findings.some(isUnreadable) ? former.find(({ source }) => source === file) : undefined;
}

/** The data with those of before, where a file cannot be read or understood. */
export function keepData(now: SiteData, findings: readonly Finding[], former: SiteData = {}): SiteData {
  const broken = findings.filter((found) => found.code === "data/invalid" || isUnreadable(found));
  const names = broken.map(({ file }) => dataName(file)).filter((name) => Object.hasOwn(former, name));
  return { ...Object.fromEntries(names.map((name) => [name, former[name]])), ...now };
}

/** The site, themes, fields and places of before, where one of their files cannot be read or understood; the places and their map where a table has errors. */
export function keepVocabulary(now: Vocabulary, findings: readonly Finding[], former: Vocabulary | undefined) {
  if (former === undefined) return now;
  if (findings.some((found) => isUnreadable(found) || isBrokenYaml(found))) return former;
  if (!findings.some(isFaultOfPlaces)) return now;
  const { places, map, census } = former;
  return { ...now, places, map, census };
}

/** Whether a finding says that places, their population or their map cannot be read as they are meant. */
export function isFaultOfPlaces(found: Finding): boolean {
  return found.code in placesSeverities && severityOf(found) === "error";
}

/** Whether a finding says that lines of a YAML file are not read, whatever they say. */
export function isBrokenYaml(found: Finding): boolean {
  return found.code.startsWith("yaml/") && severityOf(found) === "error";
}

/** Whether a finding says that something is there and cannot be read. */
export function isUnreadable({ code }: Finding): boolean {
  return code === "content/unreadable";
}
