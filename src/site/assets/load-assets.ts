import { hash } from "node:crypto";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { type Finding, finding, type Result } from "../../core/diagnostics/finding.ts";
import { nearestName } from "../../core/diagnostics/nearest.ts";
import type { Permalink } from "../../core/model/ids.ts";
import type { Artifact } from "../../core/model/route.ts";
import type { Scripts } from "./bundle-scripts.ts";
import { listAssets, readTemplateFile } from "./load-templates.ts";
import { minifyCss } from "./minify-css.ts";

/** Style sheets, fonts, drawings and scripts, under names that change with their content. */
export interface Assets {
  /** By name below templates/assets/, such as `css/screen.css`. */
  readonly permalinks: ReadonlyMap<string, Permalink>;
  readonly artifacts: readonly Artifact[];
}

/** Fonts come from npm packages that keep the Bulgarian letter forms (`locl`). */
const fontFiles: Readonly<Record<string, string>> = {
  "fonts/serif-cyrillic.woff2": "@fontsource-variable/source-serif-4/files/source-serif-4-cyrillic-wght-normal.woff2",
  "fonts/serif-latin.woff2": "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  "fonts/serif-cyrillic-italic.woff2":
    "@fontsource-variable/source-serif-4/files/source-serif-4-cyrillic-wght-italic.woff2",
  "fonts/serif-latin-italic.woff2": "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
  "fonts/sans-cyrillic.woff2": "@fontsource-variable/source-sans-3/files/source-sans-3-cyrillic-wght-normal.woff2",
  "fonts/sans-latin.woff2": "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
};

/** Assets that are made and not read; style sheets by name, for others to import. */
export interface MadeAssets {
  readonly scripts: Scripts;
  readonly styles: ReadonlyMap<string, string>;
  /** Style sheets that this site has no use for. */
  readonly unused?: ReadonlySet<string>;
}

/**
 * Reads the assets of Praktika and of the site, and takes the scripts as they were bundled. Findings: asset/missing (a url()
 * or @import that leads nowhere), content/unreadable.
 */
export function loadAssets(
  templateFolders: readonly string[],
  { scripts, styles, unused = new Set() }: MadeAssets,
): Result<Assets> {
  const files = new Map<string, string>();
  for (const [name, specifier] of Object.entries(fontFiles))
    files.set(name, fileURLToPath(import.meta.resolve(specifier)));
  const listed = listAssets(templateFolders);
  for (const [name, file] of listed.value) files.set(name, file);

  const permalinks = new Map<string, Permalink>();
  const artifacts: Artifact[] = [];
  const findings: Finding[] = [...listed.findings];
  const publish = (name: string, content: string | Uint8Array): void => {
    const { dir, name: stem, ext } = posix.parse(name);
    const path = posix.join("assets", dir, `${stem}.${hash("sha256", content).slice(0, 10)}${ext}`);
    permalinks.set(name, `/${path}` as Permalink);
    artifacts.push({ path, content });
  };
  for (const [name, text] of scripts) if (!files.has(name)) publish(name, text);
  const names = [...files.keys()].sort();
  for (const name of names.filter((other) => !other.endsWith(".css"))) {
    const bytes = readTemplateFile(`assets/${name}`, files.get(name) ?? "", findings);
    if (bytes) publish(name, bytes);
  }
  const reading: SheetReading = { files, styles, imported: new Set(), findings };
  const sheets = names
    .filter((other) => other.endsWith(".css"))
    .map((name): StyleSheet => ({ name, css: inlineImports(name, reading) }));
  for (const sheet of sheets) {
    if (!reading.imported.has(sheet.name) && !unused.has(sheet.name))
      publish(sheet.name, minifyCss(resolveUrls(sheet, permalinks, findings)));
  }
  return { value: { permalinks, artifacts }, findings };
}

interface StyleSheet {
  readonly name: string;
  readonly css: string;
}

/** What reading the style sheets needs, and what it notes. */
interface SheetReading {
  readonly files: ReadonlyMap<string, string>;
  readonly styles: MadeAssets["styles"];
  /** Style sheets that others take in: they are not published by themselves. */
  readonly imported: Set<string>;
  readonly findings: Finding[];
}

/** Puts the text of `@import "x.css";` in its place, so that a page needs one request for its style. */
function inlineImports(name: string, reading: SheetReading): string {
  const { files, styles, imported, findings } = reading;
  const file = files.get(name);
  if (!file) return styles.get(name) ?? "";
  const css = readTemplateFile(`assets/${name}`, file, findings)?.toString("utf8") ?? "";
  return css.replace(/^@import "([^"]+)";$/gm, (_, path: string) => {
    const target = posix.join(posix.dirname(name), path);
    if (!files.has(target) && !styles.has(target)) findings.push(missing({ name, css }, path, files.keys()));
    imported.add(target);
    return inlineImports(target, reading);
  });
}

function resolveUrls(
  { name, css }: StyleSheet,
  permalinks: ReadonlyMap<string, Permalink>,
  findings: Finding[],
): string {
  return css.replace(/url\("([^")]+)"\)/g, (whole, path: string) => {
    if (path.startsWith("data:")) return whole;
    const target = permalinks.get(posix.join(posix.dirname(name), path));
    if (!target) {
      findings.push(missing({ name, css }, path, permalinks.keys()));
      return whole;
    }
    return `url("${posix.relative(posix.join("/assets", posix.dirname(name)), target)}")`;
  });
}

function missing({ name, css }: StyleSheet, path: string, known: Iterable<string>): Finding {
  const line = css.slice(0, css.indexOf(path)).split("\n").length;
  return finding(
    "asset/missing",
    `templates/assets/${name}`,
    { path, nearest: nearestName(path, known) },
    { line, text: path },
  );
}
