import { type Finding, finding, type Result } from "../../core/diagnostics/finding.ts";
import type { SourceFile } from "../../core/model/document.ts";
import { practiceFields } from "../../core/model/fields/practice-fields.ts";
import type { Vocabulary } from "../../core/model/site.ts";
import { checkLeftOver } from "../../read/check-left-over.ts";
import { type ContentFolder, type ContentListing, readSource } from "../../read/read-content.ts";
import { validateFieldsFile } from "../../read/validate-fields-file.ts";
import { checkCategories, defaultSite, validateSite, validateThemes } from "../../read/validate-site.ts";
import { loadPlaces } from "./load-places.ts";

/** site.yaml, themes.yaml, fields.yaml and the places; defaults where they are not there. Findings: site/*, fields/*, table/*, map/*, and all of their fields. */
export function loadVocabulary(folder: ContentFolder, listing: ContentListing): Result<Vocabulary> {
  const findings: Finding[] = [];
  const keep = <Value>(outcome: Result<Value>): Value => {
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
  const fieldsFile = read(listing.fields);
  const fields = fieldsFile ? keep(validateFieldsFile(fieldsFile)) : practiceFields;
  if (listing.site) findings.push(...checkLeftOver(listing.site, { site, fields }));
  return { value: { site, themes, fields, ...loadPlaces(listing, { read, keep }) }, findings };
}
