import { isNode, isScalar, isSeq, parseDocument as parseYaml, type Scalar } from "yaml";
import { practiceFields } from "../../core/model/fields/practice-fields.ts";

/** The id that a practice had, and the one that it gets. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
}

/** Fields that may name other practices by id. */
const referring = practiceFields.flatMap((field) => ("refers" in field ? [field.name] : []));

/** Code, which shows what is typed and links nothing; or the rest of a line of it. */
const code = /^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))|(`+)(?!`)[\s\S]*?[^`]\2(?!`)/.source;

/** Replaces the practice that links of a Markdown text lead to. */
export function renameLinks(text: string, { from, to }: Renaming): string {
  const links = new RegExp(`${code}|practice:${from}(?![\\w-])`, "gm");
  return text.replace(links, (found) => (found === `practice:${from}` ? `practice:${to}` : found));
}

/** Replaces an id in the lists of a YAML text that name practices. @param keys the keys of these lists */
export function renameInLists(yaml: string, { from, to }: Renaming, keys: readonly string[] = referring): string {
  const document = parseYaml(yaml);
  const found = keys.flatMap((key) => {
    const list: unknown = document.get(key, true);
    return isSeq(list) ? list.items.filter((item): item is Scalar => isScalar(item)) : [];
  });
  const replacements = found.flatMap(({ value, range }) => {
    const [start = 0, end = 0] = range ?? [];
    if (value === from) return [{ start, end, text: to }];
    return value === `practice:${from}` ? [{ start, end, text: `practice:${to}` }] : [];
  });
  return splice(yaml, replacements);
}

/** Adds an address to those that lead to a text. @param yaml the lines between the fences */
export function addAlias(yaml: string, alias: string): string {
  const list: unknown = parseYaml(yaml).get("aliases", true);
  const lineEnd = yaml.includes("\r\n") ? "\r\n" : "\n";
  if (list === undefined)
    return `${yaml}${yaml === "" || yaml.endsWith("\n") ? "" : lineEnd}aliases: [${alias}]${lineEnd}`;
  if (!isNode(list)) return yaml;
  const [start = 0, end = 0] = list.range ?? [];
  const last = isSeq(list) ? list.items.at(-1) : undefined;
  if (!isSeq(list) || !isScalar(last)) {
    // One address without a list, or a field that nobody has filled in.
    const written = isScalar(list) && list.value !== null ? `${yaml.slice(start, end)}, ` : "";
    const space = yaml[start - 1] === ":" ? " " : "";
    return splice(yaml, [{ start, end, text: `${space}[${written}${alias}]` }]);
  }
  if (list.items.some((item) => isScalar(item) && item.value === alias)) return yaml;
  const [itemStart = 0, itemEnd = 0] = last.range ?? [];
  const lineStart = yaml.lastIndexOf("\n", itemStart) + 1;
  const bullet = /^\s*-\s*/.exec(yaml.slice(lineStart))?.[0] ?? "- ";
  const text = list.flow ? `, ${alias}` : `${lineEnd}${bullet}${alias}`;
  return splice(yaml, [{ start: itemEnd, end: itemEnd, text }]);
}

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function splice(text: string, replacements: readonly Replacement[]): string {
  return [...replacements]
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end, text: put }) => all.slice(0, start) + put + all.slice(end), text);
}
