import { realpathSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type Finding, finding } from "../core/diagnostics/finding.ts";
import type { ContentFolder } from "../read/read-content.ts";

/** Where a site is read from and written to; absolute paths. */
export interface Folders {
  readonly root: string;
  readonly content: ContentFolder;
  /** Looked through in order: the site's own templates come before Praktika's. */
  readonly templates: readonly string[];
  readonly out: string;
  /** Cache and local votes: never public, never committed. */
  readonly state: string;
}

/** Praktika's own templates. */
export const ownTemplates = fileURLToPath(new URL("../../templates/", import.meta.url)).replace(/[/\\]$/, "");

/** Works out the folders of a site; nothing is read or written. */
export function resolveFolders(root: string, options: { readonly content?: string; readonly out?: string }): Folders {
  const absolute = resolve(root);
  const content = resolve(options.content ?? join(absolute, "content"));
  const inside = relative(absolute, content);
  const name = inside.startsWith("..") || inside === "" ? basename(content) : inside.split(sep).join("/");
  const siteTemplates = join(absolute, "templates");
  return {
    root: absolute,
    content: { folder: content, name },
    templates: siteTemplates === ownTemplates ? [ownTemplates] : [siteTemplates, ownTemplates],
    out: resolve(options.out ?? join(absolute, "dist")),
    state: join(absolute, ".praktika"),
  };
}

/** The output folder must not be one that holds or lies among what is read. Finding: output/unsafe-folder. */
export function checkOutFolder(folders: Folders): readonly Finding[] {
  const out = realPath(folders.out);
  const inputs = [folders.content.folder, ...folders.templates].map(realPath);
  if (inputs.some((input) => isWithin(input, out))) return [unsafe(folders, "contains-content")];
  if (inputs.some((input) => isWithin(out, input))) return [unsafe(folders, "inside-content")];
  return [];
}

function unsafe({ root, out }: Folders, reason: "contains-content" | "inside-content"): Finding {
  return finding("output/unsafe-folder", relative(root, out).split(sep).join("/") || ".", { reason });
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
