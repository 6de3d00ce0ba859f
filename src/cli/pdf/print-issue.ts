import { statSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../../core/diagnostics/finding.ts";
import { nearestName } from "../../core/diagnostics/nearest.ts";
import { isLanguage, type Language } from "../../core/language/language.ts";
import type { BookPaper } from "../../core/model/issue.ts";
import type { CliTexts } from "../../locales/types/cli.ts";
import { type PlannedBook, planBooks, wholeArchive } from "../../print/book/plan-book.ts";
import { planSelection, readQuery } from "../../print/book/plan-selection.ts";
import { keyOfBook, pressBook } from "../../print/book/press-book.ts";
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
  readonly folder: "issues" | "booklets";
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
 * Prints books into a folder below `out`. Issues in the folder from which a build publishes are noted there. Findings: those of
 * `pressBook`. Rejects with `NoTypst`.
 */
export async function printIssue(
  books: readonly PlannedBook[],
  shop: PrintShop,
  { paper, isFolded, folders, sourceOf, out, progress, ...options }: IssueOptions,
): Promise<PrintedIssue> {
  const folder = join(out, options.folder);
  const isPublished = out === sheetFolder(folders) && options.folder === "issues" && !isFolded;
  makeFolder(folder);
  const sourceFor = createSheetSource(folders, sourceOf);
  const files: BookFile[] = [];
  const findings: Finding[] = [];
  for (const plan of books) {
    progress(plan.name);
    const bookOptions = { paper: paper ?? (isFolded ? "a5" : plan.parts[0].issue.paper), isFolded };
    const name = `issues/${plan.name}.pdf`;
    const key = isPublished ? keyOfBook(plan, shop, bookOptions) : "";
    if (options.onlyChanged && isUpToDate(out, name, { key, source: sourceFor(bookFiles(plan.parts)) })) continue;
    const { pdf, pages, findings: found } = await pressBook(plan, shop, bookOptions);
    findings.push(...found);
    if (!pdf) continue;
    const path = join(folder, `${plan.name}${isFolded ? ".booklet" : ""}.pdf`);
    replaceFile(path, pdf);
    if (isPublished) {
      const record = { pages, bytes: pdf.byteLength, key, source: sourceFor(bookFiles(plan.parts)) };
      writeSheetIndex(out, { ...readSheetIndex(out), [name]: record });
    }
    files.push({ path, pages });
  }
  return { books: files, findings };
}

/** Whether a book lies in its place as it was printed, of the same texts. */
function isUpToDate(out: string, name: string, { key, source }: Pick<SheetRecord, "key" | "source">): boolean {
  const record = readSheetIndex(out)[name];
  if (record?.key !== key || record.source !== source) return false;
  return statSync(join(out, name), { throwIfNoEntry: false })?.size === record.bytes;
}
