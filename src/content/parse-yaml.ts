import { FAILSAFE_SCHEMA, load } from "js-yaml";
import type { Outcome } from "../diagnostics/finding.ts";
import type { SourceFile } from "../model/document.ts";
import { explainYaml } from "./explain-yaml.ts";

/** True for YAML of comments and empty lines, which js-yaml refuses. */
export function isBlankYaml(yaml: string): boolean {
  return yaml.split("\n").every((line) => /^\s*(#|$)/.test(line));
}

/** Reads a YAML file such as site.yaml; scalars stay text, as in front matter. Findings: yaml/*. */
export function parseYaml(source: SourceFile): Outcome<Readonly<Record<string, unknown>> | undefined> {
  try {
    const value = isBlankYaml(source.text) ? {} : load(source.text, { schema: FAILSAFE_SCHEMA }) || {};
    if (typeof value === "object" && !Array.isArray(value)) {
      return { value: value as Record<string, unknown>, findings: [] };
    }
    return { value: undefined, findings: explainYaml(source.path, source.text, 0, undefined) };
  } catch (error) {
    return { value: undefined, findings: explainYaml(source.path, source.text, 0, error) };
  }
}
