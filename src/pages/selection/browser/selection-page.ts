import type { Sheet } from "./load-sheet.ts";

/** The parts of the selection's page (templates/print-selection.njk), its phrases, and how the parts are filled. */

export function part<Kind extends HTMLElement>(selector: string, within: ParentNode = document): Kind {
  const found = within.querySelector<Kind>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

export const region = part("[data-selection]");

/** A phrase of the page with its values. */
export function phrase(name: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (region.dataset[name] ?? "").replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ""));
}

/** “1 page”, “27 pages”: from a pair of phrases. */
export function counted(name: "practice" | "page" | "paper", count: number): string {
  return phrase(`${name}${count === 1 ? "One" : "Many"}`, { count });
}

/** Shows or hides a part; a text, if given, goes into its first paragraph or itself. */
export function show(element: HTMLElement, shown: boolean, text?: string): void {
  element.hidden = !shown;
  if (text !== undefined) (element.querySelector("p") ?? element).textContent = text;
}

const rowTemplate = part<HTMLTemplateElement>("template[data-row]");

/** A practice of the list with its three buttons. */
export function createRow({ id, title, href, detail, pages }: Sheet): HTMLLIElement {
  const row = part<HTMLLIElement>("li", rowTemplate.content).cloneNode(true) as HTMLLIElement;
  const link = part<HTMLAnchorElement>("[data-title]", row);
  row.dataset.id = id;
  link.textContent = title;
  link.href = href;
  part("[data-detail]", row).textContent = detail;
  part("[data-pages]", row).textContent = counted("page", pages);
  for (const button of row.querySelectorAll("button")) {
    button.setAttribute("aria-label", `${button.textContent}: ${title}`);
  }
  return row;
}

/** Buttons that lead nowhere say so; disabled ones would lose the focus. */
export function markEnds(rows: readonly HTMLElement[]): void {
  for (const [index, row] of rows.entries()) {
    part("[data-do=up]", row).setAttribute("aria-disabled", String(index === 0));
    part("[data-do=down]", row).setAttribute("aria-disabled", String(index === rows.length - 1));
  }
}
