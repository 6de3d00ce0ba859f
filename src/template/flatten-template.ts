import nunjucks from "nunjucks";
import type { TemplateNode } from "./nunjucks-internals.d.ts";

const { nodes } = nunjucks;

/** A type test that does not narrow: all nodes have one type here. */
function isA(value: unknown, type: new (...args: never[]) => TemplateNode): boolean {
  return value instanceof type;
}

/** What only works as a template of its own: inlined, its names would reach the templates around it. */
const ownScope = [nodes.Set, nodes.Macro, nodes.Import, nodes.FromImport, nodes.Block, nodes.Extends];

/**
 * Parses a template together with the ones it extends and includes, as one tree without seams. Rendering it needs no
 * look-up of other templates, no copied contexts and no callbacks, which is most of what Nunjucks costs a page.
 *
 * Templates that set names, define macros or are named by an expression stay apart; they work as ever. Every node keeps
 * the name of the template it was written in (`origin`).
 *
 * @param sources the templates of one site; pass the same value for all of them, so that partials are parsed once
 */
export function flattenTemplate(name: string, sources: TemplateSources): TemplateNode {
  const tree = join(name, sources, []);
  // Blocks are kept until the end, and for good where a template that could not be joined may still fill them.
  if (tree.findAll(nodes.Extends).length === 0 && !usesSuper(tree) && !isExtended(name, sources.texts))
    dissolveBlocks(tree);
  return tree;
}

/** Whether a template names this one as its parent, or names its parent by an expression. */
function isExtended(name: string, sources: ReadonlyMap<string, string>): boolean {
  return [...sources.values()].some((source) => {
    const parent = /\{%-?\s*extends\s+(?:(["'])(.*?)\1)?/.exec(source);
    return parent !== null && (parent[2] === undefined || parent[2] === name);
  });
}

/** The templates of a site. */
export interface TemplateSources {
  /** By name, such as `partials/header.njk`. */
  readonly texts: ReadonlyMap<string, string>;
  /** Partials that are joined already, by name. Most stand in every page, and nothing changes them once they are joined. */
  readonly joinedPartials: Map<string, TemplateNode>;
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

function inlineIncludes(node: TemplateNode, sources: TemplateSources, path: readonly string[]): void {
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

function inlined(include: TemplateNode, sources: TemplateSources, path: readonly string[]): TemplateNode | undefined {
  const name = writtenName(include);
  const { texts, joinedPartials } = sources;
  if (typeof name !== "string" || !texts.has(name) || path.includes(name)) return undefined;
  const known = joinedPartials.get(name);
  if (known) return known;
  const tree = parse(name, texts);
  if (ownScope.some((type) => tree.findAll(type).length > 0)) return undefined;
  inlineIncludes(tree, sources, [...path, name]);
  const joined = new nodes.NodeList(tree.lineno, tree.colno, tree.children);
  // What still includes something could be joined further where it stands on another path.
  if (joined.findAll(nodes.Include).length === 0) joinedPartials.set(name, joined);
  return joined;
}

/** The template with its includes, its blocks put into the one it extends. */
function join(name: string, sources: TemplateSources, path: readonly string[]): TemplateNode {
  const tree = parse(name, sources.texts);
  inlineIncludes(tree, sources, [name]);
  const [extension, ...others] = tree.findAll(nodes.Extends);
  const parent = extension && writtenName(extension);
  const isPlain = others.length === 0 && !usesSuper(tree) && tree.children.every(belongsToBlocks);
  if (parent === undefined || !isPlain || !sources.texts.has(parent) || [name, ...path].includes(parent)) return tree;
  const layout = join(parent, sources, [name, ...path]);
  if (layout.findAll(nodes.Extends).length > 0) return tree;
  const bodies = new Map(tree.findAll(nodes.Block).map((block) => [block.name.value, block.body]));
  visitBlocks(layout, (block) => {
    block.body = bodies.get(block.name.value) ?? block.body;
    return block;
  });
  return layout;
}

/** `{{ super() }}` needs both versions of a block. */
function usesSuper(tree: TemplateNode): boolean {
  return tree.findAll(nodes.FunCall).some(({ name }) => name.value === "super");
}

function belongsToBlocks(node: TemplateNode): boolean {
  return isA(node, nodes.Block) || isA(node, nodes.Extends) || isSpace(node);
}

function isSpace(node: TemplateNode): boolean {
  return (
    isA(node, nodes.Output) &&
    node.children.every((child) => isA(child, nodes.TemplateData) && child.value.trim() === "")
  );
}

function dissolveBlocks(tree: TemplateNode): void {
  visitBlocks(tree, (block) => block.body);
}

/** Replaces every block by what `visit` makes of it, the outer ones first. */
function visitBlocks(node: TemplateNode, visit: (block: TemplateNode) => TemplateNode): void {
  if (isA(node, nodes.NodeList)) {
    node.children = node.children.map((child) => (isA(child, nodes.Block) ? visit(child) : child));
    for (const child of node.children) visitBlocks(child, visit);
    return;
  }
  node.iterFields((field) => {
    if (isA(field, nodes.Node)) visitBlocks(field as TemplateNode, visit);
  });
}
