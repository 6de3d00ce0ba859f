import type { Outcome } from "../core/diagnostics/finding.ts";
import type { SourceFile } from "../core/model/document.ts";
import { explainYaml } from "./explain-yaml.ts";
import { loadFields } from "./plain-yaml.ts";

/** Reads a YAML file such as site.yaml; scalars stay text, as in front matter. Findings: yaml/*. */
export function parseYaml(source: SourceFile): Outcome<Readonly<Record<string, unknown>> | undefined> {
  try {
    return { value: loadFields(source.text), findings: [] };
  } catch (error) {
    return {
      value: undefined,
      findings: explainYaml({ path: source.path, yaml: source.text, skippedLines: 0 }, error),
    };
  }
}
