/** What a screen reader says of parts that Markdown has no words for. */
export interface BodyTexts {
  readonly table: string;
  readonly footnotes: string;
  /** Of the arrow from a footnote back to the text. */
  readonly backToText: string;
}
