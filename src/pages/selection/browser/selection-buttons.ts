import { hashOf, maxPractices, type Selection, toggle } from "./selection.ts";
import { openSelectionStore } from "./selection-store.ts";

/*
 * On every page that shows practices, hence small: a button at each of them, and links to the selection with their number.
 * Where the browser stores nothing, the selection lives as long as the page, and its link carries it on.
 */

const texts = (document.currentScript as HTMLScriptElement).dataset;
const page = new URL(texts.href ?? "", location.href);
const store = openSelectionStore(page);
const links = [...document.querySelectorAll<HTMLElement>("[data-selection-link]")];

interface State {
  /** The practice of each button. */
  readonly buttons: Map<HTMLButtonElement, string>;
  /** What is remembered where nothing is stored. */
  unkept: Selection;
  isKept: boolean;
}

const chosen = ({ isKept, unkept }: State): Selection => (isKept && store.read()) || unkept;
const linkText = (count: number): string => (texts.link ?? "").replace("{count}", String(count));

const status = document.createElement("p");
status.className = "selection-spoken";
status.setAttribute("role", "status");
document.body.append(status);

/** Puts a button where there is room for one, also in rows that a script has added. */
function addButtons({ buttons }: State): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-print]:empty"))
    buttons.set(addButton(place), place.dataset.print ?? "");
}

function addButton(place: HTMLElement): HTMLButtonElement {
  const button = document.createElement("button");
  const title = (place.closest(".row")?.querySelector(".row-title") ?? document.querySelector("h1"))?.textContent;
  button.type = "button";
  button.textContent = texts.toggle ?? "";
  button.setAttribute("aria-label", `${texts.toggle}: ${title?.trim()}`);
  place.append(button);
  return button;
}

function show(state: State): void {
  const ids = chosen(state);
  for (const [button, id] of state.buttons) button.setAttribute("aria-pressed", String(ids.includes(id)));
  for (const place of links) {
    place.textContent = "";
    if (ids.length === 0) continue;
    const link = document.createElement("a");
    link.href = page.href + hashOf(ids);
    link.textContent = linkText(ids.length);
    place.append(link);
    if (!state.isKept) place.append(` ${texts.notKept}`);
  }
}

function change(button: HTMLButtonElement | null, state: State): void {
  const id = button && state.buttons.get(button);
  if (!id) return;
  const ids = toggle(chosen(state), id);
  if (ids.length > maxPractices) {
    status.textContent = texts.full ?? "";
    return;
  }
  state.isKept = store.write(ids);
  state.unkept = ids;
  show(state);
  status.textContent = linkText(ids.length);
}

function start(): void {
  const state: State = { buttons: new Map(), unkept: [], isKept: store.read() !== undefined };
  addEventListener("click", ({ target }) => change((target as Element).closest?.("button"), state));
  // Another window has changed it, or the page comes out of the browser's memory.
  addEventListener("storage", () => show(state));
  addEventListener("pageshow", () => show(state));
  addEventListener("praktika:rows", () => {
    addButtons(state);
    show(state);
  });
  addButtons(state);
  show(state);
}

start();
