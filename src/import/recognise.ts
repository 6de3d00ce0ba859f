import type { Language } from "../core/language/language.ts";
import type { SectionKind } from "../core/model/body.ts";
import { sectionKindOf } from "../read/section-kind.ts";
import { bareText, type FieldLabel, isFurniture, languageOfText, readLabel } from "./old-labels.ts";
import type { OldPage, PageLine } from "./page-lines.ts";

/** A value of an old page, and its line from 1. */
export interface ValueOnLine {
  readonly value: string;
  readonly line: number;
}

/** The parts of an old page. Each line is in one of them, except the lines around the practice (`isFurniture`). */
export interface OldPractice {
  readonly language: Language;
  readonly iid: number | undefined;
  readonly title: ValueOnLine | undefined;
  readonly organisation: ValueOnLine | undefined;
  /** Before the first section, beside title and organisation. */
  readonly lead: readonly PageLine[];
  readonly sections: readonly OldSection[];
  readonly fields: Readonly<Partial<Record<FieldLabel, ValueOnLine>>>;
  /** Lines beside the contact's labels: a name, a place. */
  readonly contact: readonly PageLine[];
}

export interface OldSection {
  readonly kind: Exclude<SectionKind, "other">;
  readonly line: number;
  readonly lines: readonly PageLine[];
}

/** Splits an old page into the parts of a practice; undefined if it shows none. */
export function recognise({ head, lines }: OldPage): OldPractice | undefined {
  const before: PageLine[] = [];
  const contact: PageLine[] = [];
  const sections: { kind: OldSection["kind"]; line: number; lines: PageLine[] }[] = [];
  const fields: Partial<Record<FieldLabel, ValueOnLine>> = {};
  let isAfterFields = false;
  for (const line of lines) {
    const bare = bareText(line.text);
    if (isFurniture(line.text)) continue;
    const kind = isHeadingLike(line.text) ? sectionKindOf(bare) : "other";
    if (kind !== "other") {
      sections.push({ kind, line: line.line, lines: [] });
      isAfterFields = false;
      continue;
    }
    const label = readLabel(line.text);
    // In a section „Дата: …“ may be a part of the text; the first of each label counts, and only short values.
    if (label && fields[label.label] === undefined && label.value.length <= maxValueCharacters) {
      fields[label.label] = { value: label.value, line: line.line };
      if (closing.includes(label.label)) isAfterFields = true;
      continue;
    }
    if (isAfterFields) contact.push(line);
    else (sections.at(-1)?.lines ?? before).push(line);
  }
  if (sections.length === 0 && !fields.innovator && !fields.date) return undefined;
  const spoken = sections.flatMap((section) => section.lines).map(({ text }) => text);
  const language = languageOfText([...spoken, ...before.map(({ text }) => text)].join(" "));
  return { language, iid: head.iid, ...takeHead(before, head.title), sections, fields, contact };
}

const maxValueCharacters = 200;
/** After these the text of a practice is over. */
const closing: readonly FieldLabel[] = ["innovator", "date", "nominations"];

/** A section's name stands alone, at most with marks of a heading. */
function isHeadingLike(text: string): boolean {
  return bareText(text).length <= 60;
}

/** The first line is the title, the second the organisation; both are short. What follows is text. */
function takeHead(before: readonly PageLine[], title: string): Pick<OldPractice, "title" | "organisation" | "lead"> {
  const lines = before.filter(({ text }) => text.trim() !== "");
  const isShort = (line: PageLine | undefined): line is PageLine =>
    line !== undefined && bareText(line.text).length <= maxValueCharacters && !/^\s*[-*|>\d]/.test(line.text);
  const [first, second] = lines;
  const found = (line: PageLine): ValueOnLine => ({ value: bareText(line.text), line: line.line });
  if (!isShort(first)) {
    const own = title && !isFurniture(title) ? { value: title, line: 1 } : undefined;
    return { title: own, organisation: undefined, lead: before };
  }
  const organisation =
    isShort(second) && bareText(second.text).length <= 100 && !/[.!?]$/.test(second.text) ? second : undefined;
  const taken = new Set([first, organisation]);
  return {
    title: found(first),
    organisation: organisation && found(organisation),
    lead: before.filter((line) => !taken.has(line)),
  };
}
