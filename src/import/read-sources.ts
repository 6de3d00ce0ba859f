import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join, relative, sep } from "node:path";
import { type Finding, finding, type Result } from "../core/diagnostics/finding.ts";
import { decodePage } from "./decode-page.ts";
import type { LabelTest } from "./labelled-values.ts";
import type { OldPage } from "./old-page.ts";
import { linesOfHtml, linesOfText } from "./page-lines.ts";
import { type EmbeddedPicture, takeEmbeddedPictures } from "./prepare-html.ts";

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
  /** Which of the practices that the file holds, from 1; undefined if it is one. */
  readonly part?: number;
  /** That were inside the file, by the names that its text gives them. */
  readonly pictures: ReadonlyMap<string, EmbeddedPicture>;
}

const kinds: Readonly<Record<string, Source["kind"]>> = {
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
  ".shtml": "html",
  ".php": "html",
  ".asp": "html",
  ".aspx": "html",
  ".txt": "txt",
  ".docx": "docx",
};

/** All pages and documents among some paths, folders included, sorted. Findings: import/unreadable, import/kind-unknown. */
export function listSources(paths: readonly string[]): Result<readonly string[]> {
  const findings: Finding[] = [];
  const value = paths.flatMap((path) => {
    const isFolder = statSync(path).isDirectory();
    const files = isFolder ? walk(path, findings).sort() : [path];
    const ofSite = files.some(isDocument) && isFolder ? ofGenerators : undefined;
    findings.push(...nameUnknown(files.filter((file) => !isKnown(file) && !ofSite?.test(file))));
    return files.filter((file) => isKnown(file));
  });
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
    if (entry.isDirectory()) return notContent.test(entry.name) ? [] : walk(path, findings);
    return entry.isFile() && !/^(?:~\$|\.)|\.map\.yaml$/.test(entry.name) ? [path] : [];
  });
}

const isKnown = (file: string): boolean =>
  kindOf(file) !== undefined || tableKindOf(file) !== undefined || isDocument(file);

/** Whether a file is Markdown, as other generators hold their texts. */
export function isDocument(file: string): boolean {
  return /\.(md|mdx|markdown)$/i.test(file);
}

/** Folders that hold no texts: of programs, and what a generator makes them with. */
const notContent = /^(\..*|node_modules|_site|_layouts|_includes|_sass|layouts|archetypes|themes|resources)$/;

/** Settings and scripts of a generator, and files that come with the texts that link to them. */
const ofGenerators = /\.(toml|ya?ml|json5?|[cm]?[jt]sx?|s[ac]ss|lock|pdf|zip|gemspec)$|[/\\](Gemfile|CNAME|LICENSE)$/i;

/** The kind of a table, by the name of its file; undefined for anything else. */
export function tableKindOf(file: string): "csv" | "xlsx" | undefined {
  if (/\.(csv|tsv)$/i.test(file)) return "csv";
  return /\.xlsx$/i.test(file) ? "xlsx" : undefined;
}

/** Files that cannot be read, by kind. What only makes a page look as it does is no loss. */
function nameUnknown(files: readonly string[]): readonly Finding[] {
  const byKind = Map.groupBy(files, (file) => extname(file).toLowerCase() || basename(file));
  return [...byKind]
    .sort()
    .flatMap(([kind, [first = "", ...others]]) =>
      ofPages.test(kind) ? [] : [finding("import/kind-unknown", nameOf(first), { kind, count: others.length + 1 })],
    );
}

const ofPages = /^\.(css|js|ico|woff2?|ttf|map|png|jpe?g|gif|webp|svg|avif|[ew]mf|bmp|tiff?)$/;

/** What cannot be read, as findings of the import name it: import/unreadable. */
export function unreadableSource(path: string, error: unknown, what: "file" | "folder" = "file"): Finding {
  const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message.split("\n")[0] ?? "";
  return finding("import/unreadable", nameOf(path), { reason, what });
}

/** A path as findings name it. */
export function nameOf(path: string): string {
  return (relative(process.cwd(), path) || path).split(sep).join("/");
}

/** Reads one. @param testLabel see `linesOfHtml` Findings: import/unreadable, import/encoding-guessed. */
export async function readSource(
  file: string,
  testLabel?: LabelTest,
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
        {
          styleMap: [
            "p[style-name='Title'] => h1:fresh",
            "p[style-name='praktika-prominent'] => p.praktika-prominent:fresh",
          ],
          transformDocument: markCentred,
        },
      );
      const { html: text, pictures } = takeEmbeddedPictures(html);
      return {
        value: { file, name, kind, text, pictures, page: await linesOfHtml(text, text, testLabel) },
        findings: [],
      };
    }
    const { text: decoded, guessed } = decodePage(bytes);
    const { html: text, pictures } = takeEmbeddedPictures(decoded);
    const findings = guessed ? [finding("import/encoding-guessed", name, { encoding: guessed })] : [];
    // A page that was saved under the name of a text is still a page.
    const isHtml = kind === "html" || /^\s*<(!doctype|html|head|body)\b/i.test(text);
    const page = isHtml ? await linesOfHtml(text, text, testLabel) : linesOfText(text);
    return { value: { file, name, kind: isHtml ? "html" : "txt", text, pictures, page }, findings };
  } catch (error) {
    return { value: undefined, findings: [unreadableSource(file, error)] };
  }
}

/** A part of a document, as mammoth gives it. */
interface WordPart {
  readonly type: string;
  readonly children?: readonly WordPart[];
  readonly alignment?: string | null;
  readonly styleName?: string | null;
}

/** mammoth passes alignment over; a paragraph in the middle gets a style of its own, which is mapped. */
function markCentred(part: WordPart): WordPart {
  const isCentred =
    part.type === "paragraph" && part.alignment === "center" && !/^(heading|title)/i.test(part.styleName ?? "");
  return {
    ...part,
    ...(part.children ? { children: part.children.map(markCentred) } : {}),
    ...(isCentred ? { styleId: prominentStyle, styleName: prominentStyle } : {}),
  };
}

const prominentStyle = "praktika-prominent";

function kindOf(file: string): Source["kind"] | undefined {
  // A mirrored page keeps its question mark: `index.html?iid=1067`.
  const plain = file.replace(/[?@&].*$/, "");
  return kinds[extname(file).toLowerCase()] ?? kinds[extname(plain).toLowerCase()];
}
