import nunjucks from "nunjucks";
import transformer from "nunjucks/src/transformer.js";
import { flattenTemplate, type TemplateSources } from "./flatten-template.ts";
import type { CompileFrame, TemplateNode } from "./nunjucks-internals.d.ts";

const { Compiler } = nunjucks.compiler;
const { nodes } = nunjucks;

/**
 * Nunjucks' compiler with every look-up made strict: a name that does not exist is a fault with its position, also
 * inside {% if %} and as the argument of a filter, where Nunjucks itself takes it for false or empty. The generated
 * code calls `env.lookupName`, `lookupMember`, `callFunction`, `applyFilter` and `outputValue`, which
 * `strictRuntime` provides.
 */
class StrictCompiler extends Compiler {
  /** Positions of look-ups and their numbers. Each is written once, so that all pages share one object. */
  readonly positions = new Map<string, number>();
  /** Names in them, of templates and of what is looked up, and their numbers. */
  readonly names = new Map<string, number>();

  override compileOutput(node: TemplateNode, frame: CompileFrame): void {
    for (const child of node.children) {
      this._emit(`${this.buffer} += `);
      if (child instanceof nodes.TemplateData) {
        this.compileLiteral(child);
      } else {
        this._emit("env.outputValue((");
        this._compileExpression(child, frame);
        this._emit(`), ${this.position(child, this._getNodeName(child))})`);
      }
      this._emitLine(";");
    }
  }

  override compileSymbol(node: TemplateNode, frame: CompileFrame): void {
    const local = frame.lookup(node.value);
    if (local) this._emit(local);
    else this._emit(`env.lookupName(context, frame, ${this.position(node, node.value)})`);
  }

  override compileLookupVal(node: TemplateNode, frame: CompileFrame): void {
    this._emit("env.lookupMember((");
    this._compileExpression(node.target, frame);
    this._emit("),");
    this._compileExpression(node.val, frame);
    this._emit(`, ${this.position(node.val)})`);
  }

  override compileFunCall(node: TemplateNode, frame: CompileFrame): void {
    this._emit("env.callFunction(");
    this._compileExpression(node.name, frame);
    this._emit(`, ${this.position(node.name, this._getNodeName(node.name))}, {context, args: `);
    this._compileAggregate(node.args, frame, "[", "]");
    this._emit("})");
  }

  override compileFilter(node: TemplateNode, frame: CompileFrame): void {
    this._emit(`env.applyFilter(${this.position(node.name, node.name.value)}, context, `);
    this._compileAggregate(node.args, frame, "[", "]");
    this._emit(")");
  }

  /**
   * A plain loop over a list becomes a plain loop of JavaScript: its names are local variables, and `loop` is made only
   * if the body asks for it. Bodies that reach other templates or set names need Nunjucks' frames and keep them.
   */
  override compileFor(node: TemplateNode, frame: CompileFrame): void {
    const needsFrames = [nodes.Include, nodes.Set, nodes.Macro, nodes.Caller, nodes.Block, nodes.Import];
    if (isDestructuring(node) || needsFrames.some((type) => node.body.findAll(type).length > 0)) {
      super.compileFor(node, frame);
      return;
    }
    const [list, index, item, loop] = [this._tmpid(), this._tmpid(), this._tmpid(), this._tmpid()];
    const inner = frame.push();
    inner.set(node.name.value, item);
    inner.set("loop", loop);
    this._emit(`var ${list} = `);
    this._compileExpression(node.arr, frame);
    this._emitLine(`; ${list} = ${list} ? runtime.fromIterator(${list}) : [];`);
    this._emitLine(`for (var ${index} = 0; ${index} < ${list}.length; ${index}++) {`);
    this._emitLine(`var ${item} = ${list}[${index}];`);
    if (node.body.findAll(nodes.Symbol).some(({ value }) => value === "loop")) {
      this._emitLine(`var ${loop} = env.loopAt(${index}, ${list}.length);`);
    }
    this._withScopedSyntax(() => this.compile(node.body, inner));
    this._emitLine("}");
    if (node.else_) {
      this._emitLine(`if (!${list}.length) {`);
      this._withScopedSyntax(() => this.compile(node.else_, frame));
      this._emitLine("}");
    }
  }

  private position({ lineno, colno, origin }: TemplateNode, name = ""): string {
    const template = numberIn(this.names, origin ?? this.templateName);
    const place = [template, lineno + 1, colno + 1, numberIn(this.names, name)].join();
    return `at[${numberIn(this.positions, place)}]`;
  }
}

function numberIn(numbers: Map<string, number>, value: string): number {
  const number = numbers.get(value) ?? numbers.size;
  numbers.set(value, number);
  return number;
}

/** `{% for key, value in … %}` */
function isDestructuring({ name }: TemplateNode): boolean {
  return name instanceof nodes.NodeList;
}

/**
 * Compiles a template with those it extends and includes to JavaScript that returns its functions. It is read at every start, so it is
 * short, and of ASCII alone, which Node decodes ten times as fast.
 */
export function compileTemplate(name: string, sources: TemplateSources): string {
  const compiler = new StrictCompiler(name, true);
  compiler.compile(transformer.transform(flattenTemplate(name, sources), []));
  const [names, places] = [JSON.stringify([...compiler.names.keys()]), [...compiler.positions.keys()].join()];
  return `${positionCode}var at = positions(${names}, [${places}]);\n${compiler.getCode()}`.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

const positionCode = `function positions(names, numbers) {
  var all = [];
  for (var i = 0; i < numbers.length; i += 4)
    all.push({template: names[numbers[i]], line: numbers[i + 1], column: numbers[i + 2], name: names[numbers[i + 3]]});
  return all;
}
`;
