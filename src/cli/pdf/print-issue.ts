import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Finding } from "../../core/diagnostics/finding.ts";
import { nearestName } from "../../core/diagnostics/nearest.ts";
import { isLanguage, type Language } from "../../core/language/language.ts";
import type { BookPaper } from "../../core/model/issue.ts";
import type { CliTexts } from "../../locales/types/cli.ts";
import { type PlannedBook, planBooks, versionOf, wholeArchive } from "../../print/book/plan-book.ts";
import { planSelection, readQuery } from "../../print/book/plan-selection.ts";
import { keyOfBook } from "../../print/book/press-book.ts";
import { pressVolumes } from "../../print/book/press-volumes.ts";
import type { PrintShop } from "../../print/print-shop.ts";
import type { Folders } from "../../site/folders.ts";
import {
  bookFiles,
  createSheetSource,
  readSheetIndex,
  type SheetRecord,
  sheetFolder,
  writeSheetIndex,
} from "../../site/sheet-index.ts";
import { makeFolder } from "../../state/make-folder.ts";
import { replaceFile } from "../../state/replace-file.ts";
import { UsageError, type Values } from "../arguments.ts";

export interface IssueOptions {
  /** Default: each issue has its own. */
  readonly paper: BookPaper | undefined;
  /** `--impose booklet`. */
  readonly isFolded: boolean;
  /** Below the folder of PDFs. */
  readonly folder: "issues" | "lists" | "booklets";
  /** True: a book is left as it is if the same would come out of the press. */
  readonly onlyChanged?: boolean;
  readonly folders: Folders;
  readonly sourceOf: (file: string) => string | undefined;
  readonly out: string;
  /** Called before each book. */
  readonly progress: (book: string) => void;
}

/** A book that has been printed. */
export interface BookFile {
  readonly path: string;
  readonly pages: number;
}

/** The books of an issue, and what is wrong with how they are printed. */
export interface PrintedIssue {
  readonly books: readonly BookFile[];
  readonly findings: readonly Finding[];
}

/** The books that `praktika pdf --issue ID` prints; `all` is the whole archive. Throws `UsageError`. */
export function chooseBooks(
  { archive }: PrintShop["site"]["context"],
  values: Values,
  texts: CliTexts,
): readonly PlannedBook[] {
  const id = String(values.issue);
  const known = [...archive.issues.map((issue) => issue.id as string), wholeArchive];
  if (!known.includes(id)) throw new UsageError(texts.unknownIssue(id, nearestName(id, known)));
  const books = planBooks(archive, id, languagesOf(archive, values));
  if (books.length === 0) throw new UsageError(texts.emptyIssue(id));
  return books;
}

/** The booklets or overviews that `--select` and `--overview` ask for. Throws `UsageError`. */
export function chooseSelection(
  { archive }: PrintShop["site"]["context"],
  { values, ids }: { readonly values: Values; readonly ids: readonly string[] },
  texts: CliTexts,
): readonly PlannedBook[] {
  const planned = planSelection(archive, readQuery([values.select ?? "", ...ids].join(" ")), {
    form: values.overview ? "overview" : "booklet",
    title: values.title === undefined ? undefined : String(values.title),
    languages: languagesOf(archive, values),
  });
  if ("term" in planned) throw new UsageError(texts.unknownTerm(planned.term, planned.nearest));
  if (planned.length === 0) throw new UsageError(texts.emptySelection);
  return planned;
}

function languagesOf({ site }: PrintShop["site"]["context"]["archive"], { lang }: Values): readonly Language[] {
  return site.languages.filter((language) => !isLanguage(lang) || language === lang);
}

/**
 * Prints books into a folder below `out`. Issues and booklets of lists in the folder from which a build publishes are noted there.
 * Findings: those of `pressVolumes`. Rejects with `NoTypst`.
 */
export async function printIssue(
  books: readonly PlannedBook[],
  shop: PrintShop,
  options: IssueOptions,
): Promise<PrintedIssue> {
  const { folder, isFolded, out, folders, progress } = options;
  const isPublished = out === sheetFolder(folders) && folder !== "booklets" && !isFolded;
  const sourceFor = createSheetSource(folders, options.sourceOf);
  const files: BookFile[] = [];
  const findings: Finding[] = [];
  for (const plan of books) {
    progress(plan.name);
    const paper = options.paper ?? (isFolded ? "a5" : plan.parts[0].issue.paper);
    const book = { paper, isFolded, version: versionOf(plan, shop.site.context.archive) };
    const key = isPublished ? keyOfBook(plan, shop, book) : "";
    const source = sourceFor(bookFiles(plan.parts));
    if (options.onlyChanged && isUpToDate(out, `${folder}/${plan.name}`, { key, source })) continue;
    const volumes = await pressVolumes(plan, shop, book);
    findings.push(...volumes.flatMap((volume) => volume.findings));
    const printed = volumes.flatMap(({ name, pages, pdf }) => (pdf ? [{ path: `${folder}/${name}`, pages, pdf }] : []));
    for (const { path, pages, pdf } of printed) {
      const file = join(out, `${path}${isFolded ? ".booklet" : ""}.pdf`);
      makeFolder(dirname(file));
      replaceFile(file, pdf);
      files.push({ path: file, pages });
    }
    // What a book had been printed as before, whole or in more volumes, stays no longer.
    if (!isPublished || printed.length < volumes.length) continue;
    const records = printed.map(({ path, pages, pdf }): [string, SheetRecord] => [
      `${path}.pdf`,
      { pages, bytes: pdf.byteLength, version: book.version, key, source },
    ]);
    const others = Object.entries(readSheetIndex(out)).filter(([path]) => !isOf(`${folder}/${plan.name}`, path));
    writeSheetIndex(out, Object.fromEntries([...others, ...records]));
  }
  return { books: files, findings };
}

/** Whether a file holds a book or a volume of it. */
function isOf(book: string, path: string): boolean {
  return path.startsWith(book) && /^(?:\.[a-z]{2})?(?:\.\d+)?\.pdf$/.test(path.slice(book.length));
}

/** Whether a book, or every volume of it, lies in its place as it was printed, of the same texts. */
function isUpToDate(out: string, book: string, { key, source }: Pick<SheetRecord, "key" | "source">): boolean {
  const records = Object.entries(readSheetIndex(out)).filter(([path]) => isOf(book, path));
  return (
    records.length > 0 &&
    records.every(
      ([path, record]) =>
        record.key === key &&
        record.source === source &&
        statSync(join(out, path), { throwIfNoEntry: false })?.size === record.bytes,
    )
  );
}
