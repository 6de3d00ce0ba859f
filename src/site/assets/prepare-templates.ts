import { hash } from "node:crypto";
import { join } from "node:path";
import type { Finding, Outcome } from "../../core/diagnostics/finding.ts";
import { createTemplates, type Templates } from "../../template/create-templates.ts";
import { identifyProgram } from "../incremental/program-identity.ts";
import { readStateFile, writeStateFile } from "../incremental/state-file.ts";

/**
 * Templates ready for rendering; what looking through all of them has found is remembered. Their compiled form is not: code
 * from a file that whoever writes into the cache could have put there would run.
 *
 * @param folder of the cache
 */
export function prepareTemplates(
  sources: ReadonlyMap<string, string>,
  { folder, readOnly }: { readonly folder: string; readonly readOnly: boolean },
): Outcome<Templates> {
  const file = join(folder, "templates.json");
  const key = hash("sha256", JSON.stringify([identifyProgram(), ...sources]));
  const known = readStateFile(file, key) as readonly Finding[] | undefined;
  const templates = createTemplates(sources, known);
  if (!known && !readOnly) writeStateFile(file, key, templates.findings);
  return templates;
}
