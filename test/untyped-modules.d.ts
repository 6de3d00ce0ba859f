/** Libraries of the tests that bring no types. */
declare module "@citation-js/core" {
  // biome-ignore lint/suspicious/noExplicitAny: what a library for references reads is looked at freely.
  export const Cite: new (text: string) => { readonly data: readonly any[] };
  export const plugins: { list(): readonly string[] };
}
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-ris";
declare module "geojson-validation" {
  const validation: { valid(value: unknown): boolean };
  export default validation;
}
