import { join } from "node:path";
import type { Finding } from "../../core/diagnostics/finding.ts";
import { nearestName } from "../../core/diagnostics/nearest.ts";
import { isLanguage } from "../../core/language/language.ts";
import type { BookPaper } from "../../core/model/issue.ts";
import type { CliTexts } from "../../locales/types/cli.ts";
import { createBook } from "../../print/book/book-document.ts";
import { planBooks, wholeArchive } from "../../print/book/plan-book.ts";
import { printBook, UnsettledBook } from "../../print/book/print-book.ts";
import { launchBrowser } from "../../print/browser.ts";
import { setPdfAuthor } from "../../print/pdf-author.ts";
import type { Folders } from "../../site/folders.ts";
import { bookFiles, createSheetSource, readSheetIndex, sheetFolder, writeSheetIndex } from "../../site/sheet-index.ts";
import type { SiteInMemory } from "../../site/site-in-memory.ts";
import { makeFolder } from "../../state/make-folder.ts";
import { replaceFile } from "../../state/replace-file.ts";
import { UsageError, type Values } from "../arguments.ts";
import { Failure } from "../failure.ts";

export interface IssueOptions {
  readonly values: Values;
  readonly folders: Folders;
  readonly sourceOf: (file: string) => string | undefined;
  readonly out: string;
  readonly texts: CliTexts;
  /** Called before each pass; passes count from 1. */
  readonly progress: (book: string, pass: number) => void;
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

/**
 * `praktika pdf --issue ID`: the books of an issue, in `<out>/issues/`; `all` is the whole archive. Those in the folder from
 * which a build publishes are noted there. Throws `UsageError`, `Failure` if page numbers do not settle, `NoBrowser`,
 * `TemplateFault`.
 */
export async function printIssue(site: SiteInMemory, options: IssueOptions): Promise<PrintedIssue> {
  const { values, folders, sourceOf, out, texts, progress } = options;
  const { archive } = site.context;
  const id = String(values.issue);
  const known = [...archive.issues.map((issue) => issue.id as string), wholeArchive];
  if (!known.includes(id)) throw new UsageError(texts.unknownIssue(id, nearestName(id, known)));
  const languages = archive.site.languages.filter((language) => !isLanguage(values.lang) || language === values.lang);
  const books = planBooks(archive, id, languages);
  if (books.length === 0) throw new UsageError(texts.emptyIssue(id));
  const folder = join(out, "issues");
  makeFolder(folder);
  const sourceFor = createSheetSource(folders, sourceOf);
  const browser = await launchBrowser();
  try {
    const files: BookFile[] = [];
    const findings: Finding[] = [];
    for (const plan of books) {
      const paper = (values.paper ?? plan.parts[0].issue.paper) as BookPaper;
      const book = createBook(plan, site.context, paper);
      const printed = await printBook(book, { browser, site }, (pass) => progress(plan.name, pass));
      const path = join(folder, `${plan.name}.pdf`);
      const pdf = setPdfAuthor(printed.pdf, book.author);
      replaceFile(path, pdf);
      if (out === sheetFolder(folders)) {
        const source = sourceFor(bookFiles(plan.parts));
        const record = { pages: printed.pages, bytes: pdf.byteLength, key: "", source };
        writeSheetIndex(out, { ...readSheetIndex(out), [`issues/${plan.name}.pdf`]: record });
      }
      files.push({ path, pages: printed.pages });
      findings.push(...printed.findings);
    }
    return { books: files, findings };
  } catch (error) {
    throw error instanceof UnsettledBook ? new Failure(texts.unsettledBook(id)) : error;
  } finally {
    await browser.close();
  }
}
