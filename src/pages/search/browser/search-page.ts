import type { SheetText } from "../../selection/browser/load-sheet.ts";
import type { FacetCount } from "../engine/facets.ts";
import type { FacetColumn, ResultText } from "../engine/index-format.ts";
import { choosePassage, markWords } from "../engine/passage.ts";

/** The parts of the search's page (templates/search.njk), its phrases, and how the parts are filled. */

export function part<Kind extends HTMLElement>(selector: string, within: ParentNode = document): Kind {
  const found = within.querySelector<Kind>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

/** A new element with its text and other properties. */
export function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), properties);
}

export const region = part("[data-search]");
export const form = part<HTMLFormElement>("form", region);
export const field = part<HTMLInputElement>("input[type=search]", form);
export const menus = [...form.querySelectorAll<HTMLSelectElement>("[data-facet] select")];
export const sortMenu = part<HTMLSelectElement>("[name=sort]", form);
export const results = part("[data-results]");
const rowTemplate = part<HTMLTemplateElement>("template[data-row]");

/** A phrase of the page with its values. */
export function phrase(name: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (region.dataset[name] ?? "").replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ""));
}

const numbers = new Intl.NumberFormat(document.documentElement.lang);

/** “1 practice”, “27 practices”. */
export function counted(count: number): string {
  return phrase(count === 1 ? "one" : "many", { count: numbers.format(count) });
}

/** So many values a list of choices shows; of more, those that most practices have. */
const maxChoices = 300;

/** Fills a list of choices with what found practices have, and keeps what is chosen. */
export function fillMenu(menu: HTMLSelectElement, counts: readonly FacetCount[], chosen: string | undefined): void {
  const least = [...counts].sort((a, b) => b.count - a.count)[maxChoices]?.count ?? 0;
  const shown = counts.filter(({ count, key }) => count > least || key === chosen);
  const any = menu.options[0] as HTMLOptionElement;
  menu.replaceChildren(
    any,
    ...shown.map(({ label, count, key }) => {
      const option = new Option(`${label} (${numbers.format(count)})`, key);
      if (menu.name === "size") option.dataset.size = key;
      return option;
    }),
  );
  menu.value = chosen ?? "";
  // What leaves no choice is not asked.
  part(`[data-facet=${menu.name}]`).hidden = shown.length === 0;
}

/** On a wide page the filters are always in view; on a narrow one they are behind a line that says how many are on. */
export function placeFilters(): void {
  const filters = part<HTMLDetailsElement>("[data-filters]", form);
  const wide = matchMedia("(min-width: 60rem)");
  const place = (): void => {
    filters.open = wide.matches;
    part("summary", filters).tabIndex = wide.matches ? -1 : 0;
  };
  wide.addEventListener("change", place);
  place();
}

export function countFilters(count: number): void {
  part("[data-chosen]", form).textContent = count === 0 ? "" : ` (${numbers.format(count)})`;
}

/** A found practice as a line of the list, with the words marked that were looked for, and the sizes of its places. */
export function createRow(
  [id, title, detail, summary]: ResultText,
  terms: ReadonlySet<string>,
  sizes: FacetColumn["values"],
): HTMLLIElement {
  const row = part<HTMLLIElement>("li", rowTemplate.content).cloneNode(true) as HTMLLIElement;
  const link = part<HTMLAnchorElement>("[data-title]", row);
  link.href = phrase("practicePage", { id });
  link.append(...marked(title, terms));
  part("[data-detail]", row).append(create("span", { textContent: detail }));
  for (const [size, text] of sizes) part("[data-detail]", row).append(sizeOf(size, text));
  part("[data-passage]", row).append(...marked(summary, terms));
  part("[data-print]", row).dataset.print = id;
  return row;
}

/** As in templates/partials/row.njk. */
function sizeOf(size: string, text: string): HTMLElement {
  const element = create("span", { className: "row-size" });
  element.append(create("span", { className: "together", textContent: text }));
  element.dataset.size = size;
  return element;
}

/** Shorter texts are headings and names. */
const shortestPassage = 40;

/** Puts the passage that says what was looked for in the place of the summary. */
export function addPassage(row: HTMLElement, paragraphs: readonly string[], terms: ReadonlySet<string>): void {
  const sentences = paragraphs.filter(({ length }) => length >= shortestPassage);
  const passage = choosePassage(sentences, terms);
  if (passage !== "") part("[data-passage]", row).replaceChildren(...marked(passage, terms));
}

function marked(text: string, terms: ReadonlySet<string>): readonly (string | HTMLElement)[] {
  return markWords(text, terms).map(({ text: piece, isMarked }) =>
    isMarked ? create("mark", { textContent: piece }) : piece,
  );
}

/** Gives the text of a practice without its facts, by headings, paragraphs, items and cells. Each practice is parsed once. */
export function createParagraphReader(): (sheet: SheetText) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (sheet) => {
    const paragraphs = known.get(sheet.id) ?? readParagraphs(sheet);
    known.set(sheet.id, paragraphs);
    return paragraphs;
  };
}

function readParagraphs({ html }: SheetText): readonly string[] {
  const page = new DOMParser().parseFromString(html, "text/html");
  return [...page.querySelectorAll("article :is(h1, h2, p, li, td, th, dd)")]
    .filter(
      (element) => !element.closest("dl, .facts, .organisation, .byline") && !element.querySelector("p, li, table"),
    )
    .map((element) => (element.textContent ?? "").replace(/\s+/g, " ").trim());
}
