import { type FacetName, facetNames } from "../../../core/model/facets.ts";
import { createSheetLoader } from "../../selection/browser/load-sheet.ts";
import { countValues, type Facets, type Restrictions, readFacets, restrict, withoutFacet } from "../engine/facets.ts";
import { type Found, find } from "../engine/find.ts";
import { hasPhrase } from "../engine/passage.ts";
import { type LoadedIndex, openIndex } from "./load-index.ts";
import {
  counted,
  createParagraphReader,
  createRow,
  facetOf,
  field,
  fillMenu,
  form,
  menus,
  part,
  phrase,
  region,
  results,
} from "./search-page.ts";

/*
 * The page of the search. What is looked for is in the address, so that it can be passed on and gone back to. Found practices come from
 * the scripts of the reader's selection.
 */

/** What is asked: words, and what the answer is narrowed down to. */
interface Question {
  readonly words: string;
  readonly restrictions: Restrictions;
}

const pageSize = 10;
/** A phrase is looked for in the text of so many practices that have its words. */
const mostPhrases = 100;
const pause = 180;

const load = createSheetLoader(phrase("sheet", { id: "{id}" }));
const paragraphsOf = createParagraphReader();
const status = part("[data-status]");
const notes = part("[data-notes]");
const emptyNote = part("[data-empty]");
const more = part<HTMLButtonElement>("[data-do=more]");
const clear = part("[data-do=clear]");

/** The practices of the answer that is shown, and the terms to mark in them. */
interface Shown {
  readonly practices: readonly number[];
  readonly terms: ReadonlySet<string>;
}

/** What the page is doing. */
interface State {
  opening: Promise<LoadedIndex> | undefined;
  /** The number of the last question. */
  asked: number;
  shown: Shown | undefined;
  waiting: ReturnType<typeof setTimeout> | undefined;
}

function readAddress(): Question {
  const { searchParams } = new URL(location.href);
  const restrictions = facetNames.flatMap((name) => {
    const key = searchParams.get(name);
    return key ? [[name, key] as const] : [];
  });
  return { words: searchParams.get("q") ?? "", restrictions: Object.fromEntries(restrictions) };
}

function readForm(): Question {
  const chosen = menus.filter(({ value }) => value !== "").map((menu) => [facetOf(menu), menu.value] as const);
  return { words: field.value, restrictions: Object.fromEntries(chosen) };
}

function writeAddress({ words, restrictions }: Question): void {
  const parameters = new URLSearchParams({ ...(words.trim() ? { q: words.trim() } : {}), ...restrictions });
  const query = parameters.size > 0 ? `?${parameters}` : "";
  history.replaceState(null, "", location.pathname + query);
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".languages a")) link.search = query;
}

/** Answers a question; one that was asked meanwhile takes its place. */
async function answer(question: Question, state: State): Promise<void> {
  const number = ++state.asked;
  region.ariaBusy = "true";
  try {
    state.opening ??= openIndex(phrase("index", { part: "{part}" }));
    const index = await state.opening;
    const matches = await find(question.words, index);
    const all = matches?.practices ?? (question.words.trim() === "" ? [...index.ids.keys()] : []);
    const kept = await withPhrases(all, matches, index);
    if (number !== state.asked) return;
    const facets = readFacets(index.head.facets);
    const practices = restrict(kept, question.restrictions, facets);
    fillMenus(kept, question.restrictions, facets);
    showSummary(practices.length, question, matches);
    state.shown = { practices, terms: matches?.terms ?? new Set() };
    results.replaceChildren();
    await showRows(index, 0, state);
  } catch {
    if (number !== state.asked) return;
    state.opening = undefined;
    state.shown = undefined;
    results.replaceChildren();
    status.textContent = phrase("failed");
  }
  if (number === state.asked) region.ariaBusy = "false";
}

/** Of practices with the words of a phrase those that have them together. */
async function withPhrases(
  practices: readonly number[],
  matches: Found | undefined,
  index: LoadedIndex,
): Promise<readonly number[]> {
  if (!matches || matches.phrases.length === 0) return practices;
  const looked = practices.slice(0, mostPhrases);
  const sheets = await Promise.all(looked.map((practice) => load(index.ids[practice] ?? "")));
  return looked.filter((_, at) => {
    const sheet = sheets[at];
    const texts = sheet ? [sheet.title, ...paragraphsOf(sheet)] : [];
    return matches.phrases.every((words) => texts.some((text) => hasPhrase(text, words)));
  });
}

/** Each menu offers what the other menus leave. */
function fillMenus(practices: readonly number[], restrictions: Restrictions, facets: Facets): void {
  for (const menu of menus) {
    const name: FacetName = facetOf(menu);
    const others = restrict(practices, withoutFacet(restrictions, name), facets);
    fillMenu(menu, countValues(name, others, facets), restrictions[name]);
  }
}

/** Says how many practices were found, and what of the question was read otherwise. */
function showSummary(count: number, question: Question, matches: Found | undefined): void {
  status.textContent = count > 0 ? counted(count) : phrase("nothing");
  emptyNote.hidden = count > 0;
  const said = [
    ...(matches?.unknown ?? []).map(({ word, isReplaced }) => phrase(isReplaced ? "replaced" : "absent", { word })),
    ...(matches?.haveSome ? [phrase("haveSome")] : []),
    ...(matches && matches.phrases.length > 0 && matches.practices.length > mostPhrases ? [phrase("phraseLimit")] : []),
  ];
  notes.replaceChildren(
    ...said.map((text) => {
      const note = document.createElement("p");
      note.textContent = text;
      return note;
    }),
  );
  clear.hidden = question.words.trim() === "" && Object.keys(question.restrictions).length === 0;
}

/** Shows the practices from a place in the list on. */
async function showRows(index: LoadedIndex, from: number, state: State): Promise<HTMLLIElement | undefined> {
  const { shown } = state;
  if (!shown) return undefined;
  const ids = shown.practices.slice(from, from + pageSize).map((practice) => index.ids[practice] ?? "");
  const sheets = await Promise.all(ids.map(load));
  if (state.shown !== shown) return undefined;
  const rows: HTMLLIElement[] = [];
  for (const sheet of sheets) {
    if (sheet) rows.push(createRow(sheet, paragraphsOf(sheet), shown.terms));
    // A slow device has time in between for what the reader does.
    await new Promise((resolve) => setTimeout(resolve));
  }
  if (state.shown !== shown) return undefined;
  results.append(...rows);
  results.hidden = results.children.length === 0;
  more.hidden = from + pageSize >= shown.practices.length;
  dispatchEvent(new Event("praktika:rows"));
  return rows[0];
}

function ask(state: State): void {
  clearTimeout(state.waiting);
  const question = readForm();
  writeAddress(question);
  answer(question, state);
}

/** Begins with what the address asks. */
function open(state: State): void {
  const question = readAddress();
  field.value = question.words;
  writeAddress(question);
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
    state.waiting = setTimeout(() => ask(state), pause);
  });
  for (const menu of menus) menu.addEventListener("change", () => ask(state));
  more.addEventListener("click", async () => {
    const index = await state.opening;
    const first = index && (await showRows(index, results.children.length, state));
    first?.querySelector("a")?.focus();
  });
  clear.addEventListener("click", () => {
    field.value = "";
    for (const menu of menus) menu.value = "";
    ask(state);
    field.focus();
  });
  addEventListener("popstate", () => open(state));
  part("[data-unscripted]").hidden = true;
  region.hidden = false;
  open(state);
}

start();
