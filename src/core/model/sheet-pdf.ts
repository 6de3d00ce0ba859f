/** The printed sheet of a practice that is published beside its page. */
export interface SheetPdf {
  readonly pages: number;
  readonly bytes: number;
}
