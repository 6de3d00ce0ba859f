import type { LabelledValue } from "./labelled-values.ts";

/** A line of a page as Markdown; a picture or link in it is written as such. */
export interface PageLine {
  readonly text: string;
  /** In the source, from 1. */
  readonly line: number;
  /** It was centred or in large letters. */
  readonly isProminent?: true;
}

/** What an old page holds beside its text. */
export interface OldPageHead {
  /** Of its own heading or window; "" if it has none. */
  readonly title: string;
  /** Number in the old archive. */
  readonly iid: number | undefined;
}

export interface OldPage {
  readonly head: OldPageHead;
  readonly lines: readonly PageLine[];
  /** Footnotes as Markdown, apart from the text that names them. */
  readonly notes: readonly PageLine[];
  /** What it says by labels, in tables of two columns; apart from its text. */
  readonly labelled: readonly LabelledValue[];
}
