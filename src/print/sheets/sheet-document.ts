import type { CalendarDay } from "../../core/language/calendar-day.ts";
import { formatDay } from "../../core/language/format.ts";
import { localize } from "../../core/language/language.ts";
import type { PracticeEntry } from "../../core/model/archive.ts";
import type { Paper } from "../../core/model/site.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { drawQrCode } from "../../pages/practice/qr-code.ts";
import {
  bareUrl,
  contactOf,
  createFieldWriter,
  type DocumentDraft,
  type Fact,
  factsOf,
  lettersOf,
  type PracticeView,
  shorten,
  transferOf,
  viewPractice,
  writeTextOf,
} from "../documents/practice-parts.ts";
import { type Code, call, join, type TypstValue, writeDay } from "../typst/code.ts";
import { templatesFolder } from "../typst/engine.ts";

/** More letters about transfer, as Typst code, stand after the text and not in the foot, which cannot go on over the page. */
const shortTransferLetters = 1_500;
/** Letters of a line of facts, and of the facts that a page surely holds: one alone, and all together. Others stand after the text. */
const [lineLetters, highestFact, allFacts] = [26, 700, 2_400];
/** Letters up to which contact, transfer and summary are surely lower than `highest-part` in sheet.typ allows, also in the largest type. */
const surelyLow = { contact: 400, transfer: 400, summary: 600 };
/** Letters of a line of what stands in the foot in two columns. */
const transferLetters = 60;
/** A longer summary is no head of a page. */
const runningLetters = 70;

export interface SheetOptions {
  readonly paper: Paper;
  /** When this version of the text was written. */
  readonly version: CalendarDay;
}

/** The sheet of a practice as a Typst document. How it is set comes through its inputs. */
export function writeSheet(entry: PracticeEntry, draft: DocumentDraft, options: SheetOptions): string {
  const { item } = entry;
  const { language } = item;
  const { site } = draft.context.archive;
  const t = textsOf(language, draft.context.archive);
  const write = createFieldWriter(draft, item.file);
  const view = viewPractice(entry, draft, "sheet");
  const facts = factsOf(view, t, write);
  const high = findHigh(facts);
  const transfer = transferOf(view, t, write);
  const contact = contactOf(view, t, write);
  const sizes = {
    contact: contact ? heightOf(contact, lineLetters) : 0,
    transfer: transfer.reduce((sum, fact) => sum + heightOf(fact, transferLetters), 0),
    summary: view.summary?.length ?? 0,
  };
  const publisher = localize(site.publisher?.name, language);
  const document: Readonly<Record<string, TypstValue>> = {
    lang: language,
    paper: options.paper === "letter" ? "us-letter" : options.paper,
    title: write(item.title),
    "plain-title": item.title,
    running: write(shorten(item.title, runningLetters)),
    author: item.innovator ?? publisher,
    date: writeDay(options.version),
    publisher: write(publisher),
    site: write(localize(site.name, language)),
    notice: view.isDemonstration ? write(t.demonstration) : undefined,
    note: view.translation ? write(view.translation.note) : undefined,
    summary: view.summary ? write(view.summary) : undefined,
    facts: facts.filter((fact) => !high.has(fact)),
    "long-facts": facts.filter((fact) => high.has(fact)),
    transfer,
    "short-transfer": lettersOf(transfer) <= shortTransferLetters,
    contact,
    low: (["contact", "transfer", "summary"] as const).filter((part) => sizes[part] <= surelyLow[part]),
    address: view.permalink,
    "shown-address": write(bareUrl(view.permalink)),
    source: sourceOf(view, entry, {
      archive: draft.context.archive,
      version: formatDay(options.version, language),
      write,
    }),
    code: qrSvg(view.permalink),
    "code-label": t.qrCode,
  };
  const placement = { file: item.file, language, prefix: item.id, lower: 0, notes: "end" } as const;
  const { body, notes } = writeTextOf(draft.context.bodyOf(item.file), placement, draft);
  return `#import "${templatesFolder}/sheet.typ": *\n#${call("sheet", document, body, notes).text}\n`;
}

/** About how much room a fact takes, in letters: a line that is begun is a whole one. */
const heightOf = (fact: Fact, ofLine: number): number => lettersOf([fact]) + (fact.lines.length + 1) * ofLine;

/** Facts that are too high to stand above or beside the text, where nothing goes on over the page. */
function findHigh(facts: readonly Fact[]): ReadonlySet<Fact> {
  const high = new Set<Fact>();
  let sum = 0;
  for (const fact of facts) {
    const height = lettersOf([fact]) + fact.lines.length * lineLetters;
    if (height > highestFact || sum + height > allFacts) high.add(fact);
    else sum += height;
  }
  return high;
}

interface SourceOptions {
  readonly archive: DocumentDraft["context"]["archive"];
  readonly version: string;
  readonly write: (text: string) => Code;
}

/** Where the sheet comes from, in lines. */
function sourceOf(
  view: PracticeView,
  { item }: PracticeEntry,
  { archive, version, write }: SourceOptions,
): readonly Code[] {
  const { language } = item;
  const { site } = archive;
  const t = textsOf(language, archive);
  const number = view.legacyIid ? ` · ${t.practiceNumber}: ${view.legacyIid}` : "";
  const licence = localize(site.licence?.name, language);
  const publisher = site.publisher;
  const name = localize(publisher?.shortName ?? publisher?.name, language);
  const url = site.licence?.url;
  const address = url ? [write(", "), call("source-link", url, write(bareUrl(url)))] : [];
  return [
    write(`${t.practiceId}: ${view.id}`),
    write(`${t.versionOf(version)}${number}`),
    ...(licence ? [join([write(`${t.licence}: ${licence}`), ...address])] : []),
    write(`${t.printedFrom(name, localize(site.name, language))}.`),
  ];
}

function qrSvg(address: string): string {
  const { viewBox, path } = drawQrCode(address);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}"><path d="${path}" fill="none" stroke="#000" stroke-width="1.02"/></svg>`;
}
