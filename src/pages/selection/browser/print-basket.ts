import { openBasket } from "./basket.ts";
import { hashOf, mostPractices, type Selection, toggle } from "./selection.ts";

/*
 * On every page that shows practices, hence small: a button at each of them, and links to the selection with their number.
 * Where the browser stores nothing, the selection lives as long as the page, and its link carries it on.
 */

const texts = (document.currentScript as HTMLScriptElement).dataset;
const page = new URL(texts.href ?? "", location.href);
const basket = openBasket(page);
const links = [...document.querySelectorAll<HTMLElement>("[data-basket]")];
const buttons = new Map<HTMLButtonElement, string>();

/** What is remembered where nothing is stored. */
let unkept: Selection = [];
let isKept = basket.read() !== undefined;

const chosen = (): Selection => (isKept && basket.read()) || unkept;
const linkText = (count: number): string => (texts.link ?? "").replace("{count}", String(count));

const status = document.createElement("p");
status.className = "selection-spoken";
status.setAttribute("role", "status");
document.body.append(status);

/** Puts a button where there is room for one, also in rows that a script has added. */
function addButtons(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-print]:empty")) addButton(place);
}

function addButton(place: HTMLElement): void {
  const button = document.createElement("button");
  const title = (place.closest(".row")?.querySelector(".row-title") ?? document.querySelector("h1"))?.textContent;
  button.type = "button";
  button.textContent = texts.toggle ?? "";
  button.setAttribute("aria-label", `${texts.toggle}: ${title?.trim()}`);
  buttons.set(button, place.dataset.print ?? "");
  place.append(button);
}

function show(): void {
  const ids = chosen();
  for (const [button, id] of buttons) button.setAttribute("aria-pressed", String(ids.includes(id)));
  for (const place of links) {
    place.textContent = "";
    if (ids.length === 0) continue;
    const link = document.createElement("a");
    link.href = page.href + hashOf(ids);
    link.textContent = linkText(ids.length);
    place.append(link);
    if (!isKept) place.append(` ${texts.notKept}`);
  }
}

addEventListener("click", ({ target }) => {
  const button = (target as Element).closest?.("button");
  const id = button && buttons.get(button);
  if (!id) return;
  const ids = toggle(chosen(), id);
  if (ids.length > mostPractices) {
    status.textContent = texts.full ?? "";
    return;
  }
  isKept = basket.write(ids);
  unkept = ids;
  show();
  status.textContent = linkText(ids.length);
});
// Another window has changed it, or the page comes out of the browser's memory.
addEventListener("storage", show);
addEventListener("pageshow", show);
addEventListener("praktika:rows", () => {
  addButtons();
  show();
});
addButtons();
show();
