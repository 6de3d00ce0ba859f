import type { CalendarDay } from "../../language/calendar-day.ts";
import { formatCount, formatDay } from "../../language/format.ts";
import type { Language } from "../../language/language.ts";

/** `24 November 2026, 12:05 UTC`. */
export function formatTime(iso: string, language: Language): string {
  return `${formatDay(iso.slice(0, 10) as CalendarDay, language)}, ${iso.slice(11, 16)} UTC`;
}

/** Lines of columns: texts to the left, numbers to the right. */
export function formatTable(lines: readonly (readonly (string | number)[])[], language: Language): string {
  const cells = lines.map((line) =>
    line.map((cell) =>
      typeof cell === "number" ? { text: formatSigned(cell, language), right: true } : { text: cell, right: false },
    ),
  );
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((line) => line[column]?.text.length ?? 0)));
  return cells
    .map((line) => {
      const padded = line.map(({ text, right }, column) =>
        right ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0),
      );
      return `  ${padded.join("  ").trimEnd()}\n`;
    })
    .join("");
}

function formatSigned(value: number, language: Language): string {
  return value < 0 ? `−${formatCount(-value, language)}` : formatCount(value, language);
}
