import { type Finding, finding } from "../../../core/diagnostics/finding.ts";
import type { RawMarkup } from "../../../core/diagnostics/kinds.ts";
import { nearestName } from "../../../core/diagnostics/nearest.ts";
import { clip, locationIn, none, type Sight } from "./look.ts";
import { findRunTogether } from "./run-together.ts";
import { hidden, type ShownLine, shownLines } from "./shown-lines.ts";

/** Markup in a line that readers see as it was typed. */
interface Raw {
  readonly kind: RawMarkup;
  readonly written: string;
  /** The same as it would take; "" where it should be deleted. */
  readonly fixed: string;
  /** It can only be meant in one way. */
  readonly isSure?: boolean;
}

/** What a text must have to be looked at closely. */
const suspicious =
  /[*_~]{2}|```|:::|[[{|<•▪◦●‣∙▸►⁃■□○◆➢➤❖\uf0b7\uf0a7\uf0d8]|(?:^|\n)\s*#|&(?:nbsp|amp|quot|[lrb]d?aquo|[mn]dash)/;
/** Lines that may run together. */
const lineStart = /\n\s*(?:[–—·→✓✔o]|\(?[\p{L}\d]{1,4}[).])/u;

/** Finds markup that did not take: text that readers see with its signs. */
export function findRawMarkup(sight: Sight, index: number): readonly Finding[] {
  const token = sight.tokens[index];
  if (!token || !(suspicious.test(token.content) || lineStart.test(token.content))) return none;
  const lines = shownLines(token);
  const isItem = sight.tokens[index - 2]?.type === "list_item_open";
  return [
    ...findRunTogether(lines, sight),
    ...lines.flatMap((line) => (suspicious.test(line.text) ? findInLine(line, isItem, sight) : none)),
  ];
}

function findInLine(line: ShownLine, isItem: boolean, sight: Sight): readonly Finding[] {
  const { look } = sight;
  const notes = findLoneMarks(line, sight);
  const isBeginning = isItem && line.after === "start";
  const raw = rules.flatMap((rule) => rule(line, isBeginning));
  return [
    ...notes,
    ...raw.map(({ kind, written, fixed, isSure = false }) => {
      const shown = written.replaceAll(hidden, "");
      const location = locationIn(sight, line.line, written, written.split(hidden)[0] ?? "");
      return finding(
        "markdown/raw-markup",
        look.file,
        { kind, written: clip(shown), fixed: fixed.replaceAll(hidden, "…"), isSure },
        location,
      );
    }),
  ];
}

/** Marks of footnotes that are nowhere. */
function findLoneMarks({ text, line }: ShownLine, sight: Sight): readonly Finding[] {
  const known = Object.keys(sight.env.footnotes?.refs ?? {}).map((key) => key.slice(1));
  return [...text.matchAll(/\[\^([^\][]+)\]/g)].map(({ 0: mark, 1: label = "" }) => {
    const nearest = nearestName(label, known) ?? (known.length === 1 ? known[0] : undefined);
    return finding("markdown/missing-note", sight.look.file, { mark, nearest }, locationIn(sight, line, mark));
  });
}

type Rule = (line: ShownLine, isItem: boolean) => readonly Raw[];

const all = (pattern: RegExp, make: (match: RegExpExecArray) => Raw | undefined): Rule => {
  return ({ text }) => [...text.matchAll(pattern)].flatMap((match) => make(match) ?? []);
};

/** Bare addresses hold any signs. */
const address = /(?:https?:\/\/|www\.)[^\s()<>]*/g;

const rules: readonly Rule[] = [
  emphasis,
  all(/^([\s\u200b]*)(#+)([\s\u200b]*)(.*)$/g, readHeading),
  all(/\[\[([^[\]\n]+)\]\]/g, ([written, name = ""]) =>
    /^_?toc_?$/i.test(name)
      ? { kind: "code", written, fixed: "" }
      : { kind: "wiki-link", written, fixed: `[${name.split("|").at(-1)}](practice:…)` },
  ),
  all(/\{\{.*?(?:\}\}|$)|\{%.*?(?:%\}|$)|<%.*?(?:%>|$)|^\[toc\]$|^:::.*$/gi, ([written]) => ({
    kind: "code",
    written,
    fixed: "",
  })),
  all(/\{(?:[#.:]\s*[^\s{}][^{}]*|lang=[^{}]*)\}/g, ([written]) => ({
    kind: "attributes",
    written,
    fixed: written.startsWith("{lang") ? "[…]{lang=en}" : "",
  })),
  all(/(\[[^[\]]*\])(\s*)\(([^()]*(?:\([^()]*\)?)*)\)?/g, readLink),
  all(/(\[[^[\]]+\])\[[^[\]]*\]/g, ([written, text = ""]) =>
    /\p{L}/u.test(text) ? { kind: "reference", written, fixed: `${text}(https://…)` } : undefined,
  ),
  all(/`{3,}|&(?:nbsp|amp|quot|[lr]aquo|[bl]dquo|[mn]dash)\b/g, ([written]) =>
    written.startsWith("`")
      ? { kind: "backticks", written, fixed: "```" }
      : { kind: "entity", written, fixed: `${written};` },
  ),
  ({ text }, isItem) => {
    const [written] = (isItem && /^\[[ xXхХ]\](?=\s)/.exec(text)) || [];
    return written ? [{ kind: "checkbox", written, fixed: "" }] : [];
  },
  ({ text, after }) => {
    const [written] = (after === "softbreak" && /^\[[^[\]]+\]:\s*\S/.exec(text)) || [];
    return written ? [{ kind: "definition", written, fixed: text }] : [];
  },
];

/** `##\u00a0Заглавие`, `##Заглавие` and seven signs; a single # before a word is a name of a theme on other sites. */
function readHeading([, lead = "", signs = "", space = "", title = ""]: RegExpExecArray): Raw | undefined {
  const isOdd = /[\u00a0\u2000-\u200b\u202f\u3000]/.test(lead + space);
  if (title === "" || (signs === "#" && !isOdd) || (space !== "" && !isOdd && signs.length < 7)) return undefined;
  const isSure = signs.length < 7 && (isOdd || /^\p{Lu}/u.test(title));
  return { kind: "heading", written: lead + signs + space, fixed: `${signs.slice(0, 6)} ${clip(title)}`, isSure };
}

/** `[текст] (https://…)` and a link without its end. An address with spaces is found where links are prepared. */
function readLink([written, text = "", space = "", target = ""]: RegExpExecArray): Raw | undefined {
  const address = target.trim();
  if (space === "" ? written.endsWith(")") && /[\s()]/.test(address) : !startsAddress.test(address)) return undefined;
  return { kind: "link", written, fixed: `${text}(${written.endsWith(")") ? address : address.split(/\s/)[0]})` };
}

/** Words in parentheses behind words in brackets are prose. */
const startsAddress = /^(?:https?:|www\.|mailto:|tel:|practice:|page:|\/?media\/)/i;

const pair = /((?<!\p{L})\p{L}+)?(\*\*|__|~~)(?!\2)([^*\n]{0,1000}?)\2(?![*_~])([\p{L}\d]*)/gu;

/** `**Цел:**три`, `** Цел **`, and signs that stand alone. */
function emphasis({ text: shown }: ShownLine): readonly Raw[] {
  const text = shown.replace(address, (found) => hidden.repeat(found.length));
  const pairs = [...text.matchAll(pair)].flatMap((match) => readPair(match) ?? []);
  const [lone] = /\*\*+/.exec(text.replace(pair, "")) ?? [];
  return lone ? [...pairs, { kind: "lone-sign", written: lone, fixed: escapeSigns(lone) }] : pairs;
}

function readPair([written, before = "", sign = "", inside = "", after = ""]: RegExpExecArray): Raw | undefined {
  if (sign === "__" && !/\p{L}/u.test(inside)) return undefined;
  // Signs beside a quotation mark or a full stop take only if a space divides them from the next word.
  const left = before && /^\P{L}/u.test(inside) ? " " : "";
  const right = after && /[^\p{L}\d]$/u.test(inside) ? " " : "";
  const taken = `${before}${left}${sign}${inside.trim()}${sign}${right}${after}`;
  const isSame = taken === written || inside.trim() === "";
  return { kind: "emphasis", written, fixed: isSame ? escapeSigns(written) : taken };
}

function escapeSigns(text: string): string {
  return text.replace(/[*_~]/g, "\\$&");
}
