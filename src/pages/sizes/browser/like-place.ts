import { type OwnPlace, openOwnPlace } from "./own-place.ts";

/*
 * On every page that shows practices, hence small: what comes from a place as large as the reader's own says so, beside the size of the place,
 * and on the map. Without a choice the page stays as it is.
 */

const texts = (document.currentScript as HTMLScriptElement).dataset;
const store = openOwnPlace(new URL(texts.href ?? "", location.href));
/** The links to the choice, with their text. */
const links = [...document.querySelectorAll<HTMLAnchorElement>("[data-like-place] a")].map((link) => ({
  link,
  text: link.textContent,
}));

function fill(phrase = "", place: string): string {
  return phrase.replace("{place}", place);
}

function show(): void {
  const own = store.read();
  const place = own?.names[document.documentElement.lang] ?? "";
  const reason = own && fill(texts.like, place);
  for (const mark of document.querySelectorAll(".like-mark")) mark.remove();
  for (const element of document.querySelectorAll<HTMLElement | SVGElement>("[data-size]"))
    mark(element, element.dataset.size === own?.size ? reason : undefined);
  for (const { link, text } of links) {
    link.textContent = own ? (texts.change ?? "") : text;
    link.parentElement?.replaceChildren(...(own ? [fill(texts.marked, place), ...linkToAll(own), " "] : []), link);
  }
}

/** The list of all practices of this size, where there is one and the reader is not on it. */
function linkToAll({ size }: OwnPlace): readonly (string | Node)[] {
  if (!texts.listed?.split(" ").includes(size)) return [];
  const link = document.createElement("a");
  link.href = (texts.list ?? "").replace("{size}", size);
  link.textContent = texts.all ?? "";
  return link.pathname === location.pathname ? [] : [" ", link];
}

/** Signs of the map and choices of the search say the reason in their label, everything else behind its text. */
function mark(element: HTMLElement | SVGElement, reason: string | undefined): void {
  element.classList.toggle("is-like", reason !== undefined);
  const isOption = element instanceof HTMLOptionElement;
  if (isOption || element instanceof SVGElement) {
    element.dataset.label ??= (isOption ? element.text : element.getAttribute("aria-label")) ?? "";
    const label = [element.dataset.label, reason].filter(Boolean).join(", ");
    if (isOption) element.text = label;
    else element.setAttribute("aria-label", label);
    const title = element.querySelector("title");
    if (title) title.textContent = label;
  } else if (reason) {
    const text = document.createElement("span");
    text.className = "like-mark";
    text.textContent = ` ${reason}`;
    element.append(text);
  }
}

// Another window has chosen, the page comes out of the browser's memory, or a script has added rows.
for (const event of ["storage", "pageshow", "praktika:rows"]) addEventListener(event, show);
show();
