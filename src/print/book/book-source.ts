import { permalinks } from "../../archive/permalinks.ts";
import { localize } from "../../core/language/language.ts";
import type { Permalink } from "../../core/model/ids.ts";
import type { BookPaper } from "../../core/model/issue.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { issueView } from "../../pages/issues/page.ts";
import {
  bareUrl,
  createFieldWriter,
  type DocumentDraft,
  startDraft,
  writeTextOf,
} from "../documents/practice-parts.ts";
import type { PrintShop } from "../print-shop.ts";
import { picturesOf } from "../sheets/plan-sheets.ts";
import { type Code, call, type TypstValue } from "../typst/code.ts";
import { templatesFolder } from "../typst/engine.ts";
import { bookletPieces, overviewPieces } from "./booklet-source.ts";
import { type BookForm, type BookPart, type Chapter, type PlannedBook, wholeArchive } from "./plan-book.ts";
import { labelOf, practiceCall } from "./practice-call.ts";

/** A book as a Typst document. */
export interface BookSource {
  readonly source: string;
  readonly draft: DocumentDraft;
  readonly pictures: readonly string[];
}

/** Practices from which a chapter opens on a page of its own. */
const minOpening = 3;
/** A book with more practices is thicker: it needs more white at the binding, in millimetres. */
const gutters = [
  { practices: 400, millimetres: 5 },
  { practices: 150, millimetres: 3 },
  { practices: 70, millimetres: 1.5 },
];

/** Printers of books bind sheets of four pages. */
const boundPages = 4;

const piecesOf: Readonly<
  Record<BookForm, (part: BookPart, draft: DocumentDraft, paper: BookPaper) => readonly Code[]>
> = {
  book: bookPieces,
  booklet: bookletPieces,
  overview: overviewPieces,
};

/** How the pages of a book come out of the press. */
export interface BookOptions {
  readonly paper: BookPaper;
  /** Two pages side by side, in the order in which a pile of sheets is folded. */
  readonly isFolded: boolean;
}

/** Writes a book, booklet or overview. */
export function writeBook({ parts, form }: PlannedBook, shop: PrintShop, { paper, isFolded }: BookOptions): BookSource {
  const { context } = shop.site;
  const entries = parts.flatMap(({ practices }) => practices);
  const labels = new Map<Permalink, string>(
    entries.map(({ item }) => [permalinks.practice(item.language, item.id), labelOf(item)]),
  );
  const draft = startDraft({ context, letters: shop.letters, pictures: shop.pictures, labels });
  const [first] = parts;
  const { site } = context.archive;
  const document = {
    title: localize(first.issue.title, first.language),
    author: localize(site.publisher?.name ?? site.name, first.language),
    lang: first.language,
    paper,
    form,
    gutter: gutters.find(({ practices }) => entries.length > practices)?.millimetres ?? 0,
    multiple: form === "book" || isFolded ? boundPages : 1,
  };
  const body = parts.map((part) => {
    const pieces = piecesOf[form](part, draft, paper).map(({ text }) => text);
    return `#part((lang: "${part.language}"), {\n${pieces.join("\n")}\n})`;
  });
  const source = `#import "${templatesFolder}/${form}.typ": *\n#show: ${call("book.with", document).text}\n${body.join("\n")}\n`;
  return { source, draft, pictures: [...new Set(entries.flatMap(picturesOf))] };
}

function bookPieces(part: BookPart, draft: DocumentDraft, paper: BookPaper): readonly Code[] {
  const { language, issue, chapters, indexes } = part;
  const t = textsOf(language, draft.context.archive);
  const write = createFieldWriter(draft, issue.file);
  const pieces: readonly (Code | undefined)[] = [
    call("cover", coverOf(part, draft, paper)),
    call("imprint", imprintOf(part, draft)),
    forewordOf(part, draft),
    call("contents", write(t.contents), language),
    ...chapters.flatMap((chapter, index) => chapterCalls(chapter, { index, paper, draft, language })),
    indexes.length === 0
      ? undefined
      : call(
          "indexes",
          write(t.bookIndex),
          indexes.map(({ title, entries }) => ({
            title: write(title),
            entries: entries.map(({ name, practices }) => ({
              name: write(name),
              labels: practices.map(({ item }) => labelOf(item)),
            })),
          })),
        ),
  ];
  return pieces.filter((piece) => piece !== undefined);
}

function coverOf(part: BookPart, draft: DocumentDraft, paper: BookPaper): { readonly [name: string]: TypstValue } {
  const { language, issue, practices } = part;
  const { site } = draft.context.archive;
  const write = createFieldWriter(draft, issue.file);
  const view = issueView({ issue, practices }, { context: draft.context, link: (target) => target }, language);
  const { accent } = site.look.print.colours;
  const bars = view.motif.map(
    ({ x, y, height, chosen }) =>
      `<rect x="${x}" y="${y}" width="7" height="${height}" fill="${chosen ? accent : "none"}" stroke="${accent}" stroke-width="0.5"/>`,
  );
  const width = Math.max(10, view.motif.length * 10);
  return {
    paper,
    publisher: write(localize(site.publisher?.name ?? site.name, language)),
    title: write(localize(issue.title, language)),
    subtitle: issue.subtitle ? write(localize(issue.subtitle, language)) : undefined,
    motif: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 100" preserveAspectRatio="none">${bars.join("")}</svg>`,
    year: write(String(view.year)),
    total: write(view.total),
  };
}

function imprintOf({ language, issue }: BookPart, draft: DocumentDraft): { readonly [name: string]: TypstValue } {
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
    lines: lines
      .map(([label, all]) => ({ label: write(label), lines: all.filter((line) => line !== "").map(write) }))
      .filter((entry) => entry.lines.length > 0),
  };
}

function forewordOf({ language, issue }: BookPart, draft: DocumentDraft): Code | undefined {
  const body = issue.foreword?.[language] === undefined ? undefined : draft.context.forewordOf(issue.file, language);
  if (!body) return undefined;
  const placement = { file: issue.file, language, prefix: `${language}-foreword`, lower: 0, notes: "foot" } as const;
  return call("foreword", textsOf(language, draft.context.archive).foreword, writeTextOf(body, placement, draft).body);
}

interface ChapterOptions {
  readonly index: number;
  readonly paper: BookPaper;
  readonly draft: DocumentDraft;
  readonly language: BookPart["language"];
}

function chapterCalls({ title, practices }: Chapter, options: ChapterOptions): readonly Code[] {
  const { index, paper, draft, language } = options;
  const opens = practices.length >= minOpening;
  const number = String(index + 1);
  const [first] = practices;
  const write = createFieldWriter(draft, first?.item.file ?? "");
  const opening = call("chapter", {
    opens,
    label: write(textsOf(language, draft.context.archive).bookChapter(number)),
    title: write(`${number}. ${title}`),
    practices: practices.map(({ item }) => ({ label: labelOf(item), title: write(item.title) })),
  });
  return [
    opening,
    ...practices.map((entry, order) => practiceCall(entry, { draft, paper, runsOn: order === 0 && !opens })),
  ];
}
