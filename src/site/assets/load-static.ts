import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Finding, finding, type Result } from "../../core/diagnostics/finding.ts";
import type { Artifact } from "../../core/model/route.ts";
import { isLeftover, isSystemFile } from "../../core/passing-files.ts";
import type { ContentFolder } from "../../read/read-content.ts";
import { unreadable } from "../../read/unreadable.ts";

/** Below the content folder: what is published at the top of the site as it is. */
export const staticFolder = "static";

/** Folders at the top of the site that are Praktika's own. */
const ownFolders = /^(?:assets|files|media)\//;

/**
 * Reads the files that a site publishes as they are: CNAME, proofs of ownership, `.well-known/`. They are the web person's, and trusted
 * like templates.
 *
 * @param isTaken whether the site makes a file of its own at a path. Findings: static/taken, content/unreadable.
 */
export function loadStatic(
  { folder, name }: ContentFolder,
  isTaken: (path: string) => boolean,
): Result<readonly Artifact[]> {
  const findings: Finding[] = [];
  const value = listFiles(join(folder, staticFolder), "").flatMap((path): readonly Artifact[] => {
    const file = `${name}/${staticFolder}/${path}`;
    if (ownFolders.test(path) || isTaken(path)) {
      findings.push(finding("static/taken", file, { path }));
      return [];
    }
    try {
      return [{ path, content: readFileSync(join(folder, staticFolder, path)) }];
    } catch (error) {
      findings.push(unreadable(file, error));
      return [];
    }
  });
  return { value, findings };
}

/** Paths below a folder, sorted. Links are not followed; of hidden names only `.well-known` is meant for readers. */
function listFiles(folder: string, above: string): readonly string[] {
  const entries = entriesOf(folder).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const isPassing = entry.name !== ".well-known" && (isSystemFile(entry.name) || isLeftover(entry.name));
    if (isPassing) return [];
    if (entry.isDirectory()) return listFiles(join(folder, entry.name), `${above}${entry.name}/`);
    return entry.isFile() ? [above + entry.name] : [];
  });
}

/** What cannot be looked into has been told of where the content is listed. */
function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== undefined) return [];
    throw error;
  }
}
