// A module of Nunjucks 3 that its main entry does not export.
declare module "nunjucks/src/transformer.js" {
  type TemplateNode = import("./nunjucks-internals.d.ts").TemplateNode;
  const transformer: { transform(tree: TemplateNode, asyncFilters: readonly string[]): TemplateNode };
  export default transformer;
}
