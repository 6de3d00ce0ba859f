import { permalinks } from "../../archive/permalinks.ts";
import { type Language, localize } from "../../core/language/language.ts";
import type { PracticeEntry } from "../../core/model/archive.ts";
import type { Permalink } from "../../core/model/ids.ts";
import type { BookPaper } from "../../core/model/issue.ts";
import { textsOf } from "../../locales/texts-of.ts";
import { issueView } from "../../pages/issues/page.ts";
import type { RenderContext } from "../../pages/kit/context.ts";
import type { RelativeUrl } from "../../pages/kit/relative-url.ts";
import { resolveLinks } from "../../pages/kit/resolve-links.ts";
import { placeNames } from "../../pages/kit/row-view.ts";
import { embedHtml, practiceFragment } from "../../pages/practice/practice-fragment.ts";
import { type BookPart, type PlannedBook, wholeArchive } from "./plan-book.ts";

/** A book for the browser that prints it. */
export interface BookDocument {
  readonly html: string;
  /** Sizes and running heads of the pages, which differ from book to book. */
  readonly css: string;
  /** Anchors that begin on a right-hand page, in order; before each stands a blank page that may be shown. */
  readonly openings: readonly string[];
  readonly title: string;
  readonly author: string;
  /** Millimetres between the margins. */
  readonly textWidth: number;
  /** The file of each practice, by its anchor. */
  readonly files: ReadonlyMap<string, string>;
  /** The file of the issue. */
  readonly file: string;
}

/** Scheme of links within the book until it is complete: a link `#…` would look like one within a practice. */
const inBook = "book:";

/** Renders a book as one HTML document. Throws `TemplateFault`. */
export function createBook({ parts }: PlannedBook, context: RenderContext, paper: BookPaper): BookDocument {
  const [first] = parts;
  const { site } = context.archive;
  const anchors = new Map<Permalink, string>();
  for (const { language, practices } of parts) {
    for (const { item } of practices) anchors.set(permalinks.practice(language, item.id), anchorOf(item));
  }
  const link: RelativeUrl = (target) => (anchors.has(target) ? `${inBook}${anchors.get(target)}` : target);
  const html = context.templates.render("book.njk", {
    language: first.language,
    t: textsOf(first.language),
    title: localize(first.issue.title, first.language),
    author: localize(site.publisher?.name ?? site.name, first.language),
    stylesheet: context.assets.get("css/book.css") ?? "",
    paper,
    parts: parts.map((part) => ({
      language: part.language,
      html: finishLinks(context.templates.render("book-part.njk", partView(part, context, link)), site.baseUrl),
    })),
  });
  return {
    html,
    css: pageStyles(parts, context, paper),
    openings: parts.flatMap(openingsOf),
    title: localize(first.issue.title, first.language),
    author: localize(site.publisher?.name ?? site.name, first.language),
    textWidth: textWidthOf(paper),
    files: new Map(parts.flatMap(({ practices }) => practices.map(({ item }) => [anchorOf(item), item.file]))),
    file: first.issue.file,
  };
}

const anchorOf = ({ language, id }: PracticeEntry["item"]): string => `${language}-practice-${id}`;
const chapterAnchor = (language: Language, index: number): string => `${language}-chapter-${index + 1}`;

/** Addresses of the site become whole ones; pictures stay where the browser finds them. */
function finishLinks(html: string, baseUrl: string): string {
  return html.replaceAll(` href="${inBook}`, ' href="#').replaceAll(' href="/', ` href="${baseUrl}/`);
}

function openingsOf({ language, issue, chapters }: BookPart): readonly string[] {
  return [
    `${language}-cover`,
    ...(hasForeword({ issue, language }) ? [`${language}-foreword`] : []),
    `${language}-contents`,
    ...chapters.map((_, index) => chapterAnchor(language, index)),
    `${language}-index`,
  ];
}

const hasForeword = ({ issue, language }: Pick<BookPart, "issue" | "language">): boolean =>
  localize(issue.foreword, language) !== "" && issue.foreword?.[language] !== undefined;

function partView(part: BookPart, context: RenderContext, link: RelativeUrl) {
  const { language, issue, practices, indexes } = part;
  const { site } = context.archive;
  const webPage = issue.id === wholeArchive ? permalinks.home(language) : permalinks.issue(language, issue.id);
  return {
    language,
    t: textsOf(language),
    nominations: { shown: site.hasNominations, open: false, live: false },
    site: {
      name: localize(site.name, language),
      licence: localize(site.licence?.name, language),
      publisher: localize(site.publisher?.name, language),
      address: localize(site.publisher?.address, language),
      email: site.publisher?.email ?? "",
    },
    issue: issueView({ issue, practices }, { context, link }, language),
    imprint: {
      isbn: issue.imprint?.isbn ?? "",
      issn: issue.imprint?.issn ?? "",
      editors: localize(issue.imprint?.editors, language),
      licence: localize(issue.imprint?.licence, language),
      webPage: site.baseUrl + webPage,
    },
    foreword: embedHtml(forewordHtml(part, context, link), `${language}-foreword`),
    chapters: chapterViews(part, context, link),
    indexes: indexes.map(({ title, entries }) => ({
      title,
      entries: entries.map(({ name, practices: list }) => ({
        name,
        anchors: list.map(({ item }) => anchorOf(item)),
      })),
    })),
  };
}

function forewordHtml(part: BookPart, context: RenderContext, link: RelativeUrl): string {
  const { language, issue } = part;
  const body = hasForeword(part) ? context.forewordOf(issue.file, language) : undefined;
  if (!body) return "";
  const sections = body.sections.map(({ title, html }) => `<h2>${title}</h2>${html}`).join("");
  return resolveLinks(body.lead + sections + body.footnotes, language, { context, link });
}

function chapterViews({ language, chapters }: BookPart, context: RenderContext, link: RelativeUrl) {
  const { places } = context.archive;
  // Themes, places and innovators stand in the index; links to their pages would double the time that printing takes.
  const onPaper: RenderContext = { ...context, planned: new Set() };
  return chapters.map((chapter, index) => ({
    anchor: chapterAnchor(language, index),
    number: String(index + 1),
    label: textsOf(language).bookChapter(String(index + 1)),
    title: chapter.title,
    rows: chapter.practices.map(({ item }) => ({
      anchor: anchorOf(item),
      title: item.title,
      detail: placeNames(item.municipalities, places, language) || (item.innovator ?? ""),
    })),
    practices: chapter.practices.map((entry) =>
      practiceFragment(entry, { context: onPaper, link }, anchorOf(entry.item)),
    ),
  }));
}

interface PageSize {
  readonly width: number;
  readonly height: number;
  /** At the top, outside, at the bottom and at the binding. */
  readonly margins: readonly [number, number, number, number];
}

/** In millimetres. */
const papers: Readonly<Record<BookPaper, PageSize>> = {
  a5: { width: 148, height: 210, margins: [17, 14, 18, 19] },
  a4: { width: 210, height: 297, margins: [18, 18, 20, 25] },
  letter: { width: 215.9, height: 279.4, margins: [18, 18, 20, 26] },
};

function textWidthOf(paper: BookPaper): number {
  const { width, margins } = papers[paper];
  return width - margins[1] - margins[3];
}

/**
 * The pages: mirrored for binding, numbers outside, the chapter's title above left pages and the archive's above right
 * ones. Chromium knows no running elements, so every chapter's pages have a name and a head of their own.
 */
function pageStyles(parts: readonly BookPart[], { archive }: RenderContext, paper: BookPaper): string {
  const { width, height, margins } = papers[paper];
  const [top, outer, bottom, inner] = margins;
  const heads = parts.flatMap(({ language, chapters }) => {
    const name = quoteCss(localize(archive.site.name, language));
    return chapters.map(({ title }, index) => {
      const page = chapterAnchor(language, index);
      return `@page ${page}:left { @top-left { content: ${quoteCss(title)}; } }
@page ${page}:right { @top-right { content: ${name}; } }
.${page} { page: ${page}; }`;
    });
  });
  return `@page { size: ${width}mm ${height}mm; }
@page :right { margin: ${top}mm ${outer}mm ${bottom}mm ${inner}mm; }
@page :left { margin: ${top}mm ${inner}mm ${bottom}mm ${outer}mm; }
${heads.join("\n")}
`;
}

/** A CSS string; a running head of more than about 70 characters would not fit on one line. */
function quoteCss(text: string): string {
  const short = text.length > 70 ? `${text.slice(0, 68).trimEnd()}…` : text;
  return `"${short.replace(/[\\"]/g, "\\$&").replace(/\s+/g, " ")}"`;
}
