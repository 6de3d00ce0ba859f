import { severities } from "./catalogue.ts";
import type { Finding } from "./finding.ts";
import type { Severity } from "./kinds.ts";

/** The severity of a finding. */
export function severityOf(finding: Pick<Finding, "code">): Severity {
  return severities[finding.code];
}

/** True if one of the findings is an error, which stops a build. */
export function hasErrors(findings: readonly Pick<Finding, "code">[]): boolean {
  return findings.some((finding) => severityOf(finding) === "error");
}
