import { expect, it } from "vitest";
import { finding } from "../../src/core/diagnostics/finding.ts";
import { withoutFollowUps } from "../../src/read/without-follow-ups.ts";
import { codesOf } from "../builders.ts";

const file = "a.bg.md";
const missing = finding("content/missing-section", file, { section: "Практика" });
const misread = finding("content/misread-letters", file, { written: "ÐŸ", meant: "П" });
const empty = finding("content/empty-part", file, { what: "field", name: "adoptedBy" });
const emptySection = finding("content/empty-part", file, { what: "section", name: "Практика" });
const lostEntry = finding("yaml/comment-in-value", file, { lost: "#3", fixed: '- "#3"' });
const lostEnd = finding("yaml/comment-in-value", file, { lost: "#2", fixed: '- "Елена #2"' });

it.each([
  [
    "sections of a text that was decoded wrongly are not missing",
    [missing, misread, emptySection],
    [misread, emptySection],
  ],
  ["an entry that YAML took for a comment is not empty", [empty, lostEntry, emptySection], [lostEntry, emptySection]],
  ["an entry that lost its end says nothing of another one that is empty", [empty, lostEnd], [empty, lostEnd]],
  ["all other findings stay", [missing, empty], [missing, empty]],
])("%s", (_, findings, kept) => {
  expect(codesOf(withoutFollowUps(findings))).toEqual(codesOf(kept));
});
