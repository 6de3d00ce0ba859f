import { formatCount } from "../../../core/language/format.ts";
import type { Language } from "../../../core/language/language.ts";

/** Writes a count into its element, in figures as the build writes them. */
export function showCount(element: HTMLDataElement, count: number): void {
  element.value = String(count);
  // The build writes into pages only languages that it knows.
  element.textContent = formatCount(count, document.documentElement.lang as Language);
  // The day of the count that the build knew.
  element.parentElement?.querySelector(".as-of")?.remove();
}
