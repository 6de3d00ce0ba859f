import { join } from "node:path";
import type { Finding } from "../../core/diagnostics/finding.ts";
import { nearestName } from "../../core/diagnostics/nearest.ts";
import { isLanguage } from "../../core/language/language.ts";
import type { BookPaper } from "../../core/model/issue.ts";
import type { CliTexts } from "../../locales/types/cli.ts";
import { type PlannedBook, planBooks, wholeArchive } from "../../print/book/plan-book.ts";
import { pressBook } from "../../print/book/press-book.ts";
import type { PrintShop } from "../../print/print-shop.ts";
import type { Folders } from "../../site/folders.ts";
import { bookFiles, createSheetSource, readSheetIndex, sheetFolder, writeSheetIndex } from "../../site/sheet-index.ts";
import { makeFolder } from "../../state/make-folder.ts";
import { replaceFile } from "../../state/replace-file.ts";
import { UsageError, type Values } from "../arguments.ts";

export interface IssueOptions {
  readonly values: Values;
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
  const languages = archive.site.languages.filter((language) => !isLanguage(values.lang) || language === values.lang);
  const books = planBooks(archive, id, languages);
  if (books.length === 0) throw new UsageError(texts.emptyIssue(id));
  return books;
}

/**
 * Prints books into `<out>/issues/`. Those in the folder from which a build publishes are noted there. Findings: those of
 * `pressBook`. Rejects with `NoTypst`.
 */
export async function printIssue(
  books: readonly PlannedBook[],
  shop: PrintShop,
  { values, folders, sourceOf, out, progress }: IssueOptions,
): Promise<PrintedIssue> {
  const folder = join(out, "issues");
  makeFolder(folder);
  const sourceFor = createSheetSource(folders, sourceOf);
  const files: BookFile[] = [];
  const findings: Finding[] = [];
  for (const plan of books) {
    progress(plan.name);
    const paper = (values.paper ?? plan.parts[0].issue.paper) as BookPaper;
    const { pdf, pages, findings: found } = await pressBook(plan, shop, paper);
    findings.push(...found);
    if (!pdf) continue;
    const path = join(folder, `${plan.name}.pdf`);
    replaceFile(path, pdf);
    if (out === sheetFolder(folders)) {
      const record = { pages, bytes: pdf.byteLength, key: "", source: sourceFor(bookFiles(plan.parts)) };
      writeSheetIndex(out, { ...readSheetIndex(out), [`issues/${plan.name}.pdf`]: record });
    }
    files.push({ path, pages });
  }
  return { books: files, findings };
}
