import { permalinks } from "../../archive/permalinks.ts";
import type { CalendarDay } from "../../core/language/calendar-day.ts";
import { localize } from "../../core/language/language.ts";
import type { Permalink } from "../../core/model/ids.ts";
import type { BookPaper } from "../../core/model/issue.ts";
import { type ReaderTexts, textsOf } from "../../locales/texts-of.ts";
import { issueView } from "../../pages/issues/page.ts";
import { bareUrl, createFieldWriter, startDraft, writeTextOf } from "../documents/practice-parts.ts";
import type { PrintShop } from "../print-shop.ts";
import { picturesOf } from "../sheets/plan-sheets.ts";
import { Code, call, join, type TypstValue, writeDay } from "../typst/code.ts";
import type { PaperSource } from "../typst/engine.ts";
import { writeText } from "../typst/text-runs.ts";
import { type BookDraft, beginFile } from "./book-draft.ts";
import { bookletPieces, overviewPieces } from "./booklet-source.ts";
import { type BookForm, type BookPart, type Chapter, type PlannedBook, versionOf, wholeArchive } from "./plan-book.ts";
import { head, labelOf, ofWholeBook, others, practiceCall } from "./practice-call.ts";

/** A book as a Typst document. */
export interface BookSource {
  readonly source: PaperSource;
  readonly draft: BookDraft;
  readonly pictures: readonly string[];
}

/** Practices from which a chapter opens on a page of its own. */
const minOpening = 3;
/** Practices from which a book can afford a blank page before its contents and indexes, so that they open on the right. */
const minSpacious = 24;
/** A book with more practices is thicker: it needs more white at the binding, in millimetres. */
const gutters = [
  { practices: 400, millimetres: 5 },
  { practices: 150, millimetres: 3 },
  { practices: 70, millimetres: 1.5 },
];

/** What a book of so many practices has at the binding beside its margin, in millimetres. */
export function gutterOf(count: number): number {
  return gutters.find(({ practices }) => count > practices)?.millimetres ?? 0;
}

export function gutterOfBook({ parts }: PlannedBook, { gutter }: Pick<BookOptions, "gutter">): number {
  return gutter ?? gutterOf(parts.reduce((sum, { practices }) => sum + practices.length, 0));
}

/** A sheet that is folded once has four pages. */
const foldedPages = 4;

const piecesOf: Readonly<Record<BookForm, (part: BookPart, draft: BookDraft) => readonly Code[]>> = {
  book: bookPieces,
  booklet: bookletPieces,
  overview: overviewPieces,
};

/** How the pages of a book come out of the press. */
export interface BookOptions {
  readonly paper: BookPaper;
  /** Two pages side by side, in the order in which a pile of sheets is folded. */
  readonly isFolded: boolean;
  /** True: practices are blank pages, of which only the number counts (`blanks` in book.typ). */
  readonly isBlank?: boolean;
  /** White at the binding beside its margin, in millimetres; default: by the number of practices. */
  readonly gutter?: number;
  /** When what it is printed from was last changed; default: the last day of its practices. */
  readonly version?: CalendarDay;
}

/** Writes a book, booklet or overview. */
export function writeBook(plan: PlannedBook, shop: PrintShop, options: BookOptions): BookSource {
  const { parts, form } = plan;
  const { context } = shop.site;
  const entries = parts.flatMap(({ practices }) => practices);
  const { paper, isFolded, version = versionOf(plan, context.archive) } = options;
  const named = parts.flatMap(
    ({ practices, volume }) => volume?.all.flat().flatMap((one) => one.practices) ?? practices,
  );
  const labels = new Map<Permalink, string>(
    named.map(({ item }) => [permalinks.practice(item.language, item.id), labelOf(item)]),
  );
  const { letters, pictures } = shop;
  const draft: BookDraft = {
    ...startDraft({ context, letters, pictures, labels }),
    form,
    paper,
    isBlank: options.isBlank ?? false,
    hashOf: pictures.hashOf,
    files: new Map(),
    texts: new Map(),
  };
  const [first] = parts;
  const { site } = context.archive;
  const document = {
    title: [parts.map(nameOf).join(" / "), volumeOf(first, draft)].filter(Boolean).join(", "),
    author: localize(site.publisher?.name ?? site.name, first.language),
    date: writeDay(version),
    lang: first.language,
    paper,
    form,
    gutter: gutterOfBook(plan, options),
    multiple: isFolded ? foldedPages : form === "book" ? site.binding.signature : 1,
  };
  const body = parts.map((part) => writePart(part, { pieces: piecesOf[form](part, draft), draft, parts })).join("\n");
  const text = `${beginFile(draft)}#show: ${call("book.with", document).text}\n${body}\n`;
  return { source: { text, files: draft.files }, draft, pictures: [...new Set(entries.flatMap(picturesOf))] };
}

const nameOf = ({ issue, language }: BookPart): string => localize(issue.title, language);

interface PartPieces {
  readonly pieces: readonly Code[];
  readonly draft: BookDraft;
  /** All parts of the book. */
  readonly parts: readonly BookPart[];
}

function writePart(part: BookPart, { pieces, draft, parts }: PartPieces): string {
  const { language, issue } = part;
  // The cover reports signs that have no letter.
  const write = (text: string): Code =>
    writeText(text, { letters: draft.letters, file: issue.file, missing: () => undefined });
  const running = [nameOf(part), volumeOf(part, draft)].filter(Boolean).join(" · ");
  const others = parts.flatMap((other, index) =>
    other === part
      ? []
      : {
          name: coverName(other),
          lang: other.language,
          language: write(textsOf(other.language, draft.context.archive).languageName),
          title: write(nameOf(other)),
          follows: index > parts.indexOf(part),
        },
  );
  const body = new Code(`(head, others) => {\n${pieces.map(({ text }) => text).join("\n")}\n}`);
  return call("#part", { lang: language, issue: write(running), others }, body).text;
}

const isSpacious = ({ practices }: BookPart): boolean => practices.length >= minSpacious;

function bookPieces(part: BookPart, draft: BookDraft): readonly Code[] {
  const { language, issue, chapters, indexes } = part;
  const t = textsOf(language, draft.context.archive);
  const write = createFieldWriter(draft, issue.file);
  const pieces: readonly (Code | undefined)[] = [
    ofWholeBook(join([call("cover", coverOf(part, draft)), call("imprint", imprintOf(part, draft))])),
    forewordOf(part, draft),
    ofWholeBook(call("contents", contentsOf(part, draft), language)),
    ...chapters.map((chapter) => chapterCall(chapter, part, draft)),
    indexes.length === 0
      ? undefined
      : ofWholeBook(
          call("indexes", {
            head,
            title: write(t.bookIndex),
            name: indexName(part),
            spacious: isSpacious(part),
            lists: indexes.map(({ title, entries }) => ({
              title: write(title),
              entries: entries.map(({ name, practices }) => ({
                name: write(name),
                labels: practices.map(({ item }) => labelOf(item)),
              })),
            })),
          }),
        ),
  ];
  return pieces.filter((piece) => piece !== undefined);
}

function coverOf(part: BookPart, draft: BookDraft): { readonly [name: string]: TypstValue } {
  const { language, issue, practices } = part;
  const { site } = draft.context.archive;
  const write = createFieldWriter(draft, issue.file);
  const view = issueView({ issue, practices }, { context: draft.context, link: (target) => target }, language);
  const { accent } = site.look.print.colours;
  const bars = view.motif.map(
    ({ x, y, height, chosen }) =>
      `<rect x="${x}" y="${y}" width="7" height="${height}" fill="${chosen ? accent : "none"}" stroke="${accent}" stroke-width="0.5"/>`,
  );
  // From the outer edge of the first line to that of the last.
  const width = Math.max(10, view.motif.length * 10 - 3) + 0.5;
  return {
    paper: draft.paper,
    others,
    name: coverName(part),
    publisher: write(localize(site.publisher?.name ?? site.name, language)),
    title: write(localize(issue.title, language)),
    subtitle: issue.subtitle ? write(localize(issue.subtitle, language)) : undefined,
    volume: volumeOf(part, draft),
    motif: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-0.25 0 ${width} 100" preserveAspectRatio="none">${bars.join("")}</svg>`,
    year: write(String(view.year)),
    total: write(view.total),
  };
}

/** Which volume it is, in words. */
function volumeOf({ volume, language }: BookPart, draft: BookDraft): string | undefined {
  return volume && textsOf(language, draft.context.archive).bookVolume(volume.number, volume.all.length);
}

function imprintOf(part: BookPart, draft: BookDraft): { readonly [name: string]: TypstValue } {
  const { language, issue } = part;
  const { site } = draft.context.archive;
  const t = textsOf(language, draft.context.archive);
  const write = createFieldWriter(draft, issue.file);
  const { imprint } = issue;
  const permalink = issue.id === wholeArchive ? permalinks.home(language) : permalinks.issue(language, issue.id);
  const publisher = localize(site.publisher?.name, language);
  const address = localize(site.publisher?.address, language);
  const licence = localize(imprint?.licence, language) || localize(site.licence?.name, language);
  const lines: readonly (readonly [string, readonly string[]])[] = [
    [t.editors, [localize(imprint?.editors, language)]],
    [t.bookPublisher, publisher ? [`${publisher}, ${issue.year}`, address, site.publisher?.email ?? ""] : []],
    ["ISBN", [imprint?.isbn ?? ""]],
    ["ISSN", [imprint?.issn ?? ""]],
    [t.bookOnline, [bareUrl(site.baseUrl + permalink)]],
    [t.licence, [licence]],
  ];
  return {
    title: write(localize(issue.title, language)),
    subtitle: issue.subtitle ? write(localize(issue.subtitle, language)) : undefined,
    volume: volumeOf(part, draft),
    lines: lines
      .map(([label, all]) => ({ label: write(label), lines: all.filter((line) => line !== "").map(write) }))
      .filter((entry) => entry.lines.length > 0),
  };
}

function forewordOf({ language, issue, volume }: BookPart, draft: BookDraft): Code | undefined {
  if (volume && volume.number > 1) return undefined;
  const body = issue.foreword?.[language] === undefined ? undefined : draft.context.forewordOf(issue.file, language);
  if (!body) return undefined;
  const placement = { file: issue.file, language, prefix: `${language}-foreword`, lower: 0, notes: "foot" } as const;
  const opening = { head, title: textsOf(language, draft.context.archive).foreword, name: `${language}/foreword` };
  return ofWholeBook(call("foreword", opening, writeTextOf(body, placement, draft).body));
}

/** What the contents say of each volume of a large book, or of a book that is whole. */
function contentsOf(part: BookPart, draft: BookDraft): { readonly [name: string]: TypstValue } {
  const { volume, language, issue, chapters, indexes } = part;
  const t = textsOf(language, draft.context.archive);
  const write = createFieldWriter(draft, issue.file);
  const { all, number, hasIndex } = volume ?? { all: [chapters], number: 1, hasIndex: indexes.length > 0 };
  const volumes = all.map((inVolume, index) => ({
    title: volume && write(t.bookVolume(index + 1, all.length)),
    own: index + 1 === number,
    lines: [
      ...inVolume.flatMap((chapter) => [
        { chapter: true, label: chapterName(part, chapter), title: write(titleOf(chapter, t)) },
        ...chapter.practices.map(({ item }) => ({ chapter: false, label: labelOf(item), title: write(item.title) })),
      ]),
      ...(hasIndex && index + 1 === all.length
        ? [{ chapter: true, label: indexName(part), title: write(t.bookIndex) }]
        : []),
    ],
  }));
  return { head, others, title: write(t.contents), name: `${language}/contents`, spacious: isSpacious(part), volumes };
}

function titleOf({ number, title, isContinued }: Chapter, t: ReaderTexts): string {
  return `${number}. ${isContinued ? t.bookContinued(title) : title}`;
}

/** Under which a chapter is found in its document. No practice is called so: an id has no stroke. */
export function chapterName({ language }: BookPart, { number, practices }: Chapter): string {
  return `${language}/${number}/${practices[0]?.item.id}`;
}

const coverName = ({ language }: BookPart): string => `${language}/cover`;
export const indexName = ({ language }: BookPart): string => `${language}/index`;

function chapterCall(chapter: Chapter, part: BookPart, draft: BookDraft): Code {
  const { practices } = chapter;
  const opens = practices.length >= minOpening;
  const [first] = practices;
  const t = textsOf(part.language, draft.context.archive);
  const write = createFieldWriter(draft, first?.item.file ?? "");
  const opening = {
    head,
    opens,
    name: chapterName(part, chapter),
    label: write(t.bookChapter(String(chapter.number))),
    title: write(titleOf(chapter, t)),
    practices: practices.map(({ item }) => ({ label: labelOf(item), title: write(item.title) })),
  };
  const texts = practices.map((entry, order) => {
    const above = order === 0 && !opens ? opening.title : undefined;
    return practiceCall(entry, { draft, head: undefined, ...(above ? { above } : {}) });
  });
  return call("chapter", opening, join(texts));
}
