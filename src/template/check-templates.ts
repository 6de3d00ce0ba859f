import nunjucks from "nunjucks";
import { type Finding, finding } from "../core/diagnostics/finding.ts";
import { nearestName } from "../core/diagnostics/nearest.ts";
import { parse, writtenName } from "./flatten-template.ts";
import type { TemplateNode } from "./nunjucks-internals.d.ts";

const { nodes } = nunjucks;

/**
 * Looks through all templates, used or not, so that a mistake is found wherever it stands.
 *
 * Findings: template/syntax, template/missing, template/unknown-filter.
 */
export function checkTemplates(
  sources: ReadonlyMap<string, string>,
  ownFilters: readonly string[],
): readonly Finding[] {
  const filters = [...ownFilters, ...builtInFilters()];
  return [...sources].flatMap(([name, source]) => {
    const tree = parseOrExplain(name, source, sources);
    if ("code" in tree) return [tree];
    const references = [nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport]
      .flatMap((type) => tree.findAll(type))
      .filter((node) => !node.ignoreMissing && !sources.has(writtenName(node) ?? name))
      .map(({ template }) => template);
    const unknown = tree.findAll(nodes.Filter).filter(({ name: filter }) => !filters.includes(filter.value));
    return [
      ...references.map((reference) => unknownName("template/missing", name, reference, sources.keys())),
      ...unknown.map((filter) => unknownName("template/unknown-filter", name, filter.name, filters)),
    ];
  });
}

function builtInFilters(): readonly string[] {
  const { filters } = new nunjucks.Environment() as unknown as { filters: Readonly<Record<string, unknown>> };
  return Object.keys(filters);
}

function parseOrExplain(name: string, source: string, sources: ReadonlyMap<string, string>): TemplateNode | Finding {
  try {
    return parse(name, sources);
  } catch (error) {
    const { lineno, colno, message } = error as { lineno?: number; colno?: number; message: string };
    const reason = message.replace(/^\(.*?\)\s*|\[Line \d+, Column \d+\]\s*/g, "").trim();
    const spot = lineno ? { line: lineno, column: colno ?? 1 } : unclosedTag(source);
    return finding("template/syntax", `templates/${name}`, { reason }, spot);
  }
}

/** Nunjucks gives no position for a tag that is never closed: it is the innermost one still open at the end. */
function unclosedTag(source: string): { line: number; column: number; length: number } {
  const open: { tag: string; index: number; length: number }[] = [];
  for (const match of source.matchAll(/\{%-?\s*(end)?(if|for|block|macro|call|filter|set|raw)\b([^%]*)%\}/g)) {
    const [text, end, tag = "", rest = ""] = match;
    if (tag === "set" && rest.includes("=")) continue;
    if (end) open.pop();
    else open.push({ tag, index: match.index, length: text.length });
  }
  const { index, length } = open.at(-1) ?? { index: Math.max(0, source.trimEnd().length - 1), length: 1 };
  return {
    line: source.slice(0, index).split("\n").length,
    column: index - source.lastIndexOf("\n", index - 1),
    length,
  };
}

function unknownName(
  code: "template/missing" | "template/unknown-filter",
  template: string,
  { value: name, lineno, colno }: TemplateNode,
  known: Iterable<string>,
): Finding {
  // The position of a template's name is that of its opening quotation mark.
  const quotes = code === "template/missing" ? 2 : 0;
  const spot = { line: lineno + 1, column: colno + 1, length: name.length + quotes };
  return finding(code, `templates/${template}`, { name, nearest: nearestName(name, known) }, spot);
}
