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
  readonly arr: TemplateNode;
  body: TemplateNode;
  readonly ignoreMissing: boolean | null;
  readonly else_: TemplateNode | null;
  /** Of a list of nodes. */
  children: TemplateNode[];
  /** Name of the template it was written in; set by `parse`. */
  origin?: string;
  iterFields(visit: (field: unknown) => void): void;
  findAll(type: unknown): TemplateNode[];
}

/** Names known while compiling, with the JavaScript variables they are held in. */
export interface CompileFrame {
  lookup(name: string): string | undefined;
  set(name: string, variable: string): void;
  push(): CompileFrame;
}

declare module "nunjucks" {
  export namespace runtime {
    /** Text for output, escaped unless it is a SafeString. */
    function suppressValue(value: unknown, autoescape: boolean): string;
  }
  interface TemplateCompiler {
    readonly templateName: string;
    compile(node: TemplateNode | null, frame?: CompileFrame): void;
    getCode(): string;
    readonly buffer: string;
    _emit(code: string): void;
    _emitLine(code: string): void;
    _compileExpression(node: TemplateNode, frame: CompileFrame): void;
    _compileAggregate(node: TemplateNode, frame: CompileFrame, open: string, close: string): void;
    _getNodeName(node: TemplateNode): string;
    compileLiteral(node: TemplateNode): void;
    compileOutput(node: TemplateNode, frame: CompileFrame): void;
    compileSymbol(node: TemplateNode, frame: CompileFrame): void;
    compileLookupVal(node: TemplateNode, frame: CompileFrame): void;
    compileFunCall(node: TemplateNode, frame: CompileFrame): void;
    compileFor(node: TemplateNode, frame: CompileFrame): void;
    _tmpid(): string;
    _withScopedSyntax(body: () => void): void;
    compileFilter(node: TemplateNode, frame: CompileFrame): void;
  }
  export const compiler: {
    readonly Compiler: new (templateName: string, throwOnUndefined: boolean) => TemplateCompiler;
  };
  type NodeType = new (line: number, column: number, children?: TemplateNode[]) => TemplateNode;
  type NodeName =
    | "Node"
    | "NodeList"
    | "Include"
    | "Extends"
    | "Import"
    | "FromImport"
    | "Filter"
    | "TemplateData"
    | "Output"
    | "Set"
    | "Macro"
    | "Caller"
    | "Block"
    | "FunCall"
    | "Symbol";
  export const nodes: Readonly<Record<NodeName, NodeType>>;
  export const parser: { parse(source: string, extensions: readonly unknown[], options: object): TemplateNode };
}
