import { type Finding, finding } from "../../core/diagnostics/finding.ts";
import { nearestName } from "../../core/diagnostics/nearest.ts";
import type { Permalink } from "../../core/model/ids.ts";
import { filesOfLook, type Look } from "../../core/model/look.ts";

/** Pictures and fonts that site.yaml names exist below templates/assets/. Finding: look/missing-file. */
export function checkLookFiles(look: Look, assets: ReadonlyMap<string, Permalink>, file: string): readonly Finding[] {
  return filesOfLook(look).flatMap(([name, setting]) => {
    if (assets.has(name)) return [];
    const parameters = { path: name, nearest: nearestName(name, assets.keys()) };
    return [finding("look/missing-file", file, parameters, { field: setting.split("."), on: "value" })];
  });
}
