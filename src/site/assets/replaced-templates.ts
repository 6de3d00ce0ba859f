import { hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type Folders, ownTemplates } from "../folders.ts";

/** A template, style sheet or template of paper of Praktika's that a site may put its own in place of. */
export interface ReplaceableFile {
  /** Below templates/, with forward slashes: `partials/header.njk`. */
  readonly name: string;
  readonly original: string;
  /** Of the original: the first digits of its hash. */
  readonly version: string;
  /** The site's own, if it has one. */
  readonly own: OwnFile | undefined;
}

interface OwnFile {
  /** Without the line that says what it was copied from. */
  readonly text: string;
  /** Of the original that it was copied from; undefined if nothing says so. */
  readonly version: string | undefined;
}

/** How a comment is written, by the ending of the file. */
const comments: Readonly<Record<string, readonly [open: string, close: string]>> = {
  njk: ["{# ", " #}"],
  css: ["/* ", " */"],
  typ: ["// ", ""],
};
const mark = /^\S+ From Praktika's (\S+), version ([0-9a-f]{12}).*\r?\n/;

type TemplateFolders = Pick<Folders, "templates">;

/** Whether a site has templates of its own. */
export function hasOwnTemplates(folders: TemplateFolders): boolean {
  const site = findSiteTemplates(folders);
  return site !== undefined && existsSync(site);
}

/** All that can be replaced, sorted by name. */
export function listReplaceable(folders: TemplateFolders): readonly ReplaceableFile[] {
  const site = findSiteTemplates(folders);
  return listFiles(ownTemplates).map((name) => {
    const original = readFileSync(join(ownTemplates, name), "utf8");
    const own = site === undefined ? undefined : readOwn(join(site, name));
    return { name, original, version: versionOf(original), own };
  });
}

/** Templates of the site that replace none and that no template names, sorted: no page is made with them. */
export function listUnused(folders: TemplateFolders): readonly string[] {
  const site = findSiteTemplates(folders);
  if (site === undefined || !existsSync(site)) return [];
  const originals = new Set(listFiles(ownTemplates));
  const own = listFiles(site)
    .filter((name) => endingOf(name) === "njk")
    .map((name) => ({ name, text: readFileSync(join(site, name), "utf8") }));
  return own
    .filter(
      ({ name }) => !originals.has(name) && !own.some((other) => other.name !== name && other.text.includes(name)),
    )
    .map(({ name }) => name);
}

function findSiteTemplates({ templates }: TemplateFolders): string | undefined {
  return templates.find((folder) => folder !== ownTemplates);
}

/** Names of what can be replaced below a folder, with forward slashes, sorted. */
function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endingOf(entry.name) in comments)
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** An original as a site gets it: under a line that says which it is, so that a later version can say that it has changed. */
export function composeCopy({ name, original, version }: ReplaceableFile): string {
  const [open, close] = comments[endingOf(name)] ?? ["", ""];
  return `${open}From Praktika's ${name}, version ${version}${close}\n${original}`;
}

function readOwn(file: string): OwnFile | undefined {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, "utf8");
  return { text: text.replace(mark, ""), version: mark.exec(text)?.[2] };
}

function versionOf(text: string): string {
  return hash("sha256", text).slice(0, 12);
}

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
