// The package has no types of its own.
declare module "commonmark-spec" {
  /** Tabulators are written →. */
  export const tests: readonly { readonly markdown: string; readonly html: string }[];
}
