import { readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { type Finding, finding } from "../../core/diagnostics/finding.ts";
import { statFile } from "./journal.ts";
import { type Manifest, unseen, type WrittenFile, type WrittenFiles } from "./manifest.ts";

/** Stands for a page of which no build remembers that it wrote it. */
const unknownPage = unseen({ hash: "", bytes: 0 });

/**
 * Pages in the folders of a site that are not among its files, where nobody remembers what earlier builds wrote: a text that was
 * withdrawn meanwhile would stay public, and nobody would know. Other folders are none of the site's.
 *
 * @param known paths of all files of the site
 */
export function listUnknownPages({ seen }: Manifest, out: string, known: ReadonlySet<string>): WrittenFiles {
  const isRemembered = seen > 0;
  if (isRemembered) return {};
  const folders = new Set([...known].flatMap((path) => (path.includes("/") ? [path.slice(0, path.indexOf("/"))] : [])));
  const pages = [...folders].flatMap((folder) => listPages(out, folder)).filter((path) => !known.has(path));
  return Object.fromEntries(pages.sort().map((path) => [path, unknownPage]));
}

function listPages(out: string, folder: string): readonly string[] {
  if (!statFile(join(out, folder))?.isDirectory()) return [];
  return readdirSync(join(out, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
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
    hash === unknownPage.hash ? "unknown" : "changed",
  );
  const findings: Finding[] = changed.map(([path]) => finding("output/left", path, { path }));
  const [path] = unknown[0] ?? [];
  if (path !== undefined) findings.push(finding("output/unknown", path, { path, count: unknown.length }));
  return findings;
}
