import type { Language } from "../core/language/language.ts";
import type { Permalink } from "../core/model/ids.ts";
import type { Issue } from "../core/model/issue.ts";

function permalink(path: `/${string}`): Permalink {
  return path as Permalink;
}

/** A page of a list that is divided. */
function pageOf(list: Permalink, page: number): Permalink {
  return page === 1 ? list : (`${list}page/${page}/` as Permalink);
}

/** Pages that a language has once: texts may link to each by its address. */
export const pagesOfLanguage = {
  home: (language: Language) => permalink(`/${language}/`),
  practices: (language: Language, page = 1) => pageOf(permalink(`/${language}/practices/`), page),
  themes: (language: Language) => permalink(`/${language}/themes/`),
  years: (language: Language) => permalink(`/${language}/years/`),
  municipalities: (language: Language) => permalink(`/${language}/municipalities/`),
  sizes: (language: Language) => permalink(`/${language}/sizes/`),
  innovators: (language: Language) => permalink(`/${language}/innovators/`),
  issues: (language: Language) => permalink(`/${language}/issues/`),
  nominated: (language: Language) => permalink(`/${language}/nominated/`),
  /** All titles in alphabetical order; those that begin with a letter. */
  titleIndex: (language: Language, letter?: string) =>
    permalink(letter === undefined ? `/${language}/index/` : `/${language}/index/${letter}/`),
  search: (language: Language) => permalink(`/${language}/search/`),
  /** Practices side by side. */
  compare: (language: Language) => permalink(`/${language}/compare/`),
  selection: (language: Language) => permalink(`/${language}/print/`),
  /** What the open data below /data/ hold. */
  data: (language: Language) => permalink(`/${language}/data/`),
  /** What a browser keeps for reading without a network. */
  offline: (language: Language) => permalink(`/${language}/offline/`),
} as const;

/** The addresses of all pages (contract: design of Praktika, “Permalinks”). Pages end in a slash. */
export const permalinks = {
  ...pagesOfLanguage,
  // Joined: one string, not a tree of its pieces. There are as many as practices.
  practice: (language: Language, id: string) => ["", language, "practices", id, ""].join("/") as Permalink,
  /** All practices for reference managers, by the ending of the file. */
  citations: (language: Language, format: string) => permalink(`/data/citations.${language}.${format}`),
  pageOf,
  theme: (language: Language, id: string) => permalink(`/${language}/themes/${id}/`),
  year: (language: Language, year: string) => permalink(`/${language}/years/${year}/`),
  municipality: (language: Language, code: string) => permalink(`/${language}/municipalities/${code}/`),
  /** Places of one size, by how many people live there. */
  size: (language: Language, band: string) => permalink(`/${language}/sizes/${band}/`),
  /** By a status, an award, another language, a field of the archive: `status.active`. */
  facet: (language: Language, name: string) => permalink(`/${language}/lists/${name.replace(".", "/")}/`),
  innovator: (language: Language, slug: string) => permalink(`/${language}/innovators/${slug}/`),
  /** All practices of a list as one document, below the list. */
  booklet: (list: Permalink) => `${list}print/` as Permalink,
  /** A practice as a script, for the selection. */
  practiceFragment: (language: Language, id: string) => permalink(`/${language}/print/sheets/${id}.js`),
  /** The printed sheet of a practice, where there is one. */
  sheetPdf: (language: Language, id: string) => permalink(`/pdf/${language}/${id}.pdf`),
  /** The printed book of an issue, where there is one; some hold all languages. */
  bookPdf: (language: Language, { id, bilingual }: Pick<Issue, "id" | "bilingual">) =>
    permalink(`/pdf/issues/${bilingual ? id : `${id}.${language}`}.pdf`),
  /** A volume of a book that is too thick for one; each language has its own. */
  volumePdf: (language: Language, { id }: Pick<Issue, "id">, volume: number) =>
    permalink(`/pdf/issues/${id}.${language}.${volume}.pdf`),
  /** The printed booklet of a list, where there is one. */
  listPdf: (list: Permalink) => permalink(`/pdf/lists${list.replace(/\/$/, "")}.pdf` as `/${string}`),
  /** The head of the index of the search, as a script; its parts, which are named by their content, and where they lie. */
  searchIndex: (language: Language) => permalink(`/${language}/search/index/head.js`),
  searchPart: (language: Language, name: string) => permalink(`/assets/search/${language}/${name}.js`),
  searchParts: (language: Language) => permalink(`/assets/search/${language}`),
  /** The picture that others show beside a link to the site. */
  card: (language: Language) => permalink(`/${language}/card.png`),
  practiceCard: (language: Language, id: string) => permalink(`/${language}/practices/${id}/card.png`),
  serviceWorker: permalink("/service-worker.js"),
  /** What a browser needs to know to install the archive. */
  manifest: (language: Language) => permalink(`/${language}/manifest.webmanifest`),
  issue: (language: Language, id: string) => permalink(`/${language}/issues/${id}/`),
  /** All addresses of the old archive; the page that forwards them. */
  oldAddresses: permalink("/old/"),
  page: (language: Language, id: string) => permalink(`/${language}/${id}/`),
  feed: (language: Language) => permalink(`/${language}/feed.xml`),
  themeFeed: (language: Language, id: string) => permalink(`/${language}/themes/${id}/feed.xml`),
  /** Of a theme, or of all practices. */
  jsonFeed: (language: Language, theme = "") =>
    permalink(theme === "" ? `/${language}/feed.json` : `/${language}/themes/${theme}/feed.json`),
  /** An image or attachment: below /media/, or below /files/ if it lies beside a text and not in content/media/. */
  media: (path: string) => permalink(`/${encodePath(path.startsWith("media/") ? path : `files/${path}`)}`),
} as const;

/** Icons that are drawn of the site's mark. The first two lie where programs look for them without being told. */
export const iconPermalinks = {
  ico: permalink("/favicon.ico"),
  touch: permalink("/apple-touch-icon.png"),
  small: permalink("/icons/192.png"),
  large: permalink("/icons/512.png"),
  maskable: permalink("/icons/maskable-512.png"),
} as const;

/** A path for an address; characters with a meaning there, such as # and ?, are written as codes. */
export function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

/** The file that answers a permalink, relative to the output folder: `bg/practices/x/index.html`. */
export function outputPath(permalink: Permalink): string {
  const path = decodeURIComponent(permalink).slice(1);
  return path === "" || path.endsWith("/") ? [path, "index.html"].join("") : path;
}
