import { visitMessage } from "../worker/cache-names.ts";

/* On every page: lets the browser keep what was read, as long as the site has a service worker (src/pages/offline/worker/). */

const { worker, saved } = document.currentScript?.dataset ?? {};

if (worker && navigator.serviceWorker) {
  // What the page needs itself comes first. Browsers that refuse lack nothing but this.
  addEventListener("load", () => keepPages(worker).catch(() => undefined));
}

// By then the worker has kept what came over the network.
if (saved && globalThis.caches)
  addEventListener("load", () => setTimeout(() => sayAge(saved).catch(() => undefined), 500));

/** Says from which day the page is: where it is not from today, without a network, and in a window of its own, which shows no address. */
async function sayAge(words: string): Promise<void> {
  const [address = ""] = location.href.split(/[?#]/, 1);
  const date = (await caches.match(address, { ignoreVary: true }))?.headers.get("date");
  if (!date) return;
  const day = new Date(date);
  const isFromToday = day.toDateString() === new Date().toDateString();
  if (isFromToday && navigator.onLine && !matchMedia("(display-mode: standalone)").matches) return;
  const note = document.createElement("p");
  note.className = "saved-copy";
  note.textContent = words.replace(
    "{day}",
    day.toLocaleDateString(document.documentElement.lang, { dateStyle: "long" }),
  );
  document.querySelector(".site-header")?.after(note);
}

async function keepPages(address: string): Promise<void> {
  const isKept = navigator.serviceWorker.controller !== null;
  await navigator.serviceWorker.register(address);
  if (isKept) return;
  // The page that brings the worker is loaded before there is one.
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(visitMessage);
}
