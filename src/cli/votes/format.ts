import type { CalendarDay } from "../../core/language/calendar-day.ts";
import { formatCount, formatDay } from "../../core/language/format.ts";
import type { Language } from "../../core/language/language.ts";

/** `24 November 2026, 12:05 UTC`. */
export function formatTime(iso: string, language: Language): string {
  return `${formatDay(iso.slice(0, 10) as CalendarDay, language)}, ${iso.slice(11, 16)} UTC`;
}

/** Text of a log that others keep, which must not steer the terminal. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, "\ufffd");
}

/** Lines of columns. Columns of numbers stand to the right, under their heading if the first line is one. */
export function formatTable(lines: readonly (readonly (string | number)[])[], language: Language): string {
  const cells = lines.map((line) =>
    line.map((cell) => (typeof cell === "number" ? formatSigned(cell, language) : printable(cell))),
  );
  const columns = (cells[0] ?? []).map((first, column) => {
    const texts = cells.map((line) => line[column] ?? "");
    const below = texts.length > 1 ? texts.slice(1) : [first];
    return {
      width: Math.max(...texts.map(({ length }) => length)),
      isRight: below.every((text) => /^[\d\s.,−]*$/.test(text)),
    };
  });
  return cells
    .map((line) => {
      const padded = columns.map(({ width, isRight }, column) => {
        const text = line[column] ?? "";
        return isRight ? text.padStart(width) : text.padEnd(width);
      });
      return `  ${padded.join("  ").trimEnd()}\n`;
    })
    .join("");
}

function formatSigned(value: number, language: Language): string {
  return value < 0 ? `−${formatCount(-value, language)}` : formatCount(value, language);
}
