/*
 * The development server adds this script to every page. It reloads the page when its content changes, keeps the scroll
 * position, and replaces style sheets without a reload.
 */

import { openPlaces } from "./open-places.ts";
import { askTag, subscribe } from "./subscribe.ts";

const scrollKey = "praktika-scroll";
const panelKey = "praktika-panel";
const own = document.currentScript;
const follows = own?.hasAttribute("data-follows") === true;

restoreScroll();
keepPanel();
openPlaces();
watchPage(`"${own?.getAttribute("data-tag") ?? ""}"`);

/** Reloads the page or its style sheets after a change. @param firstTag the tag under which the page was sent */
function watchPage(firstTag: string): void {
  let shown = firstTag;
  let last: Promise<void> = Promise.resolve();
  // A page that comes asks by itself whether it is the newest; to begin anew at each save would never let it come.
  let isLeaving = false;
  // One after the other: style sheets that are being replaced are not replaced at the same time by others.
  const hear: Parameters<typeof subscribe>[0] = (name, saved) => {
    last = last.then(async () => {
      if (isLeaving) return;
      const next = await (name === "styles" ? replaceStyles() : catchUp(saved, shown));
      if (next === leaving) isLeaving = true;
      else shown = next ?? shown;
    });
  };
  subscribe(hear);
  // The browser kept the page while another was shown, and takes it out again as it was.
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    isLeaving = false;
    hear("hello", "");
  });
}

/** Instead of a tag, which is in quotation marks: the browser has been told to load a page. */
const leaving = "leaving";

/**
 * Returns the new tag of the page if only its style sheets have changed, and `leaving` if the browser loads a page.
 *
 * @param saved the page of the practice that was saved, or ""
 */
async function catchUp(saved: string, shown: string): Promise<string | undefined> {
  if (follows && saved !== "" && saved !== location.pathname) {
    location.assign(saved);
    return leaving;
  }
  const tag = await askTag(location.href);
  if (tag === undefined || tag === shown) return undefined;
  // Another style sheet may be seen here before it is told of.
  if (withoutStyles(tag) === withoutStyles(shown)) return replaceStyles();
  sessionStorage.setItem(scrollKey, JSON.stringify([location.pathname, scrollX, scrollY]));
  location.reload();
  return leaving;
}

/** The half of a tag that stays when only style sheets change; see src/dev/send.ts. */
const withoutStyles = (tag: string): string => tag.slice(0, tag.length / 2);

/** Replaces changed style sheets: an old one is removed when the new one has loaded. Returns the new tag of the page. */
async function replaceStyles(): Promise<string | undefined> {
  const reply = await fetch(location.href, { cache: "no-store" }).catch(() => undefined);
  if (!reply) return undefined;
  const page = new DOMParser().parseFromString(await reply.text(), "text/html");
  const wanted = [...page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  const present = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  for (const [index, old] of present.entries()) {
    const href = wanted[index]?.getAttribute("href");
    if (!href || href === old.getAttribute("href")) continue;
    const next = old.cloneNode() as HTMLLinkElement;
    next.href = href;
    const loaded = new Promise((resolve) => {
      next.addEventListener("load", () => resolve(old.remove()));
      next.addEventListener("error", () => resolve(next.remove()));
    });
    old.after(next);
    await loaded;
  }
  return reply.headers.get("etag") ?? undefined;
}

function restoreScroll(): void {
  const kept = sessionStorage.getItem(scrollKey);
  sessionStorage.removeItem(scrollKey);
  if (!kept) return;
  const [path, x, y] = JSON.parse(kept) as [string, number, number];
  if (path === location.pathname) scrollTo({ left: x, top: y, behavior: "instant" });
}

/** The list of findings stays open or closed from page to page, as the editor left it; errors open it. */
function keepPanel(): void {
  const panel = document.querySelector<HTMLDetailsElement>(".praktika-panel");
  if (!panel) return;
  if (sessionStorage.getItem(panelKey) === "open") panel.open = true;
  panel.addEventListener("toggle", () => sessionStorage.setItem(panelKey, panel.open ? "open" : ""));
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") panel.open = false;
  });
}
