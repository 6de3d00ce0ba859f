/** Writes a count into its element, in figures as the build writes them (`formatCount` in src/language). */
export function showCount(element: HTMLDataElement, count: number): void {
  const digits = String(count);
  const mark = document.documentElement.lang === "bg" ? "\u00a0" : ",";
  element.value = digits;
  element.textContent = digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, mark);
  // The day of the count that the build knew.
  element.parentElement?.querySelector(".as-of")?.remove();
}
