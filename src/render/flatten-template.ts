import nunjucks from "nunjucks";
import type { TemplateNode } from "./nunjucks-internals.d.ts";

const { nodes } = nunjucks;

/** A type test that does not narrow: all nodes have one type here. */
function isA(value: unknown, type: new (...args: never[]) => TemplateNode): boolean {
  return value instanceof type;
}

/** What only works as a template of its own: inlined, its names would reach the templates around it. */
const ownScope = [nodes.Set, nodes.Macro, nodes.Import, nodes.FromImport, nodes.Block, nodes.Extends, nodes.Super];

/**
 * Parses a template together with the ones it extends and includes, as one tree without seams. Rendering it needs no
 * look-up of other templates, no copied contexts and no callbacks, which is most of what Nunjucks costs a page.
 *
 * Templates that set names, define macros or are named by an expression stay apart; they work as ever. Every node keeps
 * the name of the template it was written in (`origin`).
 *
 * @param sources text by template name
 */
export function flattenTemplate(name: string, sources: ReadonlyMap<string, string>): TemplateNode {
  const tree = parse(name, sources);
  inlineIncludes(tree, sources, [name]);
  return joinParent(tree, sources);
}

/** Parses one template. Throws Nunjucks' TemplateError, with `lineno` and `colno`, on a syntax error. */
export function parse(name: string, sources: ReadonlyMap<string, string>): TemplateNode {
  const tree = nunjucks.parser.parse(sources.get(name) ?? "", [], { trimBlocks: true, lstripBlocks: true });
  for (const node of [tree, ...tree.findAll(nodes.Node)]) node.origin = name;
  return tree;
}

/** The name of the template that an include, extends or import asks for, unless an expression gives it. */
export function writtenName({ template }: TemplateNode): string | undefined {
  return typeof template.value === "string" && !isA(template, nodes.Symbol) ? template.value : undefined;
}

function inlineIncludes(node: TemplateNode, sources: ReadonlyMap<string, string>, path: readonly string[]): void {
  if (isA(node, nodes.NodeList)) {
    node.children = node.children.map((child) => {
      const included = isA(child, nodes.Include) ? inlined(child, sources, path) : undefined;
      if (!included) inlineIncludes(child, sources, path);
      return included ?? child;
    });
    return;
  }
  node.iterFields((field) => {
    if (isA(field, nodes.Node)) inlineIncludes(field as TemplateNode, sources, path);
  });
}

function inlined(
  include: TemplateNode,
  sources: ReadonlyMap<string, string>,
  path: readonly string[],
): TemplateNode | undefined {
  const name = writtenName(include);
  if (typeof name !== "string" || !sources.has(name) || path.includes(name)) return undefined;
  const tree = parse(name, sources);
  if (ownScope.some((type) => tree.findAll(type).length > 0)) return undefined;
  inlineIncludes(tree, sources, [...path, name]);
  return new nodes.NodeList(tree.lineno, tree.colno, tree.children);
}

/** Puts the blocks of a template into the one it extends. */
function joinParent(tree: TemplateNode, sources: ReadonlyMap<string, string>): TemplateNode {
  const [parent, ...others] = tree.findAll(nodes.Extends);
  const name = parent && writtenName(parent);
  if (others.length > 0 || typeof name !== "string" || !sources.has(name) || tree.findAll(nodes.Super).length > 0)
    return tree;
  const outside = tree.children.filter(
    (child) => !(isA(child, nodes.Block) || isA(child, nodes.Extends) || isSpace(child)),
  );
  if (outside.length > 0) return tree;
  const layout = flattenTemplate(name, sources);
  if (layout.findAll(nodes.Extends).length > 0) return tree;
  const blocks = new Map(tree.findAll(nodes.Block).map((block) => [block.name.value, block.body]));
  fillBlocks(layout, blocks);
  return layout;
}

function isSpace(node: TemplateNode): boolean {
  return (
    isA(node, nodes.Output) &&
    node.children.every((child) => isA(child, nodes.TemplateData) && child.value.trim() === "")
  );
}

function fillBlocks(node: TemplateNode, blocks: ReadonlyMap<string, TemplateNode>): void {
  if (!isA(node, nodes.NodeList)) {
    node.iterFields((field) => {
      if (isA(field, nodes.Node)) fillBlocks(field as TemplateNode, blocks);
    });
    return;
  }
  node.children = node.children.map((child) => {
    if (isA(child, nodes.Block)) {
      const body = blocks.get(child.name.value) ?? child.body;
      fillBlocks(body, blocks);
      return body;
    }
    fillBlocks(child, blocks);
    return child;
  });
}
