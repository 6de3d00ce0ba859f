import { isMap, isScalar, type Node, parseDocument, type Scalar } from "yaml";
import { onlyDay } from "../core/language/calendar-day.ts";
import { withoutInvisible } from "../core/language/clean-text.ts";
import type { Language } from "../core/language/language.ts";
import { plainName } from "../core/language/names.ts";
import type { Field } from "../core/model/fields/field.ts";
import type { Vocabulary } from "../core/model/site.ts";
import { quoteValue } from "./explain-yaml.ts";
import { createRepairFinder, type FieldRepair } from "./find-repairs.ts";
import { endOfQuotation, findFrontMatter, linesInside, repairLines } from "./front-matter-lines.ts";
import { isYamlField } from "./parse-yaml.ts";
import { loadFields } from "./plain-yaml.ts";
import { indentQuotation } from "./read-fields.ts";
import { isFieldName } from "./schema/field-names.ts";
import { readDay, splitValues } from "./schema/fields.ts";
import { createPlaceFinder, createThemeFinder } from "./schema/vocabulary-fields.ts";

/**
 * Writes the front matter of a text as it can only be meant, as reading understands it; dates in another form too. Values that can be meant
 * in two ways, and the inside of texts, stay.
 */
export function fixFrontMatter(
  text: string,
  language: Language,
  {
    fields,
    vocabulary,
  }: { readonly fields: readonly Field[]; readonly vocabulary: Pick<Vocabulary, "themes" | "places"> },
): string {
  const front = findFrontMatter(text, isFieldName);
  if ("problem" in front) return text;
  const lines = quoteColons(indentQuotations(front.lines));
  const inside = linesInside(lines);
  const plain = lines.map((line, index) => (inside.has(index) ? line : withoutInvisible(line).trimEnd()));
  const readDate = (written: string) => readDay(written) ?? onlyDay(plainName(written), language);
  const fixed = fixFields(bracketLists(plain, fields, vocabulary), createRepairFinder(fields, vocabulary, readDate));
  return ["---", ...fixed, "---", ...text.split("\n").slice(front.close)].join("\n");
}

/** Writes the lines of a YAML file as they can only be meant. */
export function fixYaml(text: string): string {
  const { lines } = repairLines(text.split("\n"), isYamlField);
  const inside = linesInside(lines);
  const plain = lines.map((line, index) => (inside.has(index) ? line : withoutInvisible(line).trimEnd()));
  return isReadable(plain) ? plain.join("\n") : text;
}

/** Quotations that go on in lines that are not indented. */
function indentQuotations(lines: readonly string[]): readonly string[] {
  if (isReadable(lines)) return lines;
  const indented = [...lines];
  for (const index of lines.keys()) {
    const end = endOfQuotation(lines, index);
    if (end > index) indentQuotation(indented, index, end);
  }
  return isReadable(indented) ? indented : lines;
}

/** A field whose value has no quotation marks and a colon. */
const colonInValue = /^(\s*(?:- )?[\w-]+:\s+)([^\s"'[\]{}|>&*!%@`#,].*:(?:\s.*)?)$/;

/** Values with a colon in quotation marks. A value that holds the name of a field may be two fields in one line, and stays. */
function quoteColons(lines: readonly string[]): readonly string[] {
  if (isReadable(lines)) return lines;
  const inside = linesInside(lines);
  const quoted = lines.map((line, index) => {
    const [, head = "", value = ""] = colonInValue.exec(line) ?? [];
    const isField = [...value.matchAll(/([\w-]+):(?=\s|$)/g)].some(([, name = ""]) => isFieldName(name));
    return head === "" || isField || inside.has(index) ? line : head + quoteValue(value.trimEnd());
  });
  return isReadable(quoted) ? quoted : lines;
}

/** Lists of themes and places in brackets, where each part between the commas is one. */
function bracketLists(
  lines: readonly string[],
  fields: readonly Field[],
  vocabulary: Pick<Vocabulary, "themes" | "places">,
): readonly string[] {
  const findTheme = createThemeFinder(vocabulary);
  const findPlaces = createPlaceFinder(vocabulary);
  const isKnown = { theme: (part: string) => findTheme(part), municipality: (part: string) => findPlaces(part)[0] };
  return lines.map((line) => {
    const [, head = "", name = "", value = ""] = /^((\w+):\s+)([\p{L}\d][\p{L}\d ,;-]*)$/u.exec(line) ?? [];
    const field = fields.find((row) => row.name === name);
    const kind = field?.kind === "list" ? field.of.kind : undefined;
    if (kind !== "theme" && kind !== "municipality") return line;
    const parts = splitValues(value);
    if (parts.length < 2 || isKnown[kind](value) || !parts.every(isKnown[kind])) return line;
    return `${head}[${parts.join(", ")}]`;
  });
}

function isReadable(lines: readonly string[]): boolean {
  try {
    loadFields(lines.join("\n"));
    return true;
  } catch {
    return false;
  }
}

function fixFields(lines: readonly string[], findRepairs: ReturnType<typeof createRepairFinder>): readonly string[] {
  if (!isReadable(lines)) return lines;
  const yaml = lines.join("\n");
  const { repairs } = findRepairs(loadFields(yaml));
  if (repairs.length === 0) return lines;
  const document = parseDocument(yaml, { schema: "failsafe" });
  const edits = repairs.flatMap((repair) => editOf(repair, document.contents, yaml)).sort((a, b) => b.from - a.from);
  const fixed = edits.reduce((text, { from, to, put }) => text.slice(0, from) + put + text.slice(to), yaml).split("\n");
  return isReadable(fixed) ? fixed : lines;
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly put: string;
}

/** The place of a key or value in the YAML, and what comes there. Quotation marks stay. */
function editOf({ field, on, meant }: FieldRepair, root: Node | null, yaml: string): readonly Edit[] {
  let node: unknown = root;
  let key: Scalar | undefined;
  for (const step of field) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === String(step));
      key = pair && isScalar(pair.key) ? pair.key : undefined;
      node = pair?.value;
    } else if (typeof step === "number" && node && typeof node === "object" && "items" in node) {
      node = (node.items as unknown[])[step];
    }
  }
  const target = on === "key" ? key : node;
  const range = isScalar(target) ? target.range : undefined;
  if (!range) return [];
  const written = yaml.slice(range[0], range[1]);
  const [quote = ""] = /^["']/.exec(written) ?? [];
  return [{ from: range[0], to: range[1], put: quote + meant + quote }];
}
