import { hash } from "node:crypto";
import { join } from "node:path";
import type { Result } from "../../core/diagnostics/finding.ts";
import {
  compileTemplates,
  createTemplates,
  type KnownTemplates,
  type Templates,
} from "../../template/create-templates.ts";
import { ownTemplates } from "../folders.ts";
import { programCacheFolder } from "../incremental/program-cache.ts";
import { identifyProgram } from "../incremental/program-identity.ts";
import { readStateFile, writeStateFile } from "../incremental/state-file.ts";
import { loadTemplates } from "./load-templates.ts";

const fileName = "templates.json";

/**
 * Templates ready for rendering. What looking through all of them has found is remembered with the site. Compiled forms are
 * remembered of Praktika's own templates alone, with the program: code from a file that others can write would run.
 *
 * @param folder of the site's cache
 * @param ofProgram the program's, if it has one
 */
export function prepareTemplates(
  sources: ReadonlyMap<string, string>,
  { folder, readOnly }: { readonly folder: string; readonly readOnly: boolean },
  ofProgram = programCacheFolder(),
): Result<Templates> {
  const key = hash("sha256", JSON.stringify([identifyProgram(), ...sources]));
  const own = ofProgram === undefined ? undefined : keepOwn(sources, join(ofProgram, fileName), key);
  if (own) return createTemplates(sources, own);
  const file = join(folder, fileName);
  const findings = readStateFile(file, key) as KnownTemplates["findings"];
  const templates = createTemplates(sources, { findings });
  if (!findings && !readOnly) writeStateFile(file, key, templates.findings);
  return templates;
}

/** What the program has kept of its own templates, or keeps of them now; undefined if these are others. */
function keepOwn(sources: ReadonlyMap<string, string>, file: string, key: string): KnownTemplates | undefined {
  const known = readStateFile(file, key) as KnownTemplates | undefined;
  if (known) return known;
  const own = loadTemplates([ownTemplates]);
  if (own.findings.length > 0 || JSON.stringify([...own.value]) !== JSON.stringify([...sources])) return undefined;
  const made = { findings: createTemplates(sources).findings, compiled: compileTemplates(sources) };
  writeStateFile(file, key, made);
  return made;
}
