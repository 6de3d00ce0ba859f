/**
 * The parts of Nunjucks 3 below its documented surface that `strict-compiler.ts` and `create-templates.ts` use.
 * A fixture for each template diagnostic guards them against a new version.
 */
export interface TemplateNode {
  readonly lineno: number;
  readonly colno: number;
  readonly value: string;
  readonly name: TemplateNode;
  readonly target: TemplateNode;
  readonly val: TemplateNode;
  readonly args: TemplateNode;
  readonly template: TemplateNode;
  readonly children: readonly TemplateNode[];
  findAll(type: unknown): TemplateNode[];
}

declare module "nunjucks" {
  export namespace runtime {
    /** Text for output, escaped unless it is a SafeString. */
    function suppressValue(value: unknown, autoescape: boolean): string;
  }
  interface TemplateCompiler {
    readonly templateName: string;
    compile(node: TemplateNode): void;
    getCode(): string;
    readonly buffer: string;
    _emit(code: string): void;
    _emitLine(code: string): void;
    _compileExpression(node: TemplateNode, frame: unknown): void;
    _compileAggregate(node: TemplateNode, frame: unknown, open: string, close: string): void;
    _getNodeName(node: TemplateNode): string;
    compileLiteral(node: TemplateNode): void;
    compileOutput(node: TemplateNode, frame: unknown): void;
    compileSymbol(node: TemplateNode, frame: unknown): void;
    compileLookupVal(node: TemplateNode, frame: unknown): void;
    compileFunCall(node: TemplateNode, frame: unknown): void;
    compileFilter(node: TemplateNode, frame: unknown): void;
  }
  export const compiler: {
    readonly Compiler: new (templateName: string, throwOnUndefined: boolean) => TemplateCompiler;
  };
  export const nodes: Readonly<
    Record<"Include" | "Extends" | "Import" | "FromImport" | "Filter" | "TemplateData", new () => TemplateNode>
  >;
  export const parser: { parse(source: string, extensions: readonly unknown[], options: object): TemplateNode };
}
