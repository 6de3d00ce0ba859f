import type { Finding } from "../../core/diagnostics/finding.ts";
import type { ContentListing } from "../../read/read-content.ts";
import { isBrokenYaml, isFaultOfPlaces, isUnreadable } from "./keep-former.ts";

/** What a finding of these calls missing may be in a folder or file that cannot be read. */
const ofFiles: ReadonlySet<Finding["code"]> = new Set([
  "link/unknown-practice",
  "link/unknown-page",
  "link/missing-file",
  "front-matter/unknown-practice",
  "issue/unknown-practice",
  "issue/empty-selection",
]);

/** The same, of site.yaml, themes.yaml, fields.yaml and places.csv. */
const ofVocabulary: ReadonlySet<Finding["code"]> = new Set([
  "front-matter/unknown-key",
  "front-matter/unknown-theme",
  "front-matter/unknown-municipality",
  "content/unknown-language",
]);

/** Leaves out what is only found because something else cannot be read or understood: once that is mended, it may turn out to be right. */
export function keepCertain(findings: readonly Finding[], listing: ContentListing): readonly Finding[] {
  const vocabulary = [listing.site, listing.themes, listing.fields, listing.places];
  const isVague = findings.some(
    (found) =>
      isFaultOfPlaces(found) || (vocabulary.includes(found.file) && (isUnreadable(found) || isBrokenYaml(found))),
  );
  // A text with fields that are not known is none: links to it are as uncertain as those to a file that cannot be read.
  const isUncertain = isVague || findings.some(isUnreadable);
  if (!isUncertain) return findings;
  return findings.filter(({ code }) => !ofFiles.has(code) && !(isVague && ofVocabulary.has(code)));
}
