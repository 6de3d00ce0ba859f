import { visitMessage } from "../worker/cache-names.ts";

/* On every page: lets the browser keep what was read, as long as the site has a service worker (src/pages/offline/worker/). */

const { worker } = document.currentScript?.dataset ?? {};

if (worker && navigator.serviceWorker) {
  // What the page needs itself comes first. Browsers that refuse lack nothing but this.
  addEventListener("load", () => keepPages(worker).catch(() => undefined));
}

async function keepPages(address: string): Promise<void> {
  const isKept = navigator.serviceWorker.controller !== null;
  await navigator.serviceWorker.register(address);
  if (isKept) return;
  // The page that brings the worker is loaded before there is one.
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(visitMessage);
}
