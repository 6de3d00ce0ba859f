import { extname } from "node:path";
import type Token from "markdown-it/lib/token.mjs";
import { readableAddress } from "../../core/decode-address.ts";
import { finding } from "../../core/diagnostics/finding.ts";
import { nearestName } from "../../core/diagnostics/nearest.ts";
import type { LinkTarget } from "../../core/model/body.ts";
import { publishedTypes } from "../read-media.ts";
import type { BodySource, BodyTools, Collected } from "./body-source.ts";
import { isLineBreak } from "./look/shown-lines.ts";
import { wrappedAddress } from "./look/unwrapped-links.ts";
import { writeTarget } from "./own-address.ts";
import { type AddressContext, type Resolved, resolveTarget } from "./resolve-target.ts";

/** A link to a heading of the same text. */
interface LocalFragment {
  readonly fragment: string;
  readonly line: number;
  readonly link: Token;
}

/** A text whose tokens are being prepared. */
interface Preparation {
  readonly source: BodySource;
  readonly tools: BodyTools;
  readonly collected: Collected;
}

/** An address in a text, and its line in the file. */
interface WrittenAddress {
  readonly written: string;
  readonly line: number;
}

/**
 * Prepares links, images and table cells for rendering. Links inside the archive keep a scheme
 * (`practice:`, `page:`, `file:`) until the page that shows them is known; broken links become plain text.
 *
 * Findings go to `collected`: link/invalid-url, link/outside-content, link/missing-file, link/preview-address, link/own-address,
 * link/unpublished-file,
 * markdown/image-without-alt.
 *
 * @returns links to a heading of the same text, to be checked when all headings are known
 */
export function prepareInline(tokens: readonly Token[], text: Preparation): readonly LocalFragment[] {
  const fragments: LocalFragment[] = [];
  noteUnwrapped(text);
  for (const [index, token] of tokens.entries()) {
    if (token.type === "th_open" || token.type === "td_open") prepareCell(token);
    if (token.type !== "inline" || !token.children) continue;
    let line = text.source.firstLine + (token.map?.[0] ?? 0);
    for (const [order, child] of token.children.entries()) {
      if (isLineBreak(child)) line++;
      else if (child.type === "link_open") {
        const resolved = prepareLink(child, line, text);
        if (resolved.kind === "fragment") fragments.push({ fragment: resolved.fragment, line, link: child });
        else if (resolved.kind === "problem") dropLink(token.children, order);
      } else if (child.type === "image") prepareImage(child, line, text);
    }
    if (isLoneImage(token)) makeFigure(tokens, index);
  }
  return fragments;
}

/** A file that is meant by a link that did not take is no file that nothing leads to. */
function noteUnwrapped(text: Preparation): void {
  for (const found of text.collected.findings) {
    if (found.code !== "link/unwrapped") continue;
    const written = wrappedAddress(found.parameters.meant);
    const resolved = resolveTarget(written, contextOf(text));
    if (resolved.kind === "internal" && resolved.target.kind === "file")
      text.collected.links.push({ target: resolved.target, written, line: text.source.firstLine, image: false });
  }
}

/** Alignment becomes a class: the content security policy allows no inline style. */
function prepareCell(cell: Token): void {
  const alignment = /text-align:(\w+)/.exec(String(cell.attrGet("style") ?? ""))?.[1];
  cell.attrs = alignment ? [["class", `align-${alignment}`]] : null;
  if (cell.type === "th_open") cell.attrSet("scope", "col");
}

/** Sets the attributes of a link, and returns the meaning of its address. */
function prepareLink(open: Token, line: number, text: Preparation): Resolved {
  const written = String(open.attrGet("href") ?? "");
  const resolved = resolveTarget(written, contextOf(text));
  if (resolved.kind === "external") {
    open.attrSet("href", resolved.href);
    if (/^https?:/i.test(resolved.href)) {
      open.attrSet("class", "external");
      open.attrSet("rel", "external");
    }
  } else if (resolved.kind === "internal") {
    if (resolved.isOwn) reportOwn(written, resolved.target, { line, text });
    text.collected.links.push({ target: resolved.target, written, line, image: false });
    open.attrSet("href", internalAddress(resolved.target));
  } else if (resolved.kind === "problem") reportProblem(resolved, { written, line }, text);
  return resolved;
}

function contextOf({ source, tools }: Preparation): AddressContext {
  const { media, pages, site } = tools;
  return {
    folder: source.folder,
    isMedia: (path) => media.has(path),
    isPage: pages && ((id) => pages.has(id)),
    baseUrl: site?.baseUrl,
  };
}

/** Finding: link/own-address. */
function reportOwn(
  written: string,
  target: LinkTarget,
  { line, text: { source, collected } }: { readonly line: number; readonly text: Preparation },
): void {
  const readable = readableAddress(written);
  const parameters = { written: readable, meant: writeTarget(target), isSure: true };
  collected.findings.push(finding("link/own-address", source.file, parameters, { line, text: readable }));
}

function prepareImage(image: Token, line: number, text: Preparation): void {
  const { source, tools, collected } = text;
  const href = String(image.attrGet("src") ?? "");
  const resolved = resolveTarget(href, contextOf(text));
  if (image.content.trim() === "") {
    collected.findings.push(finding("markdown/image-without-alt", source.file, { image: href }, { line, text: "![" }));
  }
  if (resolved.kind === "internal" && resolved.target.kind === "file") {
    if (resolved.isOwn) reportOwn(href, resolved.target, { line, text });
    collected.links.push({ target: resolved.target, written: href, line, image: true });
    image.attrSet("src", internalAddress(resolved.target));
    const size = tools.media.get(resolved.target.path)?.size;
    if (size) {
      image.attrSet("width", String(size.width));
      image.attrSet("height", String(size.height));
    }
    // Not lazily: a picture that nobody has scrolled to would be missing on paper.
    image.attrSet("decoding", "async");
    return;
  }
  // An image from elsewhere would be a request to a third party from every reader's browser.
  const meant = resolved.kind === "problem" ? wholeAddress(resolved.path) : undefined;
  if (resolved.kind === "external" || meant?.startsWith("http")) {
    const url = readableAddress(href);
    collected.findings.push(finding("link/foreign-image", source.file, { url }, { line, text: url }));
  } else {
    const problem =
      resolved.kind === "problem" ? resolved : ({ kind: "problem", problem: "missing-file", path: href } as const);
    reportProblem(problem, { written: href, line }, text);
  }
  image.attrSet("src", "");
}

/** The address of a target until a page shows it: `practice:id#fragment`. */
function internalAddress(target: LinkTarget): string {
  const key = target.kind === "file" ? target.path : target.id;
  const fragment = target.fragment ? `#${target.fragment}` : "";
  return `${target.kind}:${key.split("/").map(encodeURIComponent).join("/")}${fragment}`;
}

function reportProblem(
  resolved: Extract<Resolved, { kind: "problem" }>,
  { written, line }: WrittenAddress,
  { source, tools, collected }: Preparation,
): void {
  const { problem, path } = resolved;
  const location = { line, text: readableAddress(written) || "]()" };
  const { file } = source;
  switch (problem) {
    case "invalid-url": {
      const meant = wholeAddress(path);
      if (meant !== undefined) {
        collected.findings.push(
          finding("link/missing-scheme", file, { written: path, meant, isSure: false }, location),
        );
        return;
      }
      collected.findings.push(finding("link/invalid-url", file, { url: path }, location));
      return;
    }
    case "outside-content":
      collected.findings.push(finding("link/outside-content", file, { path }, location));
      return;
    case "preview": {
      const meant = resolved.target && writeTarget(resolved.target);
      collected.findings.push(finding("link/preview-address", file, { url: path, meant }, location));
      return;
    }
    case "missing-file": {
      const meant = wholeAddress(path);
      if (meant !== undefined) {
        const isSure = meant.startsWith("mailto:") || knownSite.test(path);
        collected.findings.push(finding("link/missing-scheme", file, { written: path, meant, isSure }, location));
        return;
      }
      const there = [...(tools.unpublished ?? [])].find((other) => other === path || other.endsWith(`/${path}`));
      if (there !== undefined) {
        const parameters = { path, extension: extname(there).slice(1), allowed: publishedTypes.join(", ") };
        collected.findings.push(finding("link/unpublished-file", file, parameters, location));
        return;
      }
      const nearest = nearestName(path, tools.media.keys());
      collected.findings.push(finding("link/missing-file", file, { path, nearest }, location));
    }
  }
}

/** The beginning of an address of the web, mistyped: `http//`, `https:/`, `htps://`. */
const almostWeb = /^h?t{1,3}ps?:?\/{1,3}(?=[\p{L}\d][^/]*\.)/iu;
const mailAddress = /^[^\s@/]+@[^\s@/]+\.\p{L}{2,}$/u;
/** A name of a site; one without a path may as well be the name of a file. */
const siteAddress = /^(?:[\p{L}\d-]+\.)+(\p{L}{2,})(?:[/?#:].*)?$/u;
/** What can be nothing but a site: its name ends as names of sites do, or a path follows. */
const knownSite = /^[^/?#:]+\.(?:bg|eu|org|com|net|info|gov|edu|бг)(?:[/?#:]|$)/iu;

/** What a path would be as an address of mail or of the web: `example.org/план`; undefined if it looks like a file. */
function wholeAddress(path: string): string | undefined {
  if (mailAddress.test(path)) return `mailto:${path}`;
  if (almostWeb.test(path)) return path.replace(almostWeb, "https://");
  const [, ending = ""] = siteAddress.exec(path) ?? [];
  return ending === "" || /^(?:md|markdown|html?)$/i.test(ending) || publishedTypes.includes(ending.toLowerCase())
    ? undefined
    : `https://${path}`;
}

/** Turns a link into its text. */
function dropLink(siblings: readonly Token[], order: number): void {
  const open = siblings[order];
  let at = order;
  while (siblings[at] && (siblings[at]?.type !== "link_close" || siblings[at]?.level !== open?.level)) at++;
  for (const token of [open, siblings[at]]) {
    if (!token) continue;
    token.type = "text";
    token.content = "";
    token.nesting = 0;
  }
}

function isLoneImage(token: Token): boolean {
  const [first, ...others] = token.children ?? [];
  return first?.type === "image" && others.length === 0 && first.attrGet("title") !== null;
}

/** An image that stands alone and has a title is a figure with a caption. */
function makeFigure(tokens: readonly Token[], index: number): void {
  const [open, inline, close] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  const image = inline?.children?.[0];
  if (open?.type !== "paragraph_open" || !inline?.children || !image || !close || open.hidden) return;
  open.tag = close.tag = "figure";
  const caption = Object.assign(Object.create(Object.getPrototypeOf(image)) as Token, image, {
    type: "text",
    content: String(image.attrGet("title")),
    children: null,
    attrs: null,
  });
  const tag = (nesting: 1 | -1): Token =>
    Object.assign(Object.create(Object.getPrototypeOf(image)) as Token, image, {
      type: nesting === 1 ? "figcaption_open" : "figcaption_close",
      tag: "figcaption",
      nesting,
      attrs: null,
      children: null,
      content: "",
      block: false,
      hidden: false,
    });
  image.attrs = image.attrs?.filter(([name]) => name !== "title") ?? null;
  inline.children.push(tag(1), caption, tag(-1));
}
