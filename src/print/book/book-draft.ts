import { hash } from "node:crypto";
import type { PracticeEntry } from "../../core/model/archive.ts";
import type { BookPaper } from "../../core/model/issue.ts";
import type { DocumentDraft } from "../documents/practice-parts.ts";
import { picturesOf } from "../sheets/plan-sheets.ts";
import { Code, quote } from "../typst/code.ts";
import { templatesFolder } from "../typst/engine.ts";
import type { BookForm } from "./plan-book.ts";

/** A practice of a book, in a file of its own. */
export interface BookText {
  /** Path of the file. */
  readonly path: string;
  /** A hash of all of the book that decides how the practice is set; that of its pages is another matter. */
  readonly key: string;
}

/** A book while it is written. */
export interface BookDraft extends DocumentDraft {
  readonly form: BookForm;
  readonly paper: BookPaper;
  /** Practices are blank pages. */
  readonly isBlank: boolean;
  /** What the pictures of a practice are, for its key. */
  readonly hashOf: (path: string) => string;
  /** Files of the document, by their paths. */
  readonly files: Map<string, string>;
  /** Practices by the names under which the document knows them. */
  readonly texts: Map<string, BookText>;
}

/** What every file of a document begins with. */
export const beginFile = ({ form, paper }: Pick<BookDraft, "form" | "paper">): string =>
  `#import "${templatesFolder}/${form}.typ": *\n#let picture = picture-on("${paper}")\n`;

interface Leaf {
  readonly entry: PracticeEntry;
  readonly name: string;
  /** What stands above the practice on its first page, if something does. */
  readonly above?: Code;
}

/**
 * Puts a practice into a file of its own and returns the code that gets it from there. Typst knows what it has set by where it is
 * written: so it knows it again in whatever documents it stands, and wherever.
 */
export function writeLeaf({ entry, name, above }: Leaf, practice: Code, draft: BookDraft): Code {
  const text = `${beginFile(draft)}#let piece(head) = ${practice.text}\n`;
  const path = `${templatesFolder}/texts/${digest([text])}.typ`;
  draft.files.set(path, text);
  const pictures = picturesOf(entry).map(draft.hashOf);
  draft.texts.set(name, { path, key: digest([text, above?.text ?? "", ...pictures]) });
  const write = `() => {import ${quote(path)}: piece;piece(head)}`;
  return new Code(`leaf(${quote(name)}, ${above !== undefined}, ${write})`);
}

const digest = (parts: readonly string[]): string => hash("sha256", JSON.stringify(parts)).slice(0, 32);
