import { cacheNames, isCacheOf } from "./cache-names.ts";
import { forgetVisited } from "./forget.ts";

/* Takes the place of the service worker on a site that no longer wants one: forgets what was kept and goes. */

declare const self: ServiceWorkerGlobalScope;

self.skipWaiting();

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const { scope } = self.registration;
      await forgetVisited(cacheNames(scope));
      const own = (await caches.keys()).filter((name) => isCacheOf(scope, name));
      await Promise.all(own.map((name) => caches.delete(name)));
      await self.registration.unregister();
    })(),
  );
});
