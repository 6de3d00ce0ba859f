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
declare module "subset-font" {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: "woff2" | "truetype";
      readonly keepFeatures: readonly string[];
      readonly variationAxes: Readonly<
        Record<string, number | { readonly min: number; readonly max: number; readonly default: number }>
      >;
    },
  ): Promise<Uint8Array>;
}
