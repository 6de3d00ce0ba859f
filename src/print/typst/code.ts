import type { CalendarDay } from "../../core/language/calendar-day.ts";

/** Typst code. Everything else that becomes part of a document is a value, and is written as a literal. */
export class Code {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What can be handed to a template: text, numbers, code, and lists and tables of them. `undefined` is Typst's `none`. */
export type TypstValue =
  | Code
  | string
  | number
  | boolean
  | undefined
  | readonly TypstValue[]
  | { readonly [name: string]: TypstValue };

/** Writes a value as Typst code: text is always a string literal, so that nothing an editor writes is ever code. */
function toTypst(value: TypstValue): string {
  if (value === undefined) return "none";
  if (value instanceof Code) return value.text;
  if (typeof value === "string") return quote(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (isList(value)) return value.length === 0 ? "()" : `(${value.map(toTypst).join(", ")},)`;
  const entries = Object.entries(value).map(([name, part]) => `${quote(name)}: ${toTypst(part)}`);
  return entries.length === 0 ? "(:)" : `(${entries.join(", ")})`;
}

/** A call of a function, such as `par("text")`. */
export function call(name: string, ...values: readonly TypstValue[]): Code {
  return new Code(`${name}(${values.map(toTypst).join(", ")})`);
}

/** A day as Typst has it: for an archive a PDF says when it was made. */
export function writeDay(day: CalendarDay): Code {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Code(`datetime(year: ${year}, month: ${month}, day: ${date})`);
}

/** Several pieces of content as one. */
export function join(pieces: readonly Code[]): Code {
  return new Code(pieces.length === 0 ? "[]" : `{${pieces.map(({ text }) => text).join(";")}}`);
}

/** Where a line may end within a word. */
export const breakPoint = new Code("break-point");

/**
 * Text as literals with break points between them, for which U+200B stands. The sign itself would become one text with the letter before it, and
 * readers of PDFs leave out a letter whose text ends in an invisible sign.
 */
export function writePieces(text: string): readonly Code[] {
  return text
    .split("\u200b")
    .flatMap((piece, index) => [...(index > 0 ? [breakPoint] : []), ...(piece ? [new Code(quote(piece))] : [])]);
}

/** A string literal. Signs that no font draws and no reader means (C0 and C1 controls) are left out. */
export function quote(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, "\\$&")
    .replaceAll("\n", "\\n")
    .replaceAll("\t", "\\t")
    .replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, "");
  return `"${escaped}"`;
}

function isList(value: TypstValue): value is readonly TypstValue[] {
  return Array.isArray(value);
}
