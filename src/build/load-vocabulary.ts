import { type ContentFolder, type ContentListing, readSource } from "../content/read-content.ts";
import { parsePlaces, readDefaultPlaces } from "../content/read-places.ts";
import { checkCategories, defaultSite, validateSite, validateThemes } from "../content/validate-site.ts";
import { type Finding, finding, type Outcome } from "../diagnostics/finding.ts";
import type { SourceFile } from "../model/document.ts";
import type { Vocabulary } from "../model/site.ts";

/** site.yaml, themes.yaml and the places; defaults where they are not there. Findings: site/*, and all of their fields. */
export function loadVocabulary(folder: ContentFolder, listing: ContentListing): Outcome<Vocabulary> {
  const findings: Finding[] = [];
  const keep = <Value>(outcome: Outcome<Value>): Value => {
    findings.push(...outcome.findings);
    return outcome.value;
  };
  const read = (file: string | undefined): SourceFile | undefined =>
    file ? keep(readSource(folder, file)) : undefined;
  const siteFile = read(listing.site);
  if (!listing.site && !listing.unreadable.includes(folder.name))
    findings.push(finding("site/missing", `${folder.name}/site.yaml`, {}));
  const site = (siteFile && keep(validateSite(siteFile))) ?? defaultSite;
  const themesFile = read(listing.themes);
  const themes = themesFile ? keep(validateThemes(themesFile)) : new Map();
  if (listing.site) findings.push(...checkCategories(listing.site, site, themes));
  const placesFile = read(listing.places);
  const ownPlaces = placesFile ? keep(parsePlaces(placesFile)) : undefined;
  const places = ownPlaces?.size ? ownPlaces : readDefaultPlaces();
  return { value: { site, themes, places }, findings };
}
