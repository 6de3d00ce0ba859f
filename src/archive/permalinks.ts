import type { Language } from "../core/language/language.ts";
import type { Permalink } from "../core/model/ids.ts";
import type { Issue } from "../core/model/issue.ts";

/** The addresses of all pages (contract: design of Praktika, “Permalinks”). Pages end in a slash. */
export const permalinks = {
  home: (language: Language) => `/${language}/` as Permalink,
  practice: (language: Language, id: string) => `/${language}/practices/${id}/` as Permalink,
  /** A practice for reference managers, by the ending of the file. */
  citation: (language: Language, id: string, format: string) =>
    `/${language}/practices/${id}/cite.${format}` as Permalink,
  practices: (language: Language, page = 1) =>
    (page === 1 ? `/${language}/practices/` : `/${language}/practices/page/${page}/`) as Permalink,
  themes: (language: Language) => `/${language}/themes/` as Permalink,
  theme: (language: Language, id: string) => `/${language}/themes/${id}/` as Permalink,
  years: (language: Language) => `/${language}/years/` as Permalink,
  year: (language: Language, year: string) => `/${language}/years/${year}/` as Permalink,
  municipalities: (language: Language) => `/${language}/municipalities/` as Permalink,
  municipality: (language: Language, code: string) => `/${language}/municipalities/${code}/` as Permalink,
  innovators: (language: Language) => `/${language}/innovators/` as Permalink,
  innovator: (language: Language, slug: string) => `/${language}/innovators/${slug}/` as Permalink,
  /** All practices of a list as one document, below the list. */
  booklet: (list: Permalink) => `${list}print/` as Permalink,
  selection: (language: Language) => `/${language}/print/` as Permalink,
  /** A practice as a script, for the selection. */
  selectionSheet: (language: Language, id: string) => `/${language}/print/sheets/${id}.js` as Permalink,
  /** The printed sheet of a practice, where there is one. */
  sheetPdf: (language: Language, id: string) => `/pdf/${language}/${id}.pdf` as Permalink,
  /** The printed book of an issue, where there is one; some hold all languages. */
  bookPdf: (language: Language, { id, bilingual }: Pick<Issue, "id" | "bilingual">) =>
    `/pdf/issues/${bilingual ? id : `${id}.${language}`}.pdf` as Permalink,
  /** Practices side by side. */
  compare: (language: Language) => `/${language}/compare/` as Permalink,
  /** What the open data below /data/ hold. */
  data: (language: Language) => `/${language}/data/` as Permalink,
  search: (language: Language) => `/${language}/search/` as Permalink,
  /** A part of the index of the search, as a script. */
  searchIndex: (language: Language, part: string) => `/${language}/search/index/${part}.js` as Permalink,
  /** All titles in alphabetical order; those that begin with a letter. */
  titleIndex: (language: Language, letter?: string) =>
    (letter === undefined ? `/${language}/index/` : `/${language}/index/${letter}/`) as Permalink,
  /** What a browser keeps for reading without a network. */
  offline: (language: Language) => `/${language}/offline/` as Permalink,
  /** The picture that others show beside a link to the site. */
  card: (language: Language) => `/${language}/card.png` as Permalink,
  serviceWorker: "/service-worker.js" as Permalink,
  issues: (language: Language) => `/${language}/issues/` as Permalink,
  issue: (language: Language, id: string) => `/${language}/issues/${id}/` as Permalink,
  nominated: (language: Language) => `/${language}/nominated/` as Permalink,
  /** All addresses of the old archive; the page that forwards them. */
  oldAddresses: "/old/" as Permalink,
  page: (language: Language, id: string) => `/${language}/${id}/` as Permalink,
  feed: (language: Language) => `/${language}/feed.xml` as Permalink,
  themeFeed: (language: Language, id: string) => `/${language}/themes/${id}/feed.xml` as Permalink,
  /** Of a theme, or of all practices. */
  jsonFeed: (language: Language, theme = "") =>
    (theme === "" ? `/${language}/feed.json` : `/${language}/themes/${theme}/feed.json`) as Permalink,
  /** An image or attachment: below /media/, or below /files/ if it lies beside a text and not in content/media/. */
  media: (path: string) => `/${encodePath(path.startsWith("media/") ? path : `files/${path}`)}` as Permalink,
} as const;

/** A path for an address; characters with a meaning there, such as # and ?, are written as codes. */
export function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

/** The file that answers a permalink, relative to the output folder: `bg/practices/x/index.html`. */
export function outputPath(permalink: Permalink): string {
  const path = decodeURIComponent(permalink).slice(1);
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}
