/*
 * What the development server adds to every page: the page comes up anew when what it shows has changed, at the place where it
 * was read; style sheets are changed under it.
 */

const events = "/__praktika/events";
const scrollKey = "praktika-scroll";
const panelKey = "praktika-panel";
const own = document.currentScript;
const follows = own?.hasAttribute("data-follows") === true;
/** By what tag the server sent the page as it is shown. */
let shown = `"${own?.getAttribute("data-tag") ?? ""}"`;

restoreScroll();
keepPanel();
const source = new EventSource(events);
// Also said when the connection begins: something may have changed since the page was sent.
source.addEventListener("pages", ({ data }) => void renew(String(data)));
source.addEventListener("styles", () => void renewStyles());

/** The tag of the page as the server would send it now; undefined while it does not answer. */
async function askTag(): Promise<string | undefined> {
  try {
    const reply = await fetch(location.href, { method: "HEAD", cache: "no-store" });
    return reply.headers.get("etag") ?? undefined;
  } catch {
    return undefined;
  }
}

async function renew(saved: string): Promise<void> {
  if (follows && saved !== "" && saved !== location.pathname) {
    location.assign(saved);
    return;
  }
  const tag = await askTag();
  if (tag === undefined || tag === shown) return;
  sessionStorage.setItem(scrollKey, JSON.stringify([location.pathname, scrollX, scrollY]));
  location.reload();
}

/** Puts the new style sheets beside the old ones and takes those away when the new ones are there: nothing flashes. */
async function renewStyles(): Promise<void> {
  const reply = await fetch(location.href, { cache: "no-store" });
  const page = new DOMParser().parseFromString(await reply.text(), "text/html");
  const wanted = [...page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  const present = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  for (const [index, old] of present.entries()) {
    const href = wanted[index]?.getAttribute("href");
    if (!href || href === old.getAttribute("href")) continue;
    const next = old.cloneNode() as HTMLLinkElement;
    next.href = href;
    next.addEventListener("load", () => old.remove());
    next.addEventListener("error", () => next.remove());
    old.after(next);
  }
  shown = reply.headers.get("etag") ?? shown;
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
