import type { Sheet } from "../../selection/browser/load-sheet.ts";

/*
 * The table of the figures: a practice in each row, a figure in each column, all of one unit where they have one. The heads of its columns
 * sort the practices; the order is part of the address.
 */

/** A practice that is compared, and its text. */
export interface Compared {
  readonly sheet: Sheet;
  readonly text: HTMLElement;
}

/** Looks for a figure of a practice, as templates/partials/plain-fact.njk writes it. */
function figureIn({ text }: Compared, name: string): HTMLDataElement | null {
  return text.querySelector<HTMLDataElement>(`[data-field="${name}"] data`);
}

const language = document.documentElement.lang;
const table = document.querySelector<HTMLElement>("[data-figures]");
const heads = [...(table?.querySelectorAll<HTMLElement>("[data-sort]") ?? [])];
const nameOf = (head: HTMLElement): string => head.dataset.sort ?? "";

/** By what practices are sorted, as the address says it: `budget`, the largest first `-budget`. */
const readOrder = (): string => new URL(location.href).searchParams.get("sort") ?? "";

/** The practices in the order of the address; those that do not state the figure come last. */
export function inOrder(compared: readonly Compared[]): readonly Compared[] {
  const [, sign = "", name = ""] = /^(-?)(\w+)$/.exec(readOrder()) ?? [];
  if (!heads.some((head) => nameOf(head) === name)) return compared;
  const turn = sign ? -1 : 1;
  const { compare } = new Intl.Collator(language);
  if (name === "title") return [...compared].sort((a, b) => turn * compare(a.sheet.title, b.sheet.title));
  const keyed = compared.map((practice) => ({ practice, value: figureIn(practice, name)?.value }));
  const [stated, others] = [keyed.filter(({ value }) => value), keyed.filter(({ value }) => !value)];
  stated.sort((a, b) => turn * (Number(a.value) - Number(b.value)));
  return [...stated, ...others].map(({ practice }) => practice);
}

/** Fills the table; columns that no practice states are not shown, nor is a table without columns. */
export function showFigures(compared: readonly Compared[], absent: string): void {
  if (!table) return;
  const rows = compared.map(({ sheet }) => {
    const row = document.createElement("tr");
    const title = document.createElement("th");
    title.scope = "row";
    title.textContent = sheet.title;
    row.append(title);
    return row;
  });
  let columns = 0;
  for (const head of heads) {
    const order = readOrder();
    const sorted = order === nameOf(head) ? "ascending" : order === `-${nameOf(head)}` ? "descending" : "";
    if (sorted) head.setAttribute("aria-sort", sorted);
    else head.removeAttribute("aria-sort");
    if (nameOf(head) === "title") continue;
    const figures = compared.map((practice) => figureIn(practice, nameOf(head)));
    head.hidden = figures.every((figure) => !figure);
    if (head.hidden) continue;
    columns++;
    fillColumn(head, figures, { rows, absent });
  }
  table.querySelector("tbody")?.replaceChildren(...rows);
  table.hidden = columns === 0;
}

function fillColumn(
  head: HTMLElement,
  figures: readonly (HTMLDataElement | null)[],
  { rows, absent }: { readonly rows: readonly HTMLElement[]; readonly absent: string },
): void {
  const units = new Set(figures.flatMap((figure) => figure?.getAttribute("data-unit") ?? []));
  const [unit = ""] = units.size === 1 ? units : [];
  const ofUnit = head.querySelector("[data-unit]");
  if (ofUnit) ofUnit.textContent = unit && `, ${unit}`;
  const format = new Intl.NumberFormat(language, decimalsOf(figures));
  for (const [at, figure] of figures.entries()) {
    const cell = document.createElement("td");
    cell.className = figure ? "amount" : "amount absent";
    cell.textContent = figure ? format.format(Number(figure.value)) : absent;
    if (figure && units.size > 1) cell.append(` ${figure.getAttribute("data-unit")}`);
    rows[at]?.append(cell);
  }
}

/** All numbers of a column have as many decimals, so that they stand below each other; beside thousands none. */
function decimalsOf(figures: readonly (HTMLDataElement | null)[]): Intl.NumberFormatOptions {
  const values = figures.flatMap((figure) => figure?.value ?? []);
  const isLarge = values.some((value) => Math.abs(Number(value)) >= 1000);
  const digits = isLarge ? 0 : Math.min(2, Math.max(0, ...values.map((value) => (value.split(".")[1] ?? "").length)));
  return { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: true };
}

/** Sorts by the column whose head is pressed, the other way round at the second time. */
export function listenToHeads(show: () => void): void {
  for (const head of heads) {
    head.querySelector("button")?.addEventListener("click", () => {
      const name = nameOf(head);
      const address = new URL(location.href);
      address.searchParams.set("sort", readOrder() === name ? `-${name}` : name);
      history.replaceState(history.state, "", address);
      show();
    });
  }
}
