import type { Result } from "../core/diagnostics/finding.ts";
import { isLanguage } from "../core/language/language.ts";
import type { SourceFile } from "../core/model/document.ts";
import { findLostText } from "./find-lost-text.ts";
import { repairLines, reportLineRepairs } from "./front-matter-lines.ts";
import { readFields } from "./read-fields.ts";
import { isFieldName } from "./schema/field-names.ts";

/** Reads a YAML file such as site.yaml; scalars stay text, as in front matter. Findings: yaml/*, front-matter/repaired. */
export function parseYaml({ path, text }: SourceFile): Result<Readonly<Record<string, unknown>> | undefined> {
  const { lines, repairs } = repairLines(text.split("\n"), isYamlField);
  const { value, findings } = readFields({ path, lines, skippedLines: 0 });
  const lost = findLostText(path, { open: 0, lines }).filter(
    ({ location }) => location && "line" in location && isShown(lines[location.line - 1] ?? ""),
  );
  return { value, findings: [...reportLineRepairs(path, repairs), ...findings, ...lost] };
}

/** Settings have comments behind them; what readers see has none. */
function isShown(line: string): boolean {
  const name = /^\s*(\w+):/.exec(line)?.[1];
  return isLanguage(name) || name === "title" || name === "subtitle";
}

/** Names of fields that YAML files and texts share, and the languages of a text. */
export const isYamlField = (name: string): boolean => isLanguage(name) || isFieldName(name);
