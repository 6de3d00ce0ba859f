/**
 * A function to be run in a page, as text (the program itself has no types of the browser): `(root, edge) => {text, search} | null`.
 * It finds what within an element reaches farthest beyond a line down the page. A table, picture or block of code is named by what
 * stands first in it, a text by its longest word, so that an editor finds it in the source.
 */
export const widestIn = `(root, edge) => {
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });
  const tidy = (text) => (text ?? "").replace(/\\u00ad/g, "").replace(/\\s+/g, " ").trim();
  let widest = null;
  let farthest = edge;
  const note = (right, text, search) => {
    if (right <= farthest + 1) return;
    farthest = right;
    widest = { text: tidy(text).slice(0, 60), search: tidy(search) };
  };
  for (const element of root.querySelectorAll("table, pre, img, svg, figure")) {
    if (!isSeen(element)) continue;
    const name = decodeURIComponent((element.getAttribute("src") ?? "").split("/").pop());
    const first = element.querySelector("th, td")?.textContent ?? (element.innerText ?? "").split("\\n")[0];
    note(element.getBoundingClientRect().right, element.innerText || element.alt || name, name || first);
  }
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = widest ? null : texts.nextNode(); node; node = texts.nextNode()) {
    if (!node.data.trim() || !isSeen(node.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const longest = tidy(node.data).split(" ").reduce((best, word) => (word.length > best.length ? word : best), "");
    for (const box of range.getClientRects()) note(box.right, longest, longest);
  }
  return widest;
}`;
