import { decodeOrder } from "../engine/index-format.ts";
import type { LoadedIndex } from "./load-index.ts";

/*
 * The order of results that a reader has chosen. A script of its own, because most readers take what answers best.
 */

declare global {
  interface Window {
    praktikaSort?: (practices: readonly number[], order: string, index: LoadedIndex) => Promise<readonly number[]>;
  }
}

const results = document.querySelector("[data-results]");

/** Writes the figure that results are sorted by into their rows. */
function showFigures(figures: ReadonlyMap<string, string>): void {
  for (const print of results?.querySelectorAll<HTMLElement>("[data-print]") ?? []) {
    const detail = print.closest("li")?.querySelector("[data-detail]");
    const textContent = figures.get(print.dataset.print ?? "");
    if (!detail || !textContent || detail.querySelector("[data-figure]")) continue;
    const figure = Object.assign(document.createElement("span"), { className: "row-own", textContent });
    figure.dataset.figure = "";
    detail.append(figure);
  }
}

function start(): void {
  const shown = { figures: new Map<string, string>() };
  addEventListener("praktika:rows", () => showFigures(shown.figures));

  // Sorts places of practices by an order of the index; those that it says nothing of come last, as they were.
  window.praktikaSort = async (practices, order, { head, part, placeOf, ids }) => {
    shown.figures = new Map();
    if (order === "date") return [...practices].sort((a, b) => a - b);
    const at = head.orders.indexOf(order.replace("-", ""));
    if (at < 0) return practices;
    const parts = head.names.split(" ").length;
    const placed = await part(parts - head.orders.length + at, decodeOrder);
    const sorted = placed.map(([practice]) => placeOf(practice));
    shown.figures = new Map(placed.map(([, text], place) => [ids[sorted[place] ?? 0] ?? "", text]));
    if (order.startsWith("-")) sorted.reverse();
    const rest = new Set(practices);
    return [...sorted.filter((practice) => rest.delete(practice)), ...rest];
  };
}

start();
