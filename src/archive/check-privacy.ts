import { type Finding, finding } from "../core/diagnostics/finding.ts";
import type { Archive } from "../core/model/archive.ts";
import type { PageId } from "../core/model/ids.ts";

/** The page that tells readers what a site asks of others. */
export const privacyPage = "privacy" as PageId;

/** Readers of each language can find out which other sites their browser asks. Finding: site/no-privacy-page. */
export function checkPrivacy({ site, editions }: Archive, file: string): readonly Finding[] {
  if (site.scriptHosts.length === 0) return [];
  return [...editions.values()].flatMap(({ language, pages }) => {
    if (pages.has(privacyPage)) return [];
    const parameters = { language, hosts: site.scriptHosts.map((origin) => new URL(origin).host).join(", ") };
    return [finding("site/no-privacy-page", file, parameters, { field: ["scripts"], on: "key" })];
  });
}
