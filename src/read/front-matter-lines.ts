import { type Finding, finding } from "../core/diagnostics/finding.ts";
import type { FieldRepairKind } from "../core/diagnostics/kinds.ts";
import { withoutInvisible } from "../core/language/clean-text.ts";
import { findName } from "../core/language/names.ts";

/** A line of front matter that was read as what it can only mean. */
export interface LineRepair {
  readonly kind: FieldRepairKind;
  /** Of the file, from 1. */
  readonly line: number;
  readonly written: string;
  /** The whole line as it is read. */
  readonly meant: string;
}

/** Front matter, found. Lines count from 1 in the file. */
export interface FrontMatter {
  /** The line with the opening fence. */
  readonly open: number;
  /** The line with the closing fence. */
  readonly close: number;
  /** The lines between them, as they are read. */
  readonly lines: readonly string[];
  readonly repairs: readonly LineRepair[];
}

/** Why a file has no front matter. */
export type NoFrontMatter =
  /** `fieldsAt`: the line in which a fence and fields come after all. */
  | { readonly problem: "missing"; readonly fieldsAt: number | undefined }
  | { readonly problem: "language"; readonly line: number; readonly language: string }
  | { readonly problem: "unclosed"; readonly line: number };

/** A fence, also one that a word processor has made dashes of. */
const fence = /^(?:-{3}|-?[–—]-?|[–—]{2,3})$/;

/**
 * Finds the front matter of a text, and reads each of its lines as what it can only mean: white space and invisible marks before the first
 * fence, hard spaces and dashes of word processors, a missing space after a colon.
 *
 * @param isField whether a word is the name of a field
 */
export function findFrontMatter(text: string, isField: (name: string) => boolean): FrontMatter | NoFrontMatter {
  const lines = text.split("\n");
  const repairs: LineRepair[] = [];
  const begin = findOpening(lines, isField, repairs);
  if ("problem" in begin) return begin;
  const open = begin.index;
  const { inside, close } = readToFence(lines, open + 1);
  if (close < 0) return { problem: "unclosed", line: firstProseLine(lines, open) };
  if (lines[close]?.trimEnd() !== "---")
    repairs.push({ kind: "fence", line: close + 1, written: lines[close] ?? "", meant: "---" });
  const read = lines.slice(open + 1, close).map((line, index) => {
    if (inside.has(open + 1 + index)) return line;
    return repairLine(line, { line: open + 2 + index, before: lines[open + index] ?? "", isField, repairs });
  });
  return { open: open + 1, close: close + 1, lines: read, repairs };
}

/** The lines of a YAML file as they can only be meant. */
export function repairLines(
  lines: readonly string[],
  isField: (name: string) => boolean,
): Pick<FrontMatter, "lines" | "repairs"> {
  const repairs: LineRepair[] = [];
  const inside = linesInside(lines);
  const read = lines.map((line, index) =>
    inside.has(index) ? line : repairLine(line, { line: index + 1, before: lines[index - 1] ?? "", isField, repairs }),
  );
  return { lines: read, repairs };
}

/** Finding: front-matter/repaired. */
export function reportLineRepairs(path: string, repairs: readonly LineRepair[]): readonly Finding[] {
  return repairs.map(({ kind, line, written, meant }) =>
    finding("front-matter/repaired", path, { kind, meant }, { line, column: 1, length: Math.max(1, written.length) }),
  );
}

function isFence(line: string): boolean {
  // Nearly all lines: not worth a closer look.
  if (/[\w\u0400-\u04ff]/.test(line)) return false;
  const plain = withoutInvisible(line);
  return fence.test(plain.trim()) && /^\s{0,3}\S/.test(plain);
}

/** The index of the opening fence. */
function findOpening(
  lines: readonly string[],
  isField: (name: string) => boolean,
  repairs: LineRepair[],
): { readonly index: number } | NoFrontMatter {
  const first = lines.findIndex((line) => withoutInvisible(line).trim() !== "");
  const line = lines[first] ?? "";
  const plain = withoutInvisible(line).trim();
  if (!isFence(line) && !/^-{4,}$/.test(plain)) {
    const [, language] = /^---\s*(\S.*)$/.exec(plain) ?? [];
    if (language !== undefined) return { problem: "language", line: first + 1, language };
    // Fields that are closed by a fence can only lack the first one.
    if (isField(/^([\w-]+):(?:\s|$)/.exec(plain)?.[1] ?? "") && lines.findIndex(isFence) > first) {
      repairs.push({ kind: "missing-fence", line: first + 1, written: line, meant: "---" });
      return { index: first - 1 };
    }
    const fieldsAt = lines.findIndex(
      (other, index) => isFence(other) && isField(/^([\w-]+):/.exec(lines[index + 1] ?? "")?.[1] ?? ""),
    );
    return { problem: "missing", fieldsAt: fieldsAt < 0 ? undefined : fieldsAt + 1 };
  }
  if (first > 0) repairs.push({ kind: "before-fence", line: 1, written: lines[0] ?? "", meant: "---" });
  else if (line.trimEnd() !== "---") {
    const kind = plain === "---" ? "before-fence" : "fence";
    repairs.push({ kind, line: first + 1, written: line, meant: "---" });
  }
  return { index: skipDoubledFence(lines, first, repairs) };
}

/** Two fences with nothing between them, and fields below: the first is one too many. */
function skipDoubledFence(lines: readonly string[], first: number, repairs: LineRepair[]): number {
  const next = lines.findIndex((line, index) => index > first && line.trim() !== "");
  if (next < 0 || !isFence(lines[next] ?? "")) return first;
  const field = lines.slice(next + 1).find((line) => line.trim() !== "") ?? "";
  const isFollowed = /^[A-Za-z][\w-]*\s*:/.test(field) && lines.slice(next + 1).some(isFence);
  if (!isFollowed) return first;
  repairs.push({ kind: "doubled-fence", line: first + 1, written: lines[first] ?? "", meant: "" });
  return next;
}

/** Where the closing fence belongs: before the first line that cannot be a field. */
function firstProseLine(lines: readonly string[], open: number): number {
  const prose = lines.findIndex(
    (line, index) =>
      index > open && (/^#{1,6} /.test(line) || (line.trim() !== "" && !/^(\s|- |[\w-]+\s*:|#)/.test(line))),
  );
  return (prose < 0 ? lines.length - 1 : prose) + 1;
}

/**
 * The index of the closing fence (-1 if there is none), and of the lines above it that are the inside of a value, where every sign is the
 * editor's: block texts after | or >, and quotations that go on.
 */
function readToFence(lines: readonly string[], from: number) {
  const inside = new Set<number>();
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (isFence(line) || line.trimEnd() === "...") return { inside, close: index };
    const end = endOfValue(lines, index);
    while (index < end) inside.add(++index);
  }
  return { inside, close: -1 };
}

/** The lines of YAML that are the inside of a value; by index. */
export function linesInside(lines: readonly string[]): ReadonlySet<number> {
  return readToFence(lines, 0).inside;
}

/** The index of the last line of the value that begins in a line. */
function endOfValue(lines: readonly string[], start: number): number {
  const block = /^(\s*)(?:- )?(?:[^#"'\s][^:]*:\s+|- +)[|>][+-]?\d?[+-]?\s*(?:#.*)?$/.exec(lines[start] ?? "");
  if (!block) return endOfQuotation(lines, start);
  const indent = block[1]?.length ?? 0;
  let end = start;
  while (end + 1 < lines.length && isInside(lines[end + 1] ?? "", indent)) end++;
  return end;
}

function isInside(line: string, indent: number): boolean {
  return line.trim() === "" || line.length - line.trimStart().length > indent;
}

/** A value that begins with a quotation mark, and what follows the mark. */
const quotation = /^\s*(?:- )?(?:[\w-]+:\s+)?(["'])(.*)$/;

/** The index of the line in which the quotation of a line ends: the line itself, if it has none or it never ends. */
export function endOfQuotation(lines: readonly string[], start: number): number {
  const [, quote, rest = ""] = quotation.exec(lines[start] ?? "") ?? [];
  if (!quote || closes(rest, quote)) return start;
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index] ?? "";
    // The next field or the fence comes first: the quotation was never closed.
    if (/^[A-Za-z][\w-]*:(?:\s|$)/.test(line) || isFence(line)) return start;
    if (closes(line, quote)) return index;
  }
  return start;
}

function closes(text: string, quote: string): boolean {
  return quote === '"' ? /(?<!\\)"/.test(text) : text.replaceAll("''", "").includes("'");
}

interface LineContext {
  readonly line: number;
  readonly before: string;
  readonly isField: (name: string) => boolean;
  readonly repairs: LineRepair[];
}

/** A field that is written as it should be: a plain name, a colon, a space, and a value that none of the repairs looks at; or no value. */
const plainLine = /^ *[\w-]+:(?: [^\s~nN–—-][^\u00a0\u202f\u2007]*)?$/;

/** A line of fields as it can only be meant. */
function repairLine(written: string, { line, before, isField, repairs }: LineContext): string {
  if (plainLine.test(written)) return written;
  let meant = written;
  const repair = (kind: FieldRepairKind, next: string): void => {
    if (next === meant) return;
    meant = next;
    const last = repairs.at(-1);
    if (last?.line === line) repairs[repairs.length - 1] = { ...last, meant };
    else repairs.push({ kind, line, written, meant });
  };
  repair("invisible", meant.replace(/^[^:]*:?/, withoutInvisible));
  repair(
    "space",
    meant.replace(structuralSpace, (spaces) => spaces.replace(oddSpace, " ")).replace(/[\u00a0\u202f\u2007]+$/, ""),
  );
  if (/:\s*$/.test(before) || /^\s*(?:[-–—•·]|\u2022)\s/.test(before))
    repair("bullet", meant.replace(/^(\s*)[–—•·]\s+/, "$1- "));
  const [, head = "", key = "", gap = "", colon = ""] =
    /^(\s*(?:- )?)(\p{L}[\p{L}\w-]*)(\s*)([:：])/u.exec(meant) ?? [];
  if (key !== "" && isField(key)) {
    const rest = meant.slice(head.length + key.length + gap.length + 1);
    if (colon === "：") repair("colon", `${head}${key}: ${rest.trimStart()}`);
    else if (/^[^\s:]/.test(rest)) repair("missing-space", `${head}${key}: ${rest}`);
    repair("hyphen", meant.replace(/^(\s*(?:- )?[\w-]+:)\s+[-–—]\s*$/, "$1"));
    repair("null", meant.replace(/^(\s*(?:- )?[\w-]+:)\s+(?:null|Null|NULL|~)\s*$/, "$1"));
  }
  return meant;
}

const oddSpace = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
/** The indentation, the space after a hyphen, around the colon behind a key. */
const structuralSpace = /^\s*(?:-\s+)?(?:[\p{L}\w-]+\s*:(?:\s+|$))?/u;

/** The name of a field that a word can only mean: „Title“, „dаte“ with a Cyrillic а. */
export function findKey(written: string, known: readonly string[]): string | undefined {
  return known.includes(written) ? written : findName(written, known);
}
