/* A button that prints the page: phones have no keys for it. Browsers that print nothing from a page show none. */
if (typeof print === "function") {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-print-page]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
}
