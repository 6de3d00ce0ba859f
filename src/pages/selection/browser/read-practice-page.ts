import type { ReadPage, Sheet } from "./load-sheet.ts";

/*
 * A practice for print out of its own page: what templates/practice.njk says, as templates/partials/embedded-practice.njk would say it.
 */

/** What of the article of a page is not part of a longer document. */
const ofPageAlone = ".practice-ways, .contents, .nominate, .sheet-foot, script";

export const readPracticePage: ReadPage<Sheet> = (html, address, id) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  const article = page.querySelector<HTMLElement>("article[data-practice]");
  const title = article?.querySelector("h1")?.textContent?.trim();
  if (!article || article.dataset.practice !== id || title === undefined) return undefined;
  const { detail = "", sides = "2" } = article.dataset;
  const permalink = page.querySelector<HTMLLinkElement>("link[rel=canonical]")?.getAttribute("href") ?? address;
  embed(article, `sheet-${id}`, permalink);
  spellOutAddresses(article, address);
  return { id, title, href: address, detail, pages: Number(sides), html: article.outerHTML };
};

/** Makes of the article of a page one of several: its headings stand a level lower, its anchors begin with `anchor`. */
function embed(article: HTMLElement, anchor: string, permalink: string): void {
  for (const element of article.querySelectorAll(ofPageAlone)) element.remove();
  for (const body of article.querySelectorAll(".sheet-body")) body.replaceWith(...body.childNodes);
  const closing = article.querySelector(":scope > .closing");
  if (closing?.querySelector(".contact")) closing.className = "closing";
  else closing?.remove();
  for (const name of ["id", "aria-labelledby", "aria-describedby"]) {
    for (const element of article.querySelectorAll(`[${name}]`))
      element.setAttribute(name, `${anchor}--${element.getAttribute(name)}`);
  }
  for (const link of article.querySelectorAll('a[href^="#"]'))
    link.setAttribute("href", `#${anchor}--${link.getAttribute("href")?.slice(1)}`);
  for (const heading of article.querySelectorAll("h1, h2, h3, h4, h5")) lower(heading);
  article.querySelector("h2")?.setAttribute("id", `${anchor}--`);
  article.id = anchor;
  article.classList.add("embedded");
  article.setAttribute("aria-labelledby", `${anchor}--`);
  const source = article.ownerDocument.createElement("p");
  source.className = "embedded-address";
  source.textContent = permalink;
  article.append(source);
}

function lower(heading: Element): void {
  const lowered = heading.ownerDocument.createElement(`h${Number(heading.tagName.slice(1)) + 1}`);
  for (const { name, value } of heading.attributes) lowered.setAttribute(name, value);
  lowered.append(...heading.childNodes);
  heading.replaceWith(lowered);
}

/** The page that shows the practice lies elsewhere. What is printed is needed at once, also the pictures. */
function spellOutAddresses(article: HTMLElement, address: string): void {
  const resolve = (url: string): string => (/^[a-z][a-z\d+.-]*:/i.test(url) ? url : new URL(url, address).href);
  for (const element of article.querySelectorAll("[href]")) {
    const href = element.getAttribute("href") ?? "";
    if (!href.startsWith("#")) element.setAttribute("href", resolve(href));
  }
  for (const picture of article.querySelectorAll("[src]")) {
    picture.setAttribute("src", resolve(picture.getAttribute("src") ?? ""));
    picture.removeAttribute("loading");
  }
  for (const picture of article.querySelectorAll("[srcset]")) {
    const sources = (picture.getAttribute("srcset") ?? "").split(", ");
    picture.setAttribute("srcset", sources.map((source) => source.replace(/^\S+/, resolve)).join(", "));
  }
}
