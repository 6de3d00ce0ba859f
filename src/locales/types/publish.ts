/** What `praktika publish` says. */
export interface PublishTexts {
  /** What differs from what was published. */
  readonly changed: (changed: { readonly written: number; readonly deleted: number }) => string;
  readonly unchanged: string;
  /** When the site was last noted as published. */
  readonly since: (time: string) => string;
  readonly never: string;
  /** What to do with the list. */
  readonly hint: string;
  /** What to do once everything is there. */
  readonly afterwards: string;
  readonly notEmpty: (path: string) => string;
  readonly noted: (files: number) => string;
}
