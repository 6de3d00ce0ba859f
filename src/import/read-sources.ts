import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { type Finding, finding, type Result } from "../core/diagnostics/finding.ts";
import { decodePage } from "./decode-page.ts";
import { linesOfHtml, linesOfText, type OldPage } from "./page-lines.ts";

/** A file that was read, whatever is in it. */
export interface Source {
  /** Absolute. */
  readonly file: string;
  /** As findings name it. */
  readonly name: string;
  readonly kind: "html" | "txt" | "docx";
  /** For code frames; of a document what came out of it. */
  readonly text: string;
  readonly page: OldPage;
}

const kinds: Readonly<Record<string, Source["kind"]>> = {
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
  ".txt": "txt",
  ".docx": "docx",
};

/** All pages and documents among some paths, folders included, sorted. Other files are passed over. Finding: import/unreadable. */
export function listSources(paths: readonly string[]): Result<readonly string[]> {
  const findings: Finding[] = [];
  const value = paths.flatMap((path) => (statSync(path).isDirectory() ? walk(path, findings).sort() : [path]));
  return { value, findings };
}

function walk(folder: string, findings: Finding[]): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    findings.push(unreadableSource(folder, error, "folder"));
    return [];
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return walk(path, findings);
    return entry.isFile() && kindOf(entry.name) && !entry.name.startsWith("~$") ? [path] : [];
  });
}

/** What cannot be read, as findings of the import name it: import/unreadable. */
export function unreadableSource(path: string, error: unknown, what: "file" | "folder" = "file"): Finding {
  const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message.split("\n")[0] ?? "";
  return finding("import/unreadable", nameOf(path), { reason, what });
}

function nameOf(path: string): string {
  return (relative(process.cwd(), path) || path).split(sep).join("/");
}

/** Reads one. Findings: import/unreadable, import/encoding-guessed. */
export async function readSource(
  file: string,
): Promise<{ readonly value: Source | undefined; readonly findings: readonly Finding[] }> {
  const name = nameOf(file);
  const kind = kindOf(file);
  // Rejects if the package is not installed: that is no fault of the document.
  const mammoth = kind === "docx" ? (await import("mammoth")).default : undefined;
  try {
    const bytes = readFileSync(file);
    if (kind === "docx" && mammoth) {
      const { value: html } = await mammoth.convertToHtml(
        { buffer: bytes },
        { convertImage: mammoth.images.imgElement(async () => ({ src: "" })) },
      );
      return { value: { file, name, kind, text: html, page: await linesOfHtml(html, html) }, findings: [] };
    }
    const { text, guessed } = decodePage(bytes);
    const findings = guessed ? [finding("import/encoding-guessed", name, { encoding: guessed })] : [];
    // A page that was saved under the name of a text is still a page.
    const isHtml = kind === "html" || /^\s*<(!doctype|html|head|body)\b/i.test(text);
    const page = isHtml ? await linesOfHtml(text, text) : linesOfText(text);
    return { value: { file, name, kind: isHtml ? "html" : "txt", text, page }, findings };
  } catch (error) {
    return { value: undefined, findings: [unreadableSource(file, error)] };
  }
}

function kindOf(file: string): Source["kind"] | undefined {
  // A mirrored page keeps its question mark: `index.html?iid=1067`.
  const plain = file.replace(/[?@&].*$/, "");
  return kinds[extname(file).toLowerCase()] ?? kinds[extname(plain).toLowerCase()];
}
