import { dirname, join } from "node:path";
import { decodePath } from "../../core/decode-address.ts";
import { languageOfText } from "../old-labels.ts";
import { createTargetRewriter } from "../pictures.ts";
import type { ReadableTable } from "../table/propose-map.ts";
import type { ComposedText, ComposeOptions, RowOrigin } from "../table/row-origin.ts";
import { findSiteFile, pathInSite } from "./generator-site.ts";
import { mapProse } from "./map-prose.ts";
import type { MarkdownDocument } from "./read-document.ts";

/** Texts with front matter as a table: each field that one of them has is a column, each text a row. @param name as findings name it */
export function tableOfDocuments(documents: readonly MarkdownDocument[], name: string): ReadableTable {
  const headings = [...new Set(documents.flatMap(({ cells }) => cells.map(({ key }) => key)))];
  const byAddress = indexAddresses(documents);
  const rows = documents.map((document) => {
    const cells = headings.map((heading) => document.cells.find(({ key }) => key === heading)?.text ?? "");
    return { line: 1, cells, origin: originOf(document, byAddress) };
  });
  return { name, text: "", above: [], headings, rows };
}

/** Texts by their old addresses, by their paths below the site, and by the names of their files. The first of each. */
function indexAddresses(documents: readonly MarkdownDocument[]): ReadonlyMap<string, MarkdownDocument> {
  const index = new Map<string, MarkdownDocument>();
  const add = (key: string, document: MarkdownDocument): void => {
    if (!index.has(key)) index.set(key, document);
  };
  for (const document of documents) {
    for (const address of [...document.place.addresses, document.place.path]) add(plainPath(address), document);
    const path = pathInSite(document.site, document.file);
    if (path !== undefined)
      for (const short of [path, path.replace(/^(content|src|docs)\//, "")]) add(plainPath(short), document);
  }
  for (const document of documents) {
    add(`post_url:${baseName(document.file)}`, document);
    add(baseName(document.file), document);
  }
  return index;
}

const baseName = (file: string): string => plainPath(file).split("/").at(-1) ?? "";

/** A path without its ends: `/practices/x/`, `practices/x.md` and `practices/x/index.html` are one. */
function plainPath(path: string): string {
  return (decodePath(path) ?? path)
    .replaceAll("\\", "/")
    .replace(/\.(?:md|mdx|markdown|html?)$/i, "")
    .replace(/(^|\/)_?index$/i, "")
    .replace(/^\/+|\/+$/g, "");
}

function originOf(document: MarkdownDocument, byAddress: ReadonlyMap<string, MarkdownDocument>): RowOrigin {
  const { file, name, place, heading, body } = document;
  return {
    file,
    name,
    title: heading,
    slug: place.slug,
    key: place.key,
    date: place.date,
    isDraft: place.isDraft,
    language: place.language,
    textLanguage: languageOfText(body),
    addresses: place.addresses,
    compose: (options) => composeText(document, { ...options, byAddress }),
  };
}

interface Composing extends ComposeOptions {
  readonly byAddress: ReadonlyMap<string, MarkdownDocument>;
}

/** The text with its links and pictures as the archive has them. Findings: import/link-dropped, picture-elsewhere, picture-kind. */
function composeText(document: MarkdownDocument, { id, title, idOf, byAddress }: Composing): ComposedText {
  const { file, name, heading, bodyLine, site } = document;
  // Its own heading, where the fields call it otherwise.
  const body = heading === undefined || heading === title ? document.body : `## ${heading}\n\n${document.body}`;
  const practiceAt = (address: string): string | undefined => {
    const [path = "", fragment] = address.replace(/\?[^#]*/, "").split("#");
    const target = path === "" ? undefined : findDocument(path, document, byAddress);
    const found = target && idOf(target.file);
    return found && `practice:${found}${fragment ? `#${fragment}` : ""}`;
  };
  const fileAt = (path: string): string | undefined => findSiteFile(site, file, path);
  const targets = createTargetRewriter({ file, name, pictures: new Map() }, id, { practiceAt, fileAt });
  const text = mapProse(body, (prose, line) => targets.rewrite(prose, bodyLine + line));
  return { text, rewrite: targets.rewrite, pictures: targets.copies, findings: targets.findings };
}

function findDocument(
  path: string,
  { file, site, place }: MarkdownDocument,
  byAddress: ReadonlyMap<string, MarkdownDocument>,
): MarkdownDocument | undefined {
  if (site.address && path.startsWith(`${site.address}/`))
    return byAddress.get(plainPath(path.slice(site.address.length)));
  if (/^[a-z][a-z0-9+.-]*:/i.test(path) && !path.startsWith("post_url:")) return undefined;
  if (path.startsWith("/") || path.startsWith("post_url:")) return byAddress.get(plainPath(path));
  const beside = pathInSite(site, join(dirname(file), path));
  const [own = ""] = place.addresses;
  const candidates = [
    beside && plainPath(beside),
    // Relative to where the text was published.
    own && plainPath(new URL(path, `http://x${own}`).pathname),
    plainPath(path),
    /\.(?:md|mdx|markdown)$/i.test(path) || !path.includes("/") ? baseName(path) : undefined,
  ];
  for (const candidate of candidates) {
    const found = candidate && byAddress.get(candidate);
    if (found) return found;
  }
  return undefined;
}
