import type { Finding } from "../../core/diagnostics/finding.ts";
import type { Language } from "../../core/language/language.ts";
import type { PictureCopy } from "../pictures.ts";

/** A text as the archive will have it, with what goes along. */
export interface ComposedText {
  readonly text: string;
  /** Rewrites pictures and links of other parts of the practice. */
  readonly rewrite: (markdown: string, line: number) => string;
  readonly pictures: readonly PictureCopy[];
  readonly findings: readonly Finding[];
}

/** Where a row is a file of its own: what the file says beside the cells. What the cells say comes first. */
export interface RowOrigin {
  /** Absolute. */
  readonly file: string;
  /** As findings name it. */
  readonly name: string;
  readonly title?: string | undefined;
  readonly date?: string | undefined;
  readonly isDraft?: boolean;
  /** As the file writes it. */
  readonly language?: string | undefined;
  /** That the text is in. */
  readonly textLanguage: Language;
  /** The id that the practice should have. */
  readonly slug?: string | undefined;
  /** The same in all languages of the practice. */
  readonly key?: string | undefined;
  readonly addresses?: readonly string[];
  /** Cells as lines of Markdown, by heading, where they hold more than text. */
  readonly rich?: ReadonlyMap<string, readonly string[]>;
  readonly compose: (options: ComposeOptions) => ComposedText;
}

export interface ComposeOptions {
  readonly id: string;
  /** Of the practice. */
  readonly title: string;
  /** The practice that another file becomes. */
  readonly idOf: (file: string) => string | undefined;
}
