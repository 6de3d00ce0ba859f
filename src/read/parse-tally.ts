import { finding, type Location, type Result } from "../core/diagnostics/finding.ts";
import type { TallyExpectation } from "../core/diagnostics/kinds.ts";
import type { SourceFile } from "../core/model/document.ts";
import type { PublishedTally } from "../core/model/tally.ts";
import { tallySchema } from "./schema/tally-schema.ts";

/** The JSON of a tally → its value. Finding: tally/invalid, one for each wrong field. */
export function parseTally({ path, text }: SourceFile): Result<PublishedTally | undefined> {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    const parameters = { field: "", reason: "json" } as const;
    return { value: undefined, findings: [finding("tally/invalid", path, parameters, locationOf(error))] };
  }
  const result = tallySchema.safeParse(input);
  if (result.success) return { value: result.data, findings: [] };
  const findings = result.error.issues.map((issue) => {
    const field = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
    const location: Location | undefined = field.length > 0 ? { field, on: "value" } : undefined;
    const reason = issue.message as TallyExpectation;
    return finding("tally/invalid", path, { field: field.join("."), reason }, location);
  });
  return { value: undefined, findings };
}

/** The position of a syntax error, which V8 gives only in its message. */
function locationOf(error: unknown): Location | undefined {
  const [, line, column] = /\(line (\d+) column (\d+)\)/.exec((error as Error).message) ?? [];
  return line && column ? { line: Number(line), column: Number(column) } : undefined;
}
