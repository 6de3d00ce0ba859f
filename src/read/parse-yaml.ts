import type { Result } from "../core/diagnostics/finding.ts";
import type { SourceFile } from "../core/model/document.ts";
import { findLostText } from "./find-lost-text.ts";
import { readFields } from "./read-fields.ts";

/** Reads a YAML file such as site.yaml; scalars stay text, as in front matter. Findings: yaml/*. */
export function parseYaml({ path, text }: SourceFile): Result<Readonly<Record<string, unknown>> | undefined> {
  const lines = text.split("\n");
  const { value, findings } = readFields({ path, lines, skippedLines: 0 });
  // Settings have comments behind them; what readers see has none.
  const lost = findLostText(path, { open: 0, lines }).filter(
    ({ location }) =>
      location && "line" in location && /^\s*(?:bg|en|title|subtitle):/.test(lines[location.line - 1] ?? ""),
  );
  return { value, findings: [...findings, ...lost] };
}
