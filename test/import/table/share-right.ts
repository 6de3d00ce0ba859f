/* How right a list is imported, for tests and for the benchmark. */
import type { CalendarDay } from "../../../src/core/language/calendar-day.ts";
import { practiceFields } from "../../../src/core/model/fields/practice-fields.ts";
import type { KnownPractice } from "../../../src/import/find-known.ts";
import { importTable } from "../../../src/import/table/import-table.ts";
import { type Column, findHeadings, formatMap, proposeMap } from "../../../src/import/table/propose-map.ts";
import { createCellReader } from "../../../src/import/table/read-cell.ts";
import { applyMap, readMap } from "../../../src/import/table/read-map.ts";
import type { TableFile } from "../../../src/import/table/read-table.ts";
import { locales } from "../../../src/locales/locales.ts";
import { parseDocument } from "../../../src/read/parse-document.ts";
import { vocabulary as vocabularyOf } from "../../builders.ts";
import type { Cell, LongList } from "./long-list.ts";

const known = vocabularyOf({ languages: ["bg", "en"] });
const themes = new Map(
  Object.entries({ energy: ["Енергия", "Energy"], youth: ["Младежи", "Youth"], culture: ["Култура", "Culture"] }).map(
    ([id, [bg, english]]) => [id, { id, name: { bg, en: english } }],
  ),
) as unknown as typeof known.themes;
export const vocabulary = { ...known, themes };
export const fields = practiceFields;
const { findPlace } = createCellReader(vocabulary);
const isPlace = (text: string): boolean => findPlace(text) !== undefined;
const today = "2020-02-02" as CalendarDay;

/** A table with what the program takes its columns for. */
export function propose(file: TableFile) {
  const table = findHeadings(file, { fields });
  if (!table) throw new Error("no headings");
  return { table, columns: proposeMap(table, { fields, isPlace }) };
}

/** Imports a list by the proposed map, or by another. */
export function importOf(file: TableFile, { map = "", before = [] as readonly KnownPractice[] } = {}) {
  const { table, columns: proposed } = propose(file);
  let columns: readonly Column[] = proposed;
  if (map !== "") {
    const read = readMap({ path: "map.yaml", text: map }, { fields });
    if (!read.value) throw new Error("no map");
    columns = applyMap(columns, read.value, "list.csv").value;
  }
  return { columns, ...importTable(table, columns, { vocabulary, fields, known: before, today }) };
}

interface Written {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Whether a cell is where it belongs. */
function isRight({ target, value, written }: Cell, { fields: found, body }: Written, report: string): boolean {
  const [name = "", member = ""] = target.split(".");
  if (written === "") return true;
  if (target === "report") return report.includes(written);
  const heading = {
    background: "Предистория|Background",
    practice: "Практика|Practice",
    results: "Резултати|Results",
    unplaced: "Неразпределено|Unplaced",
  }[target];
  if (heading) {
    const section = new RegExp(`^## (?:${heading})\\n([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, "m").exec(body)?.[1] ?? "";
    return written.split("\n").every((line) => section.includes(line));
  }
  const stated = member === "" ? found[name] : (found[name] as Record<string, unknown> | undefined)?.[member];
  if (name === "themes") return themeIds([stated].flat()).join() === themeIds([value].flat()).join();
  return stated === value;
}

const themeIds = (names: readonly unknown[]): readonly string[] => [
  ...new Set(
    names.map(
      (name) =>
        [...themes.values()].find((theme) => [theme.id, theme.name.bg, theme.name.en].includes(name as never))?.id ??
        "?",
    ),
  ),
];

/** How many percent of the cells of a list are where they belong, and which are in no file and not in the report either. */
export function shareOf(list: LongList, file: TableFile, map = "") {
  const { files, findings } = importOf(file, { map });
  const report = findings.map(({ parameters }) => JSON.stringify(parameters)).join("\n");
  let right = 0;
  const lost: string[] = [];
  const all = list.rows.flatMap((row, index) => {
    const parsed = parseDocument({ path: "x.bg.md", text: files[index]?.text ?? "" }).value;
    if (!parsed) throw new Error("not read");
    return row
      .filter(({ written }) => written !== "")
      .map((cell) => ({ cell, parsed, text: files[index]?.text ?? "" }));
  });
  for (const { cell, parsed, text } of all) {
    if (isRight(cell, parsed as unknown as Written, report)) right++;
    const isIn = (part: string): boolean => text.includes(part) || report.includes(part);
    const isThere = isRight(cell, parsed as unknown as Written, report) || cell.written.split(/[\n;,]\s*/).every(isIn);
    if (!isThere) lost.push(cell.written);
  }
  return { share: Math.round((right / all.length) * 1000) / 10, lost, practices: files.length };
}

/** The proposed map, corrected as a person would. */
export const mapOf = (file: TableFile, corrections: Readonly<Record<string, string>>): string => {
  const columns = propose(file).columns;
  const written = formatMap(columns, locales.en.cli.import.map);
  return Object.entries(corrections).reduce(
    (text, [heading, target]) =>
      text.replace(
        new RegExp(`^  ${JSON.stringify(heading).replace(/[.*()]/g, "\\$&")}: .*$`, "m"),
        `  ${JSON.stringify(heading)}: ${target}`,
      ),
    written,
  );
};
