import { type Finding, finding } from "../../../core/diagnostics/finding.ts";
import { clip, locationIn, type Sight } from "./look.ts";
import type { ShownLine } from "./shown-lines.ts";

/** Also the private signs that Word has for its bullets. */
const bullet = /^\s*[•▪◦●‣∙▸►⁃■□○◆➢➤❖\uf0b7\uf0a7\uf0d8]/u;
/** They also begin a line of speech, or an aside: alone they are no list. */
const dash = /^\s*[–—·→✓✔o](?=\s)/;
const letter = /^\s*(?:\(?(?:\p{L}|[ivx]{1,4})\)|\(\d{1,2}\)|[абab]\.)(?=\s)/u;
const number = /^\s*\d{1,2}[.)](?=\s)/;
const row = /^\s*\|.*\|\s*$/;
const rule = /^\s*(?:\|\s*)?:?[-–—]+:?\s*(?:\|\s*:?[-–—]+:?\s*)+(?:\|\s*)?$/;

/** Finds lists and tables that are none: their lines run together into one paragraph. */
export function findRunTogether(lines: readonly ShownLine[], sight: Sight): readonly Finding[] {
  return [...findTable(lines, sight), ...findList(lines, sight)];
}

function findTable(lines: readonly ShownLine[], sight: Sight): readonly Finding[] {
  const ruleAt = lines.findIndex(({ text }) => rule.test(text));
  const rows = lines.filter(({ text }) => row.test(text));
  const head = ruleAt > 0 ? lines[ruleAt - 1] : rows.length > 1 || isRow(rows[0]) ? rows[0] : undefined;
  if (!head?.text.includes("|")) return [];
  const columns = head.text
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|").length;
  const fixed = `|${"---|".repeat(columns)}`;
  const isSure = false;
  const kind = ruleAt > 0 ? "table-rule" : "table";
  const { line, text } = ruleAt > 0 ? (lines[ruleAt] ?? head) : head;
  return [
    finding(
      "markdown/raw-markup",
      sight.look.file,
      { kind, written: clip(text), fixed, isSure },
      locationIn(sight, line),
    ),
  ];
}

/** A line alone is a row if its bars stand apart from the words: |x| may be a sign of mathematics. */
function isRow(line: ShownLine | undefined): boolean {
  return /\s\|\s/.test(/^\s*\|\s(.*)\s\|\s*$/.exec(line?.text ?? "")?.[1] ?? "");
}

function findList(lines: readonly ShownLine[], sight: Sight): readonly Finding[] {
  const joined = lines.filter(({ after }) => after !== "hardbreak");
  const run = (pattern: RegExp): ShownLine | undefined => {
    const found = joined.filter(({ text }) => pattern.test(text));
    return found.length > 1 ? found[0] : undefined;
  };
  const first = lines.find(({ text }) => bullet.test(text)) ?? run(dash);
  const lettered = run(letter);
  // A number above 1 begins no list inside a paragraph.
  const numbered = run(number);
  const found = first ?? lettered ?? numbered;
  if (!found) return [];
  const { text, line } = found;
  const kind = first ? "bullet" : lettered ? "letter" : "number";
  const plain = clip(text);
  const fixed = first ? plain.replace(/^\S\s*/u, "- ") : lettered ? `- ${plain}` : plain;
  const parameters = { kind, written: plain, fixed, isSure: bullet.test(text) } as const;
  return [finding("markdown/raw-markup", sight.look.file, parameters, locationIn(sight, line, text.trim()))];
}
