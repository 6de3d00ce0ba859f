import { existsSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { parseOldAddress } from "../archive/old-address.ts";
import { decodePath } from "../core/decode-address.ts";
import { type Finding, finding } from "../core/diagnostics/finding.ts";
import { cleanAddress } from "../core/language/clean-text.ts";
import { slugify } from "../core/language/slug.ts";

/** A file to copy; `to` is below the content folder. */
export interface PictureCopy {
  readonly from: string;
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
 * Findings: import/link-dropped, import/picture-elsewhere.
 */
export function createTargetRewriter(
  source: { readonly file: string; readonly name: string },
  id: string,
): TargetRewriter {
  const copies: PictureCopy[] = [];
  const findings: Finding[] = [];
  const rewrite = (markdown: string, line: number): string =>
    markdown.replace(/(!?)\[((?:[^[\]\\]|\\.)*)\]\(([^()\s]*)(?:\s+"[^"]*")?\)/g, (...match: string[]) => {
      const [whole = "", bang, text = "", address = ""] = match;
      if (bang === "") {
        if (/^(https?:\/\/[^/]|mailto:|tel:|www\.)/i.test(address) && !parseOldAddress(address))
          return whole.replace(address, () => cleanAddress(address));
        findings.push(finding("import/link-dropped", source.name, { address }, { line, text: address }));
        return text;
      }
      const copy = copyOf(source.file, id, address);
      if (copy) {
        copies.push(copy);
        return `![${text}](/${copy.to})`;
      }
      findings.push(finding("import/picture-elsewhere", source.name, { address }, { line, text: address }));
      if (!/^https?:\/\/[^/]/i.test(address)) return text || basename(address);
      return `[${text || basename(address)}](${address})`;
    });
  return { rewrite, copies, findings };
}

/** The copy of a picture that exists at its address. Never a file outside the folder of the page. */
function copyOf(file: string, id: string, address: string): PictureCopy | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address) || address === "") return undefined;
  const path = decodePath(address.replace(/[?#].*$/, ""));
  if (path === undefined) return undefined;
  const from = join(dirname(file), path);
  if (path.split(/[/\\]/).includes("..") || path.startsWith("/") || !existsSync(from)) return undefined;
  const extension = extname(path).toLowerCase();
  if (!/^\.(png|jpe?g|gif|webp|svg|avif)$/.test(extension)) return undefined;
  return { from, to: `media/${id}/${slugify(basename(path, extname(path))) || "picture"}${extension}` };
}
