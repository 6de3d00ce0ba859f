import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type Finding, finding } from "../../core/diagnostics/finding.ts";
import { decodePage } from "../decode-page.ts";
import { bareText } from "../old-labels.ts";
import { nameOf, unreadableSource } from "../read-sources.ts";
import { findGeneratorSite, type GeneratorSite } from "./generator-site.ts";
import { mapProse } from "./map-prose.ts";
import { isAddress, type OldPlace, readOldPlace } from "./old-places.ts";
import { toPlainMarkdown } from "./plain-markdown.ts";
import { type FrontCell, readFrontMatter } from "./read-front-matter.ts";

/** A text of another generator: its fields as cells, its text as Markdown, and what its place says. */
export interface MarkdownDocument {
  readonly file: string;
  /** As findings name it. */
  readonly name: string;
  readonly text: string;
  readonly cells: readonly FrontCell[];
  readonly body: string;
  readonly bodyLine: number;
  /** Its heading of the first level; undefined if it has none. */
  readonly heading: string | undefined;
  readonly place: OldPlace;
  readonly site: GeneratorSite;
}

export interface ReadDocument {
  /** Undefined for a text that could not be read, or that only leads to others. */
  readonly value: MarkdownDocument | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Reads a Markdown file of another generator. Rejects if the package that reads TOML is needed and not installed. @param folder the one that is imported
 *
 * Findings: import/unreadable, encoding-guessed, list-page, shortcode; yaml/*.
 */
export async function readDocument(file: string, folder: string): Promise<ReadDocument> {
  const name = nameOf(file);
  let decoded: ReturnType<typeof decodePage>;
  try {
    decoded = decodePage(readFileSync(file));
  } catch (error) {
    return { value: undefined, findings: [unreadableSource(file, error)] };
  }
  const text = decoded.text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const guessed = decoded.guessed ? [finding("import/encoding-guessed", name, { encoding: decoded.guessed })] : [];
  const read = await readFrontMatter(text, name);
  if (!read.value) return { value: undefined, findings: [...guessed, ...read.findings] };
  const { cells, body: written, bodyLine } = read.value;
  if (leadsToOthers(basename(file), cells))
    return { value: undefined, findings: [...guessed, finding("import/list-page", name, {})] };
  const { markdown, leftovers } = toPlainMarkdown(written);
  const { heading, body } = takeHeading(markdown);
  const site = findGeneratorSite(file, folder);
  const place = readOldPlace(file, cells, site);
  const found = leftovers.map(({ text: left, line }) =>
    finding("import/shortcode", name, { text: left }, { line: bodyLine + line, text: left.split("\n")[0] ?? "" }),
  );
  const own = cells.filter(
    (cell) => !isAddress(cell) && !(cell.key === "published" && /^(true|false)$/.test(cell.text)),
  );
  return {
    value: { file, name, text, cells: own, body, bodyLine, heading, place, site },
    findings: [...guessed, ...found],
  };
}

/** The page of a section, or what a repository says of itself. */
function leadsToOthers(name: string, cells: readonly FrontCell[]): boolean {
  return (
    /^_index\./i.test(name) || (cells.length === 0 && /^(readme|changelog|license|contributing|summary)\./i.test(name))
  );
}

/** Takes the title out of a text; other headings of its level move down with all below them. */
function takeHeading(markdown: string): { readonly heading: string | undefined; readonly body: string } {
  const [, own, set] = /^#\s+(.+?)\s*#*\n|^(\S.*)\n=+[^\S\n]*(?:\n|$)/.exec(`${markdown}\n`) ?? [];
  const heading = own ?? set;
  const rest =
    heading === undefined
      ? markdown
      : markdown
          .split("\n")
          .slice(own ? 1 : 2)
          .join("\n");
  const isOne = /^#\s/m;
  let hasMore = false;
  mapProse(rest, (prose) => {
    hasMore ||= isOne.test(prose);
    return prose;
  });
  const body = hasMore ? mapProse(rest, (prose) => prose.replace(/^(#{1,5})(?=\s)/gm, "#$1")) : rest;
  return { heading: heading === undefined ? undefined : bareText(heading), body: body.trim() };
}
