import { hash } from "node:crypto";
import { join } from "node:path";
import type { Finding, Outcome } from "../../core/diagnostics/finding.ts";
import { createTemplates, type Templates } from "../../template/create-templates.ts";
import { CompiledTemplates } from "../incremental/compiled-templates.ts";
import { identifyProgram } from "../incremental/program-identity.ts";
import { readStateFile, writeStateFile } from "../incremental/state-file.ts";

/** Templates ready for rendering. */
export interface PreparedTemplates extends Outcome<Templates> {
  /** Leaves to the next run what has been compiled by now. */
  save(): void;
}

/**
 * Prepares templates for rendering. What looking through all of them has found is remembered, and what they were compiled to.
 *
 * @param folder of the cache
 */
export function prepareTemplates(
  sources: ReadonlyMap<string, string>,
  { folder, readOnly }: { readonly folder: string; readonly readOnly: boolean },
): PreparedTemplates {
  const file = join(folder, "templates.json");
  const key = hash("sha256", JSON.stringify([identifyProgram(), ...sources]));
  const known = readStateFile(file, key) as readonly Finding[] | undefined;
  const compiled = new CompiledTemplates(key);
  const templates = createTemplates(sources, { findings: known, codeOf: compiled.codeOf });
  if (!known && !readOnly) writeStateFile(file, key, templates.findings);
  return { ...templates, save: () => (readOnly ? undefined : compiled.save()) };
}
