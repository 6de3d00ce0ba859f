import { checkPrivacy } from "../archive/check-privacy.ts";
import type { Finding } from "../core/diagnostics/finding.ts";
import type { Archive } from "../core/model/archive.ts";
import { checkPolicy } from "../template/check-policy.ts";
import { checkLookFiles } from "./assets/check-look-files.ts";
import type { Assets } from "./assets/load-assets.ts";

/** What a web person set up, joined. */
export interface Design {
  readonly archive: Archive;
  /** Text of all templates by name. */
  readonly templates: ReadonlyMap<string, string>;
  readonly assets: Assets["permalinks"];
}

/**
 * Whether the look of a site has its files, and its templates ask only what its policy allows and its readers are told.
 *
 * @param content name of the content folder. Findings: look/missing-file, site/no-privacy-page, template/refused.
 */
export function checkDesign({ archive, templates, assets }: Design, content: string): readonly Finding[] {
  const settings = `${content}/site.yaml`;
  return [
    ...checkLookFiles(archive.site.look, assets, settings),
    ...checkPrivacy(archive, settings),
    ...checkPolicy(templates, archive.site.scriptHosts),
  ];
}
