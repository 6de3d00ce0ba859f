import { type Finding, finding, type Result } from "../../core/diagnostics/finding.ts";
import { nearestName } from "../../core/diagnostics/nearest.ts";
import type { SourceFile } from "../../core/model/document.ts";
import { parseYaml } from "../../read/parse-yaml.ts";
import { listTargets, parseTarget, type Target, type Targets } from "./column-targets.ts";
import type { Column } from "./propose-map.ts";

/** Targets by heading, as a map gives them. */
export type ColumnMap = ReadonlyMap<string, Target>;

/** Reads a map of columns. Findings: yaml/*, import/map-target. */
export function readMap(source: SourceFile, possible: Targets): Result<ColumnMap | undefined> {
  const parsed = parseYaml(source);
  if (!parsed.value) return { value: undefined, findings: parsed.findings };
  const { columns } = parsed.value;
  const findings: Finding[] = [];
  const targets = new Map<string, Target>();
  const written = typeof columns === "object" && columns !== null ? Object.entries(columns) : [];
  if (written.length === 0) {
    const parameters = { target: "", nearest: undefined, known: listTargets(possible).join(", ") };
    findings.push(finding("import/map-target", source.path, parameters, { line: 1, column: 1 }));
  }
  for (const [heading, value] of written) {
    const target = parseTarget(String(value ?? "skip") || "skip", possible);
    if (target) {
      targets.set(heading, target);
      continue;
    }
    const known = listTargets(possible);
    const line = source.text.split("\n").findIndex((text) => text.includes(heading)) + 1;
    const parameters = { target: String(value), nearest: nearestName(String(value), known), known: known.join(", ") };
    findings.push(
      finding("import/map-target", source.path, parameters, { line: Math.max(line, 1), text: String(value) }),
    );
  }
  return { value: findings.length > 0 ? undefined : targets, findings };
}

/** The columns as a map says; what it does not name stays as proposed. Finding: import/map-column. */
export function applyMap(columns: readonly Column[], map: ColumnMap, name: string): Result<readonly Column[]> {
  const headings = columns.map(({ heading }) => heading);
  const findings = [...map.keys()]
    .filter((heading) => !headings.includes(heading))
    .map((heading) => finding("import/map-column", name, { heading, nearest: nearestName(heading, headings) }));
  const value = columns.map((column): Column => {
    const target = map.get(column.heading);
    return target ? { ...column, target, sureness: "name" } : column;
  });
  return { value, findings };
}
