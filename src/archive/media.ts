import { type Finding, finding, type Result } from "../core/diagnostics/finding.ts";
import type { MediaFile } from "../core/model/document.ts";
import type { Field } from "../core/model/fields/field.ts";
import { filesOf } from "../core/model/fields/files-of.ts";
import type { LinkingText } from "./check-links.ts";

/**
 * Selects the files to publish: all of content/media/, and other files only if a text shows or links to them. A private
 * file that lies beside a practice by mistake is not published.
 *
 * Findings: content/unexpected-file, content/id-case, media/same-name.
 */
export function selectMedia(
  media: readonly MediaFile[],
  texts: readonly LinkingText[],
  fields: readonly Field[],
): Result<readonly MediaFile[]> {
  const linked = new Set(
    texts.flatMap(({ item, outline }) => [
      ...outline.links.flatMap(({ target }) => (target.kind === "file" ? [target.path] : [])),
      ...filesOf(item, fields).map(({ path }) => path),
    ]),
  );
  const findings: Finding[] = [];
  const byFold = new Map<string, MediaFile>();
  const published = media.filter((file) => {
    if (!file.path.startsWith("media/") && !linked.has(file.path)) {
      findings.push(finding("content/unexpected-file", file.source, { expected: "media/…" }));
      return false;
    }
    const folded = byFold.get(file.path.toLowerCase());
    if (folded?.path === file.path) {
      findings.push(finding("media/same-name", file.source, { other: folded.source }));
      return false;
    }
    if (folded) {
      findings.push(
        finding("content/id-case", file.source, { id: file.path, other: folded.path, otherFile: folded.source }),
      );
    } else byFold.set(file.path.toLowerCase(), file);
    return true;
  });
  return { value: published, findings };
}
