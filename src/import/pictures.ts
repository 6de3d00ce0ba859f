import { existsSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { parseOldAddress } from "../archive/old-address.ts";
import { decodePath } from "../core/decode-address.ts";
import { type Finding, finding } from "../core/diagnostics/finding.ts";
import { cleanAddress } from "../core/language/clean-text.ts";
import { slugify } from "../core/language/slug.ts";
import { publishedTypes } from "../read/read-media.ts";
import type { EmbeddedPicture } from "./prepare-html.ts";
import type { Source } from "./read-sources.ts";

/** A file to copy; `to` is below the content folder. */
export interface PictureCopy {
  /** Its path, or its bytes where it was inside a document. */
  readonly from: string | EmbeddedPicture;
  readonly to: string;
}

/** Rewrites the pictures and links of a page, and collects the pictures to copy. */
export interface TargetRewriter {
  readonly rewrite: (markdown: string, line: number) => string;
  readonly copies: readonly PictureCopy[];
  readonly findings: readonly Finding[];
}

/** What addresses mean where more is known than a saved page says. */
export interface TargetResolver {
  /** The address in the archive of another text that is imported: `practice:id`. */
  readonly practiceAt: (address: string) => string | undefined;
  /** The file that an address means. */
  readonly fileAt: (path: string) => string | undefined;
}

/** A picture or link as Markdown writes it. */
interface Target {
  readonly text: string;
  readonly address: string;
  /** With the space before it; "" without one. */
  readonly title: string;
  readonly line: number;
}

/**
 * Makes the rewriter of a saved page for the practice `id`: pictures beside the page are copied, others become links; links
 * inside the old site become text, unless `resolver` knows what they mean.
 *
 * Findings: import/link-dropped, import/picture-elsewhere, import/picture-kind.
 */
export function createTargetRewriter(
  source: Pick<Source, "file" | "name" | "pictures">,
  id: string,
  resolver?: TargetResolver,
): TargetRewriter {
  const copies: PictureCopy[] = [];
  const findings: Finding[] = [];
  /** Takes a file along; the address below which it will be shown. */
  const copy = (from: PictureCopy["from"], { address, text }: Target): string => {
    const known = copies.find((other) => other.from === from);
    const taken = known ?? { from, to: freeName(id, { from, address, text, extension: extensionOf(address) }, copies) };
    if (!known) copies.push(taken);
    return `/${taken.to}`;
  };
  const rewriteLink = (target: Target & { readonly whole: string }): string => {
    const { text, address, title, line } = target;
    const { whole } = target;
    const practice = resolver?.practiceAt(address);
    if (practice) return `[${text}](${practice}${title})`;
    if (/^(https?:\/\/[^/]|mailto:|tel:|www\.)/i.test(address) && !parseOldAddress(address))
      return whole.replace(address, () => cleanAddress(address));
    if (resolver && address.startsWith("#")) return whole;
    const path = decodePath(address.replace(/[?#].*$/, ""));
    const file = path ? resolver?.fileAt(path) : undefined;
    if (file !== undefined && publishedTypes.includes(extensionOf(address).slice(1)))
      return `[${text}](${copy(file, target)}${title})`;
    findings.push(finding("import/link-dropped", source.name, { address }, { line, text: address }));
    return text;
  };
  const rewritePicture = (target: Target): string => {
    const { text, address, title, line } = target;
    const from = findPicture(source, address, resolver);
    const extension = extensionOf(address);
    if (from !== undefined && publishable.test(extension)) return `![${text}](${copy(from, target)}${title})`;
    const shown = text || basename(address);
    if (from !== undefined) {
      const kind = extension.slice(1).toUpperCase();
      findings.push(finding("import/picture-kind", source.name, { kind, text: shown }, { line, column: 1 }));
      return shown;
    }
    findings.push(finding("import/picture-elsewhere", source.name, { address }, { line, text: address }));
    return /^https?:\/\/[^/]/i.test(address) ? `[${shown}](${address})` : shown;
  };
  const rewrite = (markdown: string, line: number): string =>
    markdown.replace(targetPattern, (...match: string[]) => {
      const [whole = "", bang, written = "", address = "", title = ""] = match;
      // A picture may be a link.
      const text = written.includes("![") ? rewrite(written, line) : written;
      const found = { text, address, title: title.trim() === `"${text}"` ? "" : title, line };
      if (bang !== "") return rewritePicture(found);
      return rewriteLink({ ...found, whole: whole.replace(written, () => text) });
    });
  return { rewrite, copies, findings };
}

const extensionOf = (address: string): string =>
  extname(decodePath(address.replace(/[?#].*$/, "")) ?? "").toLowerCase();

/** A picture or link, which may be of a picture; an address may hold brackets: `javascript:history.back\(\)`. */
const targetPattern =
  /(!?)\[((?:[^[\]\\]|\\.|!\[[^[\]]*\]\([^()]*\))*)\]\(((?:[^()\s\\]|\\.|\((?:[^()\s\\]|\\.)*\))*)(\s+"[^"]*")?\)/g;

const publishable = /^\.(png|jpe?g|gif|webp|svg|avif)$/;

/** The picture at an address: inside the document, or beside the page. Never a file outside the folder of the page. */
function findPicture(
  { file, pictures }: Pick<Source, "file" | "pictures">,
  address: string,
  resolver: TargetResolver | undefined,
): PictureCopy["from"] | undefined {
  const embedded = pictures.get(address);
  if (embedded) return embedded;
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address) || address === "") return undefined;
  const path = decodePath(address.replace(/[?#].*$/, ""));
  if (path === undefined) return undefined;
  if (resolver) return resolver.fileAt(path);
  const from = join(dirname(file), path);
  if (path.split(/[/\\]/).includes("..") || path.startsWith("/") || !existsSync(from)) return undefined;
  return /^\.(png|jpe?g|gif|webp|svg|avif|emf|wmf|bmp|tiff?)$/i.test(extname(path)) ? from : undefined;
}

interface Named {
  readonly from: PictureCopy["from"];
  readonly address: string;
  readonly text: string;
  readonly extension: string;
}

/** Called as its file was, or by its description; two pictures of one name get numbers. */
function freeName(id: string, { from, address, text, extension }: Named, copies: readonly PictureCopy[]): string {
  const path = decodePath(address.replace(/[?#].*$/, "")) ?? address;
  const base = slugify(typeof from === "string" ? basename(path, extname(path)) : text).slice(0, 60) || "picture";
  for (let number = 1; ; number++) {
    const to = `media/${id}/${base}${number === 1 ? "" : `-${number}`}${extension}`;
    if (!copies.some((copy) => copy.to === to)) return to;
  }
}
