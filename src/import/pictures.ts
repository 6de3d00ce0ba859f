import { existsSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { parseOldAddress } from "../archive/old-address.ts";
import { decodePath } from "../core/decode-address.ts";
import { type Finding, finding } from "../core/diagnostics/finding.ts";
import { cleanAddress } from "../core/language/clean-text.ts";
import { slugify } from "../core/language/slug.ts";
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

/**
 * Makes the rewriter of a saved page for the practice `id`: pictures beside the page are copied, others become links; links
 * inside the old site become text.
 *
 * Findings: import/link-dropped, import/picture-elsewhere, import/picture-kind.
 */
export function createTargetRewriter(source: Pick<Source, "file" | "name" | "pictures">, id: string): TargetRewriter {
  const copies: PictureCopy[] = [];
  const findings: Finding[] = [];
  const rewrite = (markdown: string, line: number): string =>
    markdown.replace(target, (...match: string[]) => {
      const [whole = "", bang, text = "", address = ""] = match;
      if (bang === "") {
        if (/^(https?:\/\/[^/]|mailto:|tel:|www\.)/i.test(address) && !parseOldAddress(address))
          return whole.replace(address, () => cleanAddress(address));
        findings.push(finding("import/link-dropped", source.name, { address }, { line, text: address }));
        return text;
      }
      const from = findPicture(source, address);
      const extension = extname(decodePath(address.replace(/[?#].*$/, "")) ?? "").toLowerCase();
      if (from !== undefined && publishable.test(extension)) {
        const copy = copies.find((other) => other.from === from) ?? {
          from,
          to: freeName(id, { from, address, text, extension }, copies),
        };
        if (!copies.includes(copy)) copies.push(copy);
        return `![${text}](/${copy.to})`;
      }
      if (from !== undefined) {
        const kind = extension.slice(1).toUpperCase();
        findings.push(
          finding("import/picture-kind", source.name, { kind, text: text || basename(address) }, { line, column: 1 }),
        );
        return text || basename(address);
      }
      findings.push(finding("import/picture-elsewhere", source.name, { address }, { line, text: address }));
      if (!/^https?:\/\/[^/]/i.test(address)) return text || basename(address);
      return `[${text || basename(address)}](${address})`;
    });
  return { rewrite, copies, findings };
}

/** A picture or link; an address may hold brackets: `javascript:history.back\(\)`. */
const target = /(!?)\[((?:[^[\]\\]|\\.)*)\]\(((?:[^()\s\\]|\\.|\((?:[^()\s\\]|\\.)*\))*)(?:\s+"[^"]*")?\)/g;

const publishable = /^\.(png|jpe?g|gif|webp|svg|avif)$/;

/** The picture at an address: inside the document, or beside the page. Never a file outside the folder of the page. */
function findPicture(
  { file, pictures }: Pick<Source, "file" | "pictures">,
  address: string,
): PictureCopy["from"] | undefined {
  const embedded = pictures.get(address);
  if (embedded) return embedded;
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address) || address === "") return undefined;
  const path = decodePath(address.replace(/[?#].*$/, ""));
  if (path === undefined) return undefined;
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
