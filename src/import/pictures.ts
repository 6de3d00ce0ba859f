import { existsSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { parseOldAddress } from "../archive/old-address.ts";
import { type Finding, finding } from "../core/diagnostics/finding.ts";
import { slugify } from "../core/language/slug.ts";

/** A file that is to be copied; below the content folder. */
export interface PictureCopy {
  readonly from: string;
  readonly to: string;
}

/**
 * Makes the function that turns pictures and links of a saved page into what they are in the content: pictures that lie beside the
 * page are copied, others become links; links inside the old site become text.
 */
export function createTargetRewriter(
  source: { readonly file: string; readonly name: string },
  id: string,
  copies: PictureCopy[],
  findings: Finding[],
): (markdown: string, line: number) => string {
  return (markdown, line) =>
    markdown.replace(
      /(!?)\[((?:[^[\]\\]|\\.)*)\]\(([^()\s]*)(?:\s+"[^"]*")?\)/g,
      (whole, bang: string, text: string, address: string) => {
        if (bang === "") {
          if (/^(https?:\/\/[^/]|mailto:|tel:|www\.)/i.test(address) && !parseOldAddress(address)) return whole;
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
      },
    );
}

/** A picture that lies where the saved page says. Never one outside its folder. */
function copyOf(file: string, id: string, address: string): PictureCopy | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address) || address === "") return undefined;
  let path: string;
  try {
    path = decodeURIComponent(address.replace(/[?#].*$/, ""));
  } catch {
    return undefined;
  }
  const from = join(dirname(file), path);
  if (path.split(/[/\\]/).includes("..") || path.startsWith("/") || !existsSync(from)) return undefined;
  const extension = extname(path).toLowerCase();
  if (!/^\.(png|jpe?g|gif|webp|svg|avif)$/.test(extension)) return undefined;
  return { from, to: `media/${id}/${slugify(basename(path, extname(path))) || "picture"}${extension}` };
}
