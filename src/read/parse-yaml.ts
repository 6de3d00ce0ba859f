import type { Outcome } from "../core/diagnostics/finding.ts";
import type { SourceFile } from "../core/model/document.ts";
import { readFields } from "./read-fields.ts";

/** Reads a YAML file such as site.yaml; scalars stay text, as in front matter. Findings: yaml/*. */
export function parseYaml({ path, text }: SourceFile): Outcome<Readonly<Record<string, unknown>> | undefined> {
  const { value, findings } = readFields({ path, lines: text.split("\n"), skippedLines: 0 });
  return { value, findings };
}
