import type { Finding } from "../core/diagnostics/finding.ts";

/**
 * The findings of a text without those that go away with the fix of another one, and whose own fix would mislead: sections whose
 * headings were decoded wrongly are not missing, and an entry that YAML took for a comment is not empty.
 */
export function withoutFollowUps(findings: readonly Finding[]): readonly Finding[] {
  const isMisread = findings.some(({ code }) => code === "content/misread-letters");
  const hasLostEntry = findings.some(
    (found) => found.code === "yaml/comment-in-value" && /^- ["']#/.test(found.parameters.fixed),
  );
  if (!isMisread && !hasLostEntry) return findings;
  return findings.filter((found) => {
    if (found.code === "content/missing-section") return !isMisread;
    return !(hasLostEntry && found.code === "content/empty-part" && found.parameters.what === "field");
  });
}
