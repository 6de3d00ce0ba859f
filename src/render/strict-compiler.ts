import nunjucks from "nunjucks";
import transformer from "nunjucks/src/transformer.js";
import type { TemplateNode } from "./nunjucks-internals.d.ts";

const { Compiler } = nunjucks.compiler;

/**
 * Nunjucks' compiler with every look-up made strict: a name that does not exist is a fault with its position, also
 * inside {% if %} and as the argument of a filter, where Nunjucks itself takes it for false or empty. The generated
 * code calls `env.lookupName`, `lookupMember`, `callFunction`, `applyFilter` and `outputValue`, which `createTemplates` provides.
 */
class StrictCompiler extends Compiler {
  override compileOutput(node: TemplateNode, frame: unknown): void {
    for (const child of node.children) {
      this._emit(`${this.buffer} += `);
      if (child instanceof nunjucks.nodes.TemplateData) {
        this.compileLiteral(child);
      } else {
        this._emit("env.outputValue((");
        this._compileExpression(child, frame);
        this._emit(`), ${JSON.stringify(this._getNodeName(child))}, ${this.position(child)})`);
      }
      this._emitLine(";");
    }
  }

  override compileSymbol(node: TemplateNode, frame: { lookup(name: string): string | undefined }): void {
    const local = frame.lookup(node.value);
    if (local) this._emit(local);
    else this._emit(`env.lookupName(context, frame, ${JSON.stringify(node.value)}, ${this.position(node)})`);
  }

  override compileLookupVal(node: TemplateNode, frame: unknown): void {
    this._emit("env.lookupMember((");
    this._compileExpression(node.target, frame);
    this._emit("),");
    this._compileExpression(node.val, frame);
    this._emit(`, ${this.position(node.val)})`);
  }

  override compileFunCall(node: TemplateNode, frame: unknown): void {
    this._emit("env.callFunction(");
    this._compileExpression(node.name, frame);
    this._emit(`, ${JSON.stringify(this._getNodeName(node.name))}, context, `);
    this._compileAggregate(node.args, frame, "[", "]");
    this._emit(`, ${this.position(node.name)})`);
  }

  override compileFilter(node: TemplateNode, frame: unknown): void {
    this._emit(`env.applyFilter(${JSON.stringify(node.name.value)}, context, `);
    this._compileAggregate(node.args, frame, "[", "]");
    this._emit(`, ${this.position(node.name)})`);
  }

  private position({ lineno, colno }: TemplateNode): string {
    return `{template: ${JSON.stringify(this.templateName)}, line: ${lineno + 1}, column: ${colno + 1}}`;
  }
}

export interface CompiledTemplate {
  /** Names of templates that it includes, extends or imports. */
  readonly references: readonly TemplateReference[];
  readonly filters: readonly TemplateReference[];
  /** JavaScript that returns the template's functions. */
  readonly code: string;
}

export interface TemplateReference {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** Compiles a template's source. Throws Nunjucks' TemplateError, with `lineno` and `colno`, on a syntax error. */
export function compileTemplate(name: string, source: string): CompiledTemplate {
  const tree = nunjucks.parser.parse(source, [], { trimBlocks: true, lstripBlocks: true });
  const { nodes } = nunjucks;
  const references = [nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport].flatMap((type) =>
    tree
      .findAll(type)
      .flatMap(({ template }: TemplateNode) => (typeof template.value === "string" ? [referenceTo(template)] : [])),
  );
  const filters = tree.findAll(nodes.Filter).map((node: TemplateNode) => referenceTo(node.name));
  const compiler = new StrictCompiler(name, true);
  compiler.compile(transformer.transform(tree, []));
  return { references, filters, code: compiler.getCode() };
}

function referenceTo({ value, lineno, colno }: TemplateNode): TemplateReference {
  return { name: value, line: lineno + 1, column: colno + 1 };
}
