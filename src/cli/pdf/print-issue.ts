import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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
import { UsageError, type Values } from "../arguments.ts";
import { Failure } from "../failure.ts";

export interface IssueOptions {
  readonly values: Values;
  readonly folders: Folders;
  readonly sourceOf: (file: string) => string | undefined;
  readonly out: string;
  readonly texts: CliTexts;
  /** Told which book is being printed, and for which time. */
  readonly progress: (book: string, pass: number) => void;
}

/** A book that has been printed. */
export interface BookFile {
  readonly path: string;
  readonly pages: number;
}

/**
 * `praktika pdf --issue ID`: the books of an issue, in `<out>/issues/`; `all` is the whole archive. Those in the folder from
 * which a build publishes are noted there. Throws `UsageError`,
 * `Failure` if page numbers do not settle, `NoBrowser`, `TemplateFault`.
 */
export async function printIssue(site: SiteInMemory, options: IssueOptions): Promise<readonly BookFile[]> {
  const { values, folders, sourceOf, out, texts, progress } = options;
  const { archive } = site.context;
  const id = String(values.issue);
  const known = [...archive.issues.map((issue) => issue.id as string), wholeArchive];
  if (!known.includes(id)) throw new UsageError(texts.unknownIssue(id, nearestName(id, known)));
  const languages = archive.site.languages.filter((language) => !isLanguage(values.lang) || language === values.lang);
  const books = planBooks(archive, id, languages);
  if (books.length === 0) throw new UsageError(texts.emptyIssue(id));
  const folder = join(out, "issues");
  mkdirSync(folder, { recursive: true });
  const sourceFor = createSheetSource(folders, sourceOf);
  const browser = await launchBrowser();
  try {
    const files: BookFile[] = [];
    for (const plan of books) {
      const paper = (values.paper ?? plan.parts[0].issue.paper) as BookPaper;
      const book = createBook(plan, site.context, paper);
      const printed = await printBook(browser, site, book, (pass) => progress(plan.name, pass));
      const path = join(folder, `${plan.name}.pdf`);
      const pdf = setPdfAuthor(printed.pdf, book.author);
      writeFileSync(`${path}.part`, pdf);
      renameSync(`${path}.part`, path);
      if (out === sheetFolder(folders)) {
        const record = {
          pages: printed.pages,
          bytes: pdf.byteLength,
          key: "",
          source: sourceFor(bookFiles(plan.parts)),
        };
        writeSheetIndex(out, { ...readSheetIndex(out), [`issues/${plan.name}.pdf`]: record });
      }
      files.push({ path, pages: printed.pages });
    }
    return files;
  } catch (error) {
    throw error instanceof UnsettledBook ? new Failure(texts.unsettledBook(id)) : error;
  } finally {
    await browser.close();
  }
}
