import nunjucks from "nunjucks";
import { type Finding, finding } from "../core/diagnostics/finding.ts";
import { nearestName } from "../core/diagnostics/nearest.ts";
import { parse, writtenName } from "./flatten-template.ts";
import type { TemplateNode } from "./nunjucks-internals.d.ts";

const { nodes } = nunjucks;

/**
 * Checks all templates, also those that no page uses.
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
      ...references.map((reference) => {
        const nearest = nearestName(reference.value, sources.keys());
        return finding(
          "template/missing",
          `templates/${name}`,
          { name: reference.value, nearest },
          quotedLocation(reference),
        );
      }),
      ...unknown.map(({ name: filter }) => {
        const nearest = nearestName(filter.value, filters);
        return finding(
          "template/unknown-filter",
          `templates/${name}`,
          { name: filter.value, nearest },
          locationOf(filter),
        );
      }),
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
    const location = lineno ? { line: lineno, column: colno ?? 1 } : unclosedTag(source);
    return finding("template/syntax", `templates/${name}`, { reason }, location);
  }
}

/** Nunjucks gives no position for a tag without its end: take the innermost tag that is still open at the end. */
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

function locationOf({ value, lineno, colno }: TemplateNode) {
  return { line: lineno + 1, column: colno + 1, length: value.length };
}

/** The name of a template is written in quotation marks; its position is that of the first one. */
function quotedLocation(node: TemplateNode) {
  const location = locationOf(node);
  return { ...location, length: location.length + 2 };
}
