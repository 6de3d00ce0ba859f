import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { languageOfScript } from "../../core/language/language.ts";

/** The generators whose folders say more than their texts. */
export type Generator = "hugo" | "jekyll" | "docusaurus";

/** The site of another generator around a file. */
export interface GeneratorSite {
  /** Absolute. Nothing outside of it is read. */
  readonly root: string;
  readonly generator: Generator | undefined;
  /** Jekyll's rule for addresses, as _config.yml states it. */
  readonly permalink: string | undefined;
  /** Of the published site, without a slash at its end. */
  readonly address: string | undefined;
  /** The one whose addresses do not name it. */
  readonly language: string | undefined;
}

const configs: readonly (readonly [RegExp, Generator | undefined])[] = [
  [/^(?:hugo|config)\.(?:toml|ya?ml|json)$/, "hugo"],
  [/^_config\.ya?ml$/, "jekyll"],
  [/^docusaurus\.config\.[cm]?[jt]s$/, "docusaurus"],
  [/^(\.git|package\.json)$/, undefined],
];

/** Where a site lies that has no configuration any more. */
const knownFolders: readonly (readonly [string, Generator | undefined])[] = [
  ["_posts", "jekyll"],
  ["static", undefined],
];

/** Finds the site that a file belongs to, above its folder; without one, the folder `fallback` is all there is. */
export function findGeneratorSite(file: string, fallback: string): GeneratorSite {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const found = describeFolder(folder);
    if (found) return found;
  }
  return { root: fallback, generator: undefined, permalink: undefined, address: undefined, language: undefined };
}

function describeFolder(root: string): GeneratorSite | undefined {
  const names = readdirSync(root);
  for (const [pattern, generator] of configs) {
    const name = names.find((other) => pattern.test(other));
    if (name === undefined) continue;
    const text = generator ? readFileSync(join(root, name), "utf8") : "";
    const permalink = /^permalink:\s*["']?([^"'#\s]+)/m.exec(text)?.[1];
    const address = /^\s*(?:baseURL|url)\s*[:=]\s*["']?(https?:\/\/[^"'\s]+)/im.exec(text)?.[1];
    const language =
      /^\s*(?:defaultContentLanguage|defaultLocale)\s*[:=]\s*["']?([a-z]{2})/im.exec(text)?.[1] ??
      languageOfScript("Latn");
    return { root, generator, permalink, language, address: address?.replace(/\/+$/, "") };
  }
  const known = knownFolders.find(([name]) => names.includes(name) && statSync(join(root, name)).isDirectory());
  return known && { root, generator: known[1], permalink: undefined, address: undefined, language: undefined };
}

/** A path below the site, with slashes; undefined for one outside of it. */
export function pathInSite({ root }: Pick<GeneratorSite, "root">, file: string): string | undefined {
  const path = relative(root, file);
  return path === "" || path.startsWith("..") ? undefined : path.split(sep).join("/");
}

/** Folders that are published at the top of a site. */
const publishedFolders = ["", "static", "public", "assets", "source", "content"];

/** The file that an address of a text means: beside the text, or below the site's own folders. Never one outside the site. */
export function findSiteFile(site: GeneratorSite, file: string, path: string): string | undefined {
  const rooted = path.replace(/^@site\//, "/");
  const candidates = rooted.startsWith("/")
    ? publishedFolders.map((folder) => join(site.root, folder, rooted))
    : [join(dirname(file), path), ...publishedFolders.map((folder) => join(site.root, folder, path))];
  return candidates.find(
    (found) => pathInSite(site, found) !== undefined && statSync(found, { throwIfNoEntry: false })?.isFile(),
  );
}
