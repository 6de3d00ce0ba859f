/*
 * pdf.js wants this class of browsers as it loads. It needs it for painting alone; here it reads. The package that would bring
 * it to Node, a whole library for drawing of 33 MB, is left out by package.json.
 */
globalThis.DOMMatrix ??= class {} as unknown as typeof DOMMatrix;
