/* On every page: lets the browser keep what was read, as long as the site has a service worker (src/pages/offline/worker/). */

const { worker } = document.currentScript?.dataset ?? {};

if (worker && navigator.serviceWorker) {
  // What the page needs itself comes first. Browsers that refuse lack nothing but this.
  addEventListener("load", () => navigator.serviceWorker.register(worker).catch(() => undefined));
}
