import { decodeNumbers } from "../engine/index-format.ts";
import type { LoadedIndex } from "./load-index.ts";

/*
 * The order of results that a reader has chosen. A script of its own, because most readers take what answers best.
 */

declare global {
  interface Window {
    praktikaSort?: (practices: readonly number[], order: string, index: LoadedIndex) => Promise<readonly number[]>;
  }
}

/** Sorts places of practices by an order of the index; those that it says nothing of come last, as they were. */
window.praktikaSort = async (practices, order, { head, part, placeOf }) => {
  if (order === "date") return [...practices].sort((a, b) => a - b);
  const at = head.orders.indexOf(order.replace("-", ""));
  if (at < 0) return practices;
  const parts = head.names.split(" ").length;
  const sorted = (await part(parts - head.orders.length + at, decodeNumbers)).map(placeOf);
  if (order.startsWith("-")) sorted.reverse();
  const rest = new Set(practices);
  return [...sorted.filter((practice) => rest.delete(practice)), ...rest];
};
