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

/** Files that are there, but are not published. */
const refusals: ReadonlySet<Finding["code"]> = new Set([
  "media/unreadable-image",
  "media/unsafe-svg",
  "content/merge-conflict",
]);

/** The same, of site.yaml, themes.yaml, fields.yaml and places.csv. */
const ofVocabulary: ReadonlySet<Finding["code"]> = new Set([
  "front-matter/unknown-key",
  "front-matter/unknown-theme",
  "front-matter/unknown-municipality",
  "content/unknown-language",
]);

/** Leaves out what is only found because something else cannot be read or understood: once that is fixed, it may turn out to be right. */
export function keepCertain(findings: readonly Finding[], listing: ContentListing): readonly Finding[] {
  const vocabulary = [listing.site, listing.themes, listing.fields, listing.places];
  const isVague = findings.some(
    (found) =>
      isFaultOfPlaces(found) || (vocabulary.includes(found.file) && (isUnreadable(found) || isBrokenYaml(found))),
  );
  // A text with fields that are not known is none: links to it are as uncertain as those to a file that cannot be read.
  const isUncertain = isVague || findings.some(isUnreadable);
  const certain = isUncertain
    ? findings.filter(({ code }) => !ofFiles.has(code) && !(isVague && ofVocabulary.has(code)))
    : findings;
  const refused = findings.filter(({ code }) => refusals.has(code)).map(({ file }) => file.normalize("NFC"));
  return refused.length === 0 ? certain : certain.filter((found) => !isOfRefused(found, refused));
}

/** Whether it calls a file missing that is there, and of which is said what is wrong with it. */
function isOfRefused(found: Finding, refused: readonly string[]): boolean {
  if (found.code !== "link/missing-file") return false;
  const path = found.parameters.path.replace(/^(?:\.{0,2}\/)+/, "").normalize("NFC");
  return refused.some((file) => file.endsWith(`/${path}`));
}
