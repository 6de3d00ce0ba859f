/** What `praktika templates` says. */
export interface TemplatesTexts {
  /** Beside the name of a template that the site has its own of. */
  readonly replaced: string;
  /** The same, and the original has changed since it was copied. */
  readonly outdated: string;
  readonly unknown: (name: string, nearest: string | undefined) => string;
  readonly noneReplaced: string;
}
