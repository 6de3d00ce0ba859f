import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { composeCmsPage } from "../../cms/cms-page.ts";
import { finding, type Result } from "../../core/diagnostics/finding.ts";
import type { Artifact } from "../../core/model/route.ts";
import type { Vocabulary } from "../../core/model/site.ts";
import type { Folders } from "../folders.ts";

/**
 * The editor in the browser, if the site has one. Its program and its signs are packages of the site's own: few sites
 * want it.
 *
 * Findings: editing/not-installed.
 */
export function loadEditor(vocabulary: Vocabulary, { root, content }: Folders): Result<readonly Artifact[]> {
  const { editing } = vocabulary.site;
  if (!editing) return { value: [], findings: [] };
  const fromSite = createRequire(join(root, "package.json"));
  const folder = findFile(() => join(fromSite.resolve("@sveltia/cms"), "../.."));
  const signs = findFile(() => fromSite.resolve(fontFile("material-symbols-outlined")));
  if (!folder || !signs) {
    const missing = finding(
      "editing/not-installed",
      `${content.name}/site.yaml`,
      {},
      { field: ["editing"], on: "key" },
    );
    return { value: [], findings: [missing] };
  }
  const read = (path: string): string => readFileSync(join(folder, path), "utf8");
  const letters = createRequire(import.meta.url).resolve(fontFile("source-sans-3"));
  const program = {
    version: JSON.parse(read("package.json")).version,
    script: read("dist/sveltia-cms.js"),
    locales: new Map(
      readdirSync(join(folder, "locales"))
        .sort()
        .map((name) => [name, read(`locales/${name}`)]),
    ),
    fonts: new Map([
      ["material-symbols-outlined", readFileSync(signs)],
      ["source-sans-3", readFileSync(letters)],
    ]),
  };
  return { value: composeCmsPage(vocabulary, editing, program), findings: [] };
}

const fontFile = (name: string): string => `@fontsource-variable/${name}/files/${name}-latin-wght-normal.woff2`;

function findFile(find: () => string): string | undefined {
  try {
    const file = find();
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}
