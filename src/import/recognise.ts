import type { Language } from "../core/language/language.ts";
import type { SectionKind } from "../core/model/body.ts";
import type { ExpectedSection } from "../core/model/site.ts";
import { sectionsOf } from "../locales/sections-of.ts";
import { sectionKindOf } from "../read/section-kind.ts";
import { dropMenus } from "./menus.ts";
import { bareText, type FieldLabel, isFurniture, languageOfText, namesOldArchive, readLabel } from "./old-labels.ts";
import type { OldPage, PageLine } from "./old-page.ts";
import { maxValueCharacters, type PageHead, takeHead, type ValueOnLine } from "./page-head.ts";

/** The parts of an old page. Each line is in one of them, except the lines around the practice (`isFurniture`). */
export interface OldPractice extends PageHead {
  readonly language: Language;
  readonly iid: number | undefined;
  /** Before the first section, beside title and organisation. */
  readonly lead: readonly PageLine[];
  readonly sections: readonly OldSection[];
  readonly fields: Readonly<Partial<Record<FieldLabel, ValueOnLine>>>;
  /** Lines beside the contact's labels: a name, a place. */
  readonly contact: readonly PageLine[];
  /** No heading divides the text: it is all in `undivided`. */
  readonly undivided: readonly PageLine[];
  /** Menus and breadcrumbs, which are no part of the practice. */
  readonly menus: readonly PageLine[];
  /** Set where a second practice begins. */
  readonly second: number | undefined;
}

export interface OldSection {
  readonly kind: Exclude<SectionKind, "other">;
  readonly line: number;
  readonly lines: readonly PageLine[];
}

/** Splits an old page into the parts of a practice; undefined if it shows none. */
export function recognise(
  { head, lines: written }: OldPage,
  expected: readonly ExpectedSection[] = sectionsOf({}),
): OldPractice | undefined {
  const { lines, menus } = dropMenus(written);
  const before: PageLine[] = [];
  const contact: PageLine[] = [];
  const sections: { kind: OldSection["kind"]; line: number; lines: PageLine[] }[] = [];
  const fields: Partial<Record<FieldLabel, ValueOnLine>> = {};
  let isAfterFields = false;
  for (const line of lines) {
    if (isFurniture(line.text)) continue;
    const kind = sectionBegunBy(line.text, expected);
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
  const isBare = sections.length === 0 && !fields.innovator && !fields.date;
  if (isBare && !lines.some(({ text }) => namesOldArchive(text))) return undefined;
  if (isBare) takeClosingNames(lines, before, contact);
  const parts = takeHead(before, head.title);
  if (isBare && (!parts.title || parts.lead.every(({ text }) => text.trim() === ""))) return undefined;
  const spoken = sections.flatMap((section) => section.lines).map(({ text }) => text);
  const language = languageOfText([...spoken, ...before.map(({ text }) => text)].join(" "));
  return {
    language,
    iid: head.iid,
    ...parts,
    lead: sections.length === 0 ? [] : parts.lead,
    undivided: sections.length === 0 ? parts.lead : [],
    sections,
    fields,
    contact,
    menus,
    second: secondPractice(sections),
  };
}

/** The line where the sections begin anew: two or more kinds of them stand there in the same order once more. */
function secondPractice(sections: readonly OldSection[]): number | undefined {
  const [first, next] = sections;
  if (!first || !next || first.kind === next.kind) return undefined;
  const again = sections.findIndex(
    ({ kind }, index) => index > 1 && kind === first.kind && sections[index + 1]?.kind === next.kind,
  );
  return sections[again]?.line;
}

/** Who can be asked stands right above the first telephone: short lines, no sentences. They move from the text to the contact. */
function takeClosingNames(lines: readonly PageLine[], before: PageLine[], contact: PageLine[]): void {
  const labelled = lines.find(({ text }) => ["tel", "fax", "email"].includes(readLabel(text)?.label ?? ""));
  if (!labelled) return;
  const end = before.findIndex(({ line }) => line > labelled.line);
  const last = (end < 0 ? before.length : end) - 1;
  let start = last + 1;
  while (start > 0 && isName(before[start - 1]?.text ?? "")) start--;
  if (start > 2) contact.push(...before.splice(start, last + 1 - start));
}

const isName = (text: string): boolean =>
  /\p{L}/u.test(text) && bareText(text).length <= 100 && !/^\s*(?:[-*+|>]|\d+[.)])\s|[.!?:;]$/.test(text);

/** After these the text of a practice is over. */
const closing: readonly FieldLabel[] = ["innovator", "date", "nominations"];

/** The kind of section that a line is the heading of, or "other". */
export function sectionBegunBy(text: string, expected: readonly ExpectedSection[]): SectionKind {
  return isHeadingLike(text) ? sectionKindOf(bareText(text), expected) : "other";
}

/** A section's name stands alone, at most with marks of a heading. */
function isHeadingLike(text: string): boolean {
  return bareText(text).length <= 60;
}
