import type { Language } from "../../../core/language/language.ts";
import { coverUnscripted, ownAddress } from "../../kit/browser/cover-unscripted.ts";
import { createSheetLoader, type SheetText } from "../../selection/browser/load-sheet.ts";
import {
  countValues,
  type Facets,
  type Restrictions,
  readFacets,
  restrict,
  valuesOf,
  withoutFacet,
} from "../engine/facets.ts";
import { type Found, find } from "../engine/find.ts";
import { hasPhrase } from "../engine/passage.ts";
import { readSynonyms } from "../engine/synonyms.ts";
import { type LoadedIndex, OtherBuild, openIndex } from "./load-index.ts";
import { notesOf, showNotes } from "./notes.ts";
import {
  addPassage,
  counted,
  countFilters,
  createParagraphReader,
  createRow,
  field,
  fillMenu,
  form,
  menus,
  part,
  phrase,
  placeFilters,
  region,
  results,
  sortMenu,
} from "./search-page.ts";
import type {} from "./sort-results.ts";

/*
 * The page of the search. What is looked for is in the address, so that it can be passed on and gone back to. What results show stands in
 * the index; only a phrase is looked for in the practices themselves.
 */

/** What is asked: words, and what the answer is narrowed down to. */
interface Question {
  readonly words: string;
  readonly restrictions: Restrictions;
  /** The name of an order; "" for the usual one. */
  readonly sort: string;
}

const pageSize = 10;
/** A phrase is looked for in the text of so many practices that have its words. */
const maxPhrases = 100;
const debounceMs = 180;

const language = document.documentElement.lang as Language;
const synonyms = readSynonyms((region.dataset.synonyms ?? "").split(";"));
const paragraphsOf = createParagraphReader();
const status = part("[data-status]");
const emptyNote = part("[data-empty]");
const more = part<HTMLButtonElement>("[data-do=more]");
const clear = part("[data-do=clear]");

/** The practices of the answer that is shown, and the terms to mark in them. */
interface Shown {
  readonly practices: readonly number[];
  readonly terms: ReadonlySet<string>;
}

/** What answers a question, with the filters and without. */
interface FoundPractices {
  readonly practices: readonly number[];
  readonly unfiltered: readonly number[];
  readonly matches: Found | undefined;
  readonly facets: Facets;
  /** All practices. */
  readonly archive: readonly number[];
}

/** The archive as one build made it. */
interface Opened {
  readonly index: LoadedIndex;
  readonly facets: Facets;
  /** The whole text of a practice by its place, in which phrases are looked for. Rejects with `OtherBuild` if it does not come. */
  readonly load: (practice: number) => Promise<SheetText>;
}

/** What the page is doing. */
interface State {
  opening: Promise<Opened> | undefined;
  /** The number of the last question. */
  asked: number;
  shown: Shown | undefined;
  waiting: ReturnType<typeof setTimeout> | undefined;
}

/** What fields say, of the form or of an address. */
function readQuestion(fields: Iterable<readonly [string, unknown]>): Question {
  const said = [...fields].filter(([name, value]) => value && form.elements.namedItem(name));
  const { q = "", sort = "", ...restrictions } = Object.fromEntries(said) as Record<string, string>;
  return { words: q, restrictions, sort };
}

/** How far a reader had come in the list; it is kept with the address, so that Back returns there. */
interface Place {
  readonly rows: number;
  readonly top: number;
}

const readPlace = (): Place => ({ rows: 0, top: 0, ...history.state });

function rememberPlace(): void {
  history.replaceState({ rows: results.children.length, top: scrollY } satisfies Place, "");
}

function writeAddress({ words, restrictions, sort }: Question, place: Place | null): void {
  const q = words.trim();
  const parameters = new URLSearchParams({ ...(q && { q }), ...restrictions, ...(sort && { sort }) });
  const query = `${parameters}` === "" ? "" : `?${parameters}`;
  history.replaceState(place, "", location.pathname + query);
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".languages a")) link.search = query;
}

async function openArchive(isRenewed: boolean): Promise<Opened> {
  const { index: head = "", part = "", sheet: address = "" } = region.dataset;
  const index = await openIndex({ head, part }, isRenewed);
  const loadSheet = createSheetLoader(address, (html, _, id): SheetText => ({ id, html }));
  const load = async (practice: number): Promise<SheetText> => {
    const sheet = await loadSheet(index.ids[practice] ?? "");
    if (!sheet) throw new OtherBuild(index.ids[practice]);
    return sheet;
  };
  return { index, facets: readFacets(index.head.facets), load };
}

/**
 * Answers a question; one that was asked meanwhile takes its place. After a deploy what the page has opened may not fit what the network
 * brings: then it opens the archive again past every cache, and asks once more.
 */
async function answer(question: Question, state: State): Promise<void> {
  const number = ++state.asked;
  const isCurrent = (): boolean => number === state.asked;
  region.setAttribute("aria-busy", "true");
  showQuestion(question);
  for (const isRenewed of [false, true]) {
    if (isRenewed || !state.opening) state.opening = openArchive(isRenewed);
    try {
      await answerFrom(state.opening, question, state);
      break;
    } catch {
      if (!isCurrent()) return;
      if (isRenewed) showFailure(state);
    }
  }
  if (isCurrent()) region.setAttribute("aria-busy", "false");
}

async function answerFrom(opening: Promise<Opened>, question: Question, state: State): Promise<void> {
  const number = state.asked;
  const opened = await opening;
  const { index, facets } = opened;
  const matches = await find(question.words, index, { language, synonyms });
  const archive = [...index.ids.keys()];
  const all = matches?.practices ?? (question.words.trim() ? [] : archive);
  const kept = await withPhrases(all, matches, opened);
  const found = restrict(kept, question.restrictions, facets);
  const practices = (await window.praktikaSort?.(found, question.sort, index)) ?? found;
  const shown = { practices, terms: matches?.terms ?? new Set<string>() };
  const place = readPlace();
  const rows = await createRows(opened, shown, { from: 0, count: Math.max(pageSize, place.rows) });
  if (number !== state.asked) return;
  fillMenus(kept, question.restrictions, facets);
  showSummary({ practices, unfiltered: kept, matches, facets, archive }, question);
  state.shown = shown;
  results.replaceChildren();
  appendRows(rows, shown);
  if (place.top > 0) scrollTo(0, place.top);
  addPassages(rows, shown, opened);
}

function showFailure(state: State): void {
  state.opening = undefined;
  state.shown = undefined;
  results.replaceChildren();
  showNotes([]);
  emptyNote.hidden = true;
  more.hidden = true;
  status.textContent = phrase("failed");
}

/** Of practices with the words of a phrase those that have them together. */
async function withPhrases(
  practices: readonly number[],
  matches: Found | undefined,
  { load }: Opened,
): Promise<readonly number[]> {
  if (!matches || matches.phrases.length === 0) return practices;
  const looked = practices.slice(0, maxPhrases);
  const sheets = await Promise.all(looked.map(load));
  return looked.filter((_, at) => {
    const sheet = sheets[at];
    const texts = sheet ? paragraphsOf(sheet) : [];
    return matches.phrases.every((words) => texts.some((text) => hasPhrase(text, words)));
  });
}

/** Each menu offers what the other menus leave. */
function fillMenus(practices: readonly number[], restrictions: Restrictions, facets: Facets): void {
  for (const menu of menus) {
    const { name } = menu;
    const others = restrict(practices, withoutFacet(restrictions, name), facets);
    fillMenu(menu, countValues(name, others, facets), restrictions[name]);
  }
}

/** Says how many practices were found, and what of the question was read otherwise. */
function showSummary(found: FoundPractices, { words }: Question): void {
  const { practices, unfiltered, matches, facets, archive } = found;
  const count = practices.length;
  status.textContent = count > 0 ? counted(count) : phrase("nothing");
  emptyNote.hidden = count > 0;
  const isPhraseCut = matches !== undefined && matches.phrases.length > 0 && matches.practices.length > maxPhrases;
  const years = countValues("year", archive, facets);
  const counts = { count, unfiltered: unfiltered.length, archive: archive.length };
  showNotes(notesOf({ words, matches, ...counts, years, isPhraseCut }));
}

/** Says what is asked before there is an answer: what comes later would push the results down. */
function showQuestion({ words, restrictions }: Question): void {
  const filters = Object.keys(restrictions).length;
  countFilters(filters);
  clear.hidden = words.trim() === "" && filters === 0;
}

/** The next rows of the answer. */
async function createRows(
  { index, facets }: Opened,
  { practices, terms }: Shown,
  { from, count }: { readonly from: number; readonly count: number },
): Promise<HTMLLIElement[]> {
  const shown = practices.slice(from, from + count);
  const texts = await Promise.all(shown.map(index.text));
  return texts.map((text, at) => createRow(text, terms, valuesOf("size", shown[at] ?? 0, facets)));
}

/** Rows that do not show what was looked for get the passage that does, one after the other; none is a fault if it does not come. */
async function addPassages(
  rows: readonly HTMLLIElement[],
  { practices, terms }: Shown,
  { load }: Opened,
): Promise<void> {
  if (terms.size === 0) return;
  const from = results.children.length - rows.length;
  for (const [at, row] of rows.entries()) {
    if (row.querySelector("mark")) continue;
    const sheet = await load(practices[from + at] ?? 0).catch(() => undefined);
    if (!row.isConnected) return;
    if (sheet) addPassage(row, paragraphsOf(sheet), terms);
  }
}

function appendRows(rows: readonly HTMLLIElement[], shown: Shown): void {
  results.append(...rows);
  results.hidden = results.children.length === 0;
  more.hidden = results.children.length >= shown.practices.length;
  dispatchEvent(new Event("praktika:rows"));
}

/** Shows the next page of the answer, or asks again if the archive has changed meanwhile. */
async function showMore(state: State): Promise<void> {
  const { opening, shown } = state;
  if (!opening || !shown) return;
  try {
    const opened = await opening;
    const rows = await createRows(opened, shown, { from: results.children.length, count: pageSize });
    if (state.shown !== shown) return;
    appendRows(rows, shown);
    rememberPlace();
    addPassages(rows, shown, opened);
    rows[0]?.querySelector("a")?.focus();
  } catch {
    state.opening = undefined;
    ask(state);
  }
}

function ask(state: State): void {
  clearTimeout(state.waiting);
  const question = readQuestion(new FormData(form));
  writeAddress(question, null);
  answer(question, state);
}

/** Begins with what the address asks. */
function open(state: State): void {
  const question = readQuestion(new URL(location.href).searchParams);
  field.value = question.words;
  sortMenu.value = question.sort;
  writeAddress(question, readPlace());
  answer(question, state);
}

function start(): void {
  const state: State = { opening: undefined, asked: 0, shown: undefined, waiting: undefined };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(state);
  });
  field.addEventListener("input", () => {
    clearTimeout(state.waiting);
    state.waiting = setTimeout(() => ask(state), debounceMs);
  });
  for (const menu of [...menus, sortMenu]) menu.addEventListener("change", () => ask(state));
  more.addEventListener("click", () => showMore(state));
  clear.addEventListener("click", () => {
    form.reset();
    ask(state);
    field.focus();
  });
  addEventListener("popstate", () => open(state));
  addEventListener("pagehide", rememberPlace);
  placeFilters();
  coverUnscripted(region, ownAddress());
  open(state);
}

start();
