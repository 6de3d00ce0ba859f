import { readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { type Finding, finding } from "../../core/diagnostics/finding.ts";
import { statFile } from "./journal.ts";
import { type Manifest, unseen, type WrittenFile, type WrittenFiles } from "./manifest.ts";
import { identifyByName } from "./named-by-content.ts";

/** Stands for a file of which no build remembers that it wrote it. */
const unknownFile = unseen({ hash: "", bytes: 0 });

/** Where no page may lie at the moment, and yet what was withdrawn can have been published. */
const usualFolders = ["assets", "files", "media", "pdf"];

/**
 * Files in the folders of a site that are not part of it, where nobody remembers what earlier builds wrote: what was withdrawn
 * meanwhile would stay public, and nobody would know. Those whose names say what is in them are surely the program's own: they have their
 * state. Other folders are none of the site's.
 *
 * @param known paths of all files of the site
 */
export function listUnknownFiles({ seen }: Manifest, out: string, known: ReadonlySet<string>): WrittenFiles {
  const isRemembered = seen > 0;
  if (isRemembered) return {};
  const own = [...known].flatMap((path) => (path.includes("/") ? [path.slice(0, path.indexOf("/"))] : []));
  const folders = new Set([...usualFolders, ...own]);
  const files = [...folders].flatMap((folder) => listFiles(out, folder)).filter((path) => !known.has(path));
  return Object.fromEntries(files.sort().map((path) => [path, identifyByName(out, path) ?? unknownFile]));
}

function listFiles(out: string, folder: string): readonly string[] {
  if (!statFile(join(out, folder))?.isDirectory()) return [];
  return readdirSync(join(out, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(out.length + 1)
        .split(sep)
        .join("/"),
    );
}

/** Says which files stay though they are not part of the site. Findings: output/left, output/unknown. */
export function describeLeft(left: ReadonlyMap<string, WrittenFile>): readonly Finding[] {
  const { changed = [], unknown = [] } = Object.groupBy(left, ([, { hash }]) =>
    hash === unknownFile.hash ? "unknown" : "changed",
  );
  const findings: Finding[] = changed.map(([path]) => finding("output/left", path, { path }));
  const [path] = unknown[0] ?? [];
  if (path !== undefined) findings.push(finding("output/unknown", path, { path, count: unknown.length }));
  return findings;
}
