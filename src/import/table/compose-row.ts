import { aliasPermalink } from "../../archive/aliases.ts";
import { type Finding, finding } from "../../core/diagnostics/finding.ts";
import type { CalendarDay } from "../../core/language/calendar-day.ts";
import { type Language, languageNamed, languages } from "../../core/language/language.ts";
import type { Field } from "../../core/model/fields/field.ts";
import type { WrittenField } from "../../read/compose-document.ts";
import type { JudgedValues, Rule } from "../import-record.ts";
import { parseOldDate } from "../old-date.ts";
import { languageOfText, saysNothing } from "../old-labels.ts";
import type { PageLine } from "../old-page.ts";
import { linesOfText } from "../page-lines.ts";
import type { OldSection } from "../recognise.ts";
import { titleOfFile } from "../title-of-file.ts";
import { withHeadingUnit } from "./heading-unit.ts";
import type { Column } from "./propose-map.ts";
import type { ReadCell } from "./read-cell.ts";
import type { TableRow } from "./read-table.ts";
import type { RowOrigin } from "./row-origin.ts";

/** A row in one language, ready to be written. */
export interface RowVersion {
  readonly line: number;
  readonly language: Language;
  readonly fields: Readonly<Record<string, WrittenField>>;
  readonly lead: readonly PageLine[];
  readonly sections: readonly OldSection[];
  readonly unplaced: readonly PageLine[];
  /** What its other language versions share; undefined if the table has no such column. */
  readonly key: string | undefined;
  readonly iid: number | undefined;
  readonly nominations: number;
  readonly judged: JudgedValues;
  readonly row: TableRow;
}

export interface RowOptions {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly fields: readonly Field[];
  readonly today: CalendarDay;
  readonly read: (type: Field, text: string) => ReadCell;
  readonly findings: Finding[];
}

/** A row → its versions: one, or one for each language where columns belong to languages. Findings: import/*. */
export function composeRow(row: TableRow, options: RowOptions): readonly RowVersion[] {
  const { columns } = options;
  const spoken = [...languages].filter((language) =>
    columns.some(({ index, target }) => target.language === language && (row.cells[index] ?? "") !== ""),
  );
  const own = columns.some(({ target }) => target.name === "title" && target.language === undefined);
  const base = languageOfRow(row, columns);
  const first = own || spoken.length === 0 ? base : (spoken[0] ?? base);
  const others = spoken.filter((language) => language !== first);
  return [first, ...others].map((language, index) =>
    composeVersion(row, { ...options, language, isFirst: index === 0 }),
  );
}

function languageOfRow({ cells, origin }: TableRow, columns: readonly Column[]): Language {
  const stated = columns.find(({ target }) => target.name === "lang");
  const written = languageNamed((stated && cells[stated.index]) || (origin?.language ?? ""));
  if (written) return written;
  if (origin) return origin.textLanguage;
  const texts = columns.filter(({ target }) => target.language === undefined && target.kind !== "own");
  const title = texts.find(({ target }) => target.name === "title");
  return languageOfText((title && cells[title.index]) || texts.map(({ index }) => cells[index] ?? "").join(" "));
}

interface VersionOptions extends RowOptions {
  readonly language: Language;
  readonly isFirst: boolean;
}

interface Draft {
  readonly fields: Record<string, WrittenField>;
  readonly lead: PageLine[];
  readonly sections: { kind: OldSection["kind"]; line: number; lines: PageLine[] }[];
  readonly unplaced: PageLine[];
  readonly own: Partial<Record<string, string>>;
  /** The day is only the first of its month or year, or of a guessed century. */
  isPartOfDay?: true;
}

function composeVersion(row: TableRow, options: VersionOptions): RowVersion {
  const { language, isFirst, columns, fields } = options;
  const draft: Draft = { fields: {}, lead: [], sections: [], unplaced: [], own: {} };
  for (const column of columns) {
    const cell = row.cells[column.index] ?? "";
    const { target } = column;
    const isMine = target.language === undefined ? isFirst || isShared(column, fields) : target.language === language;
    if (isMine && !saysNothing(cell)) placeCell(cell, { column, row, draft, options });
  }
  const complete = completeFields(draft, row, options);
  const { key, nominations = "" } = draft.own;
  const { iid } = (complete.legacy ?? {}) as { readonly iid?: string };
  const count = /^\d{1,9}$/.test(nominations) ? Number(nominations) : 0;
  if (count === 0 && nominations !== "" && nominations !== "0")
    draft.unplaced.push({ text: nominations, line: row.line });
  return {
    line: row.line,
    language,
    fields: complete,
    lead: draft.lead,
    sections: draft.sections,
    unplaced: draft.unplaced,
    key: key || iid || row.origin?.key,
    iid: iid === undefined ? undefined : Number(iid),
    nominations: isFirst ? count : 0,
    judged: judge(draft, complete, { row, columns, language }),
    row,
  };
}

/** What says the same in every language, and who did it, goes into every version. */
function isShared({ target }: Column, fields: readonly Field[]): boolean {
  const [name = ""] = target.name.split(".");
  return (
    target.name === "key" ||
    ["innovator", "contact"].includes(name) ||
    fields.some((row) => row.name === name && row.shared === true)
  );
}

interface Placing {
  readonly column: Column;
  readonly row: TableRow;
  readonly draft: Draft;
  readonly options: VersionOptions;
}

function placeCell(cell: string, { column, row, draft, options }: Placing): void {
  const { target, heading } = column;
  const rich = row.origin?.rich?.get(heading);
  const lines = (text: string): PageLine[] =>
    text === cell && rich
      ? rich.map((line) => ({ text: line, line: row.line }))
      : linesOfText(text).lines.map((line) => ({ ...line, line: row.line }));
  const leave = (text: string): void => {
    const [first, ...others] = lines(text);
    if (first) draft.unplaced.push({ ...first, text: `${heading}: ${first.text}` }, ...others);
  };
  switch (target.kind) {
    case "section":
      draft.sections.push({ kind: target.name, line: row.line, lines: lines(cell) });
      return;
    case "own":
      if (target.name === "unplaced") leave(cell);
      else if (target.name === "text") draft.lead.push(...lines(cell));
      else if (target.name === "picture")
        draft.lead.push(
          ...cell.split(/\s*[;\n]\s*/).map((text) => ({ text: `![](${encodeURI(text)})`, line: row.line })),
        );
      else if (target.name !== "skip") draft.own[target.name] = cell;
      return;
    case "field":
      placeField(cell, { column, row, draft, options }, leave);
  }
}

function placeField(cell: string, { column, row, draft, options }: Placing, leave: (text: string) => void): void {
  const { name, findings, isFirst } = options;
  const { target, heading } = column;
  if (target.kind !== "field") return;
  const place = { line: row.line, text: row.origin ? heading.slice(heading.lastIndexOf(".") + 1) : cell.slice(0, 30) };
  const [field = "", member] = target.name.split(".");
  if (field === "contact" && (member === undefined || member === "name")) {
    setMembers(draft, "contact", splitContact(cell));
    return;
  }
  /** Two columns of one field: a list holds both. */
  const addValue = (added: WrittenField): void => {
    const before = draft.fields[field];
    if (before === undefined) draft.fields[field] = added;
    else if (target.type.kind === "list") draft.fields[field] = [...new Set([before, added].flat())] as WrittenField[];
    else leave(cell);
  };
  const isSum = target.type.kind === "money";
  const text = isSum || field === "cost" ? withHeadingUnit(cell, heading, isSum) : cell;
  const { value, rest, supplied } = options.read(target.type as Field, text);
  if (supplied && field === "date") draft.isPartOfDay = true;
  if (supplied && isFirst && typeof value === "string")
    findings.push(finding("import/date-without-day", name, { value: cell, day: value }, place));
  if (value !== undefined && member !== undefined) setMembers(draft, field, { [member]: value });
  else if (value !== undefined && !(target.type.kind === "flag" && value === "false")) addValue(value);
  if (rest === "") return;
  if (isFirst)
    findings.push(finding("import/cell-doubt", name, { column: heading, value: rest, field: target.name }, place));
  leave(rest);
}

function setMembers(draft: Draft, group: string, members: Readonly<Record<string, WrittenField>>): void {
  draft.fields[group] = { ...members, ...((draft.fields[group] as Readonly<Record<string, WrittenField>>) ?? {}) };
}

/** A name, with what else stands in the cell: „Иван Примеров, тел. 02 123, ivan@example.org“. */
function splitContact(cell: string): Readonly<Record<string, string>> {
  const email = /[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\s@,;<>()]+/.exec(cell)?.[0];
  const tel = /(?:(?:тел|tel|phone|телефон)\.?:?\s*)?(\+?\d[\d\s/()-]{5,}\d)/iu.exec(
    email ? cell.replace(email, "") : cell,
  );
  if (!email && !tel) return { name: cell.replace(/\s+/g, " ") };
  const name = [email, tel?.[0]].reduce<string>((text, part) => (part ? text.replace(part, " ") : text), cell);
  const bare = name
    .replace(/\s+/g, " ")
    .replace(/^[\s,;<>()–-]+|[\s,;<>()–-]+$/g, "")
    .replace(/\s+([,;])/g, "$1")
    .replace(/([,;])(?:\s*[,;])+/g, "$1");
  return { ...(bare ? { name: bare } : {}), ...(tel?.[1] ? { tel: tel[1].trim() } : {}), ...(email ? { email } : {}) };
}

/** From where title, date and place of a version were taken. */
function judge(
  { fields, isPartOfDay }: Draft,
  complete: RowVersion["fields"],
  { row, columns, language }: Pick<VersionOptions, "columns" | "language"> & { readonly row: TableRow },
): JudgedValues {
  const ofColumn = (name: string): Rule => {
    const mine = columns.filter(({ index, target }) => target.name === name && row.cells[index]);
    const column = mine.find(({ target }) => target.language === language) ?? mine[0];
    return column?.sureness === "name" ? "field" : (column?.sureness ?? "none");
  };
  const { origin } = row;
  const { municipality } = complete;
  const supplied = origin?.title ? "heading" : origin ? "file" : "firstLine";
  const day = isPartOfDay ? "part" : ofColumn("date");
  return {
    title: { value: String(complete.title), rule: fields.title === undefined ? supplied : ofColumn("title") },
    date: {
      value: String(complete.date),
      rule: fields.date === undefined ? (dateOfFile(origin) ? "dayInName" : "today") : day,
    },
    place: {
      value: [municipality ?? []].flat().join(", "),
      rule: municipality === undefined ? "none" : ofColumn("municipality"),
    },
  };
}

/** Title, innovator and date that the row does not say; the record begins with them. */
function completeFields(draft: Draft, row: TableRow, options: VersionOptions): Record<string, WrittenField> {
  const { name, today, findings, isFirst } = options;
  const { origin } = row;
  const { innovator = "-", date = dateOfFile(origin), ...others } = draft.fields;
  const place = { line: row.line, column: 1 };
  if (date === undefined && isFirst) findings.push(finding("import/no-date", name, { value: "" }, place));
  const isDraft = date === undefined || origin?.isDraft === true;
  const complete = {
    ...others,
    ...aliasesOf(others, origin),
    title: draft.fields.title ?? supplyTitle(draft, row, options),
    innovator,
    date: date ?? today,
    ...(isDraft ? { draft: "true" } : {}),
  };
  return inOrder(complete, options.fields);
}

function dateOfFile(origin: RowOrigin | undefined): string | undefined {
  return origin?.date === undefined ? undefined : parseOldDate(origin.date)?.day;
}

/** Of the file's own heading, its name, or the beginning of the text. Findings: import/no-title, import/row-title. */
function supplyTitle({ lead, sections }: Draft, { line, origin }: TableRow, options: VersionOptions): string {
  const { name, findings } = options;
  if (origin?.title) return origin.title;
  if (origin) {
    const title = titleOfFile(origin.slug ?? origin.file);
    findings.push(finding("import/no-title", name, { title }));
    return title;
  }
  const [first = ""] = [...lead, ...sections.flatMap(({ lines }) => lines)].map(({ text }) => text);
  const title = first.slice(0, 80).replace(/\s+\S*$/, "") || `${name} ${line}`;
  findings.push(finding("import/row-title", name, { title }, { line, column: 1 }));
  return title;
}

/** Those of the cells and those of the file that a site can answer. */
function aliasesOf({ aliases }: Draft["fields"], origin: RowOrigin | undefined): { readonly aliases?: WrittenField } {
  const stated = [aliases ?? []].flat() as readonly WrittenField[];
  const old = (origin?.addresses ?? []).filter((address) => typeof aliasPermalink(address) === "string");
  const all = [...new Set([...stated, ...old])];
  return all.length === 0 ? {} : { aliases: all };
}

/** Fields and members of groups in the order of the table of fields. */
function inOrder(written: Record<string, WrittenField>, fields: readonly Field[]): Record<string, WrittenField> {
  const sorted = fields.flatMap((field): [string, WrittenField][] => {
    const value = written[field.name];
    if (value === undefined) return [];
    if (field.kind !== "group" || typeof value === "string" || Array.isArray(value)) return [[field.name, value]];
    const members = value as Readonly<Record<string, WrittenField>>;
    return [
      [
        field.name,
        Object.fromEntries(field.fields.flatMap(({ name }) => (name in members ? [[name, members[name] ?? ""]] : []))),
      ],
    ];
  });
  return Object.fromEntries(sorted);
}
