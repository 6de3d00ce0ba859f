import { clientsClaim, setCacheNameDetails } from "workbox-core";
import type { WorkboxPlugin } from "workbox-core/types.js";
import { ExpirationPlugin } from "workbox-expiration";
import { matchPrecache, type PrecacheEntry, precacheAndRoute } from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { CacheFirst, NetworkFirst, NetworkOnly, StaleWhileRevalidate } from "workbox-strategies";
import { routes as endpoint } from "../nomination/protocol.ts";
import { cacheNames, prefix } from "./cache-names.ts";

/*
 * The service worker of a site. Readers get every page from the network as long as there is one, and what they have seen when
 * there is none. It never stands between a reader and the endpoint.
 */

declare const self: ServiceWorkerGlobalScope & {
  /** Said by service-worker.js, which the build writes: what is kept from the start, and the pages that say what there is, by language. */
  readonly praktikaOffline: {
    readonly kept: readonly PrecacheEntry[];
    readonly pages: Readonly<Record<string, string>>;
  };
};

const { scope } = self.registration;
const names = cacheNames(scope);
const { kept, pages } = self.praktikaOffline;

/** A page that the network does not bring within this time is shown as it was last seen. */
const patienceSeconds = 4;
const mostPages = 200;
const mostPictures = 100;
const mostAssets = 60;

setCacheNameDetails({ prefix });
self.skipWaiting();
clientsClaim();

/** The path below the site's top folder; undefined for what is none of a worker's business. */
function pathOf(url: URL): string | undefined {
  if (!url.href.startsWith(scope)) return undefined;
  const path = url.href.slice(scope.length).split(/[?#]/)[0] ?? "";
  const others = [...Object.values(endpoint).map((route) => route.slice(1)), "admin"];
  return others.some((other) => path === other || path.startsWith(`${other}/`)) ? undefined : path;
}

/** Keeping the whole archive must neither get old copies nor push out what was visited: its requests go past the worker. */
const isForKeeping = ({ cache, mode }: Request): boolean => mode !== "navigate" && cache === "no-cache";

/** Words of a search and the like are no part of what a page is. */
const withoutQuery: WorkboxPlugin = {
  cacheKeyWillBeUsed: async ({ request }) => request.url.split("?")[0] ?? request.url,
};

/** Only whole answers of the address itself: a page that was forwarded may not be given for the first address. */
const wholeAnswers: WorkboxPlugin = {
  cacheWillUpdate: async ({ response }) => (response.status === 200 && !response.redirected ? response : null),
};

const inArchive = async (request: Request): Promise<Response | undefined> => {
  const address = request.url.split("?")[0] ?? request.url;
  const archive = await caches.open(names.archive);
  return (await archive.match(address, { ignoreVary: true })) ?? (await matchPrecache(address));
};

/** What was kept with the archive, where nothing was visited. */
const orFromArchive: WorkboxPlugin = {
  cachedResponseWillBeUsed: async ({ cachedResponse, request }) => cachedResponse ?? (await inArchive(request)),
};

/** Where nothing was kept at all, a page that says what there is. */
const orWhatThereIs: WorkboxPlugin = {
  handlerDidError: async ({ request }) => {
    if (request.mode !== "navigate") return undefined;
    const path = pathOf(new URL(request.url)) ?? "";
    const page = pages[path.split("/")[0] ?? ""] ?? Object.values(pages)[0] ?? "";
    return Response.redirect(`${scope}${page}?missing=${encodeURIComponent(path)}`);
  },
};

const isIndex = (path: string): boolean => /^\w\w\/search\/index\//.test(path);
const isSheet = (path: string): boolean => /^\w\w\/print\/sheets\//.test(path);

precacheAndRoute([...kept], { cleanURLs: false, directoryIndex: "", ignoreURLParametersMatching: [/./] });

registerRoute(
  ({ url }) => pathOf(url)?.startsWith("assets/"),
  new CacheFirst({
    cacheName: names.assets,
    plugins: [orFromArchive, wholeAnswers, new ExpirationPlugin({ maxEntries: mostAssets })],
  }),
);

registerRoute(
  ({ url, request }) => {
    const path = isForKeeping(request) ? undefined : pathOf(url);
    return path !== undefined && (path === "" || path.endsWith("/") || isSheet(path));
  },
  new NetworkFirst({
    cacheName: names.visited,
    networkTimeoutSeconds: patienceSeconds,
    matchOptions: { ignoreVary: true },
    plugins: [
      withoutQuery,
      wholeAnswers,
      orFromArchive,
      orWhatThereIs,
      new ExpirationPlugin({ maxEntries: mostPages, purgeOnQuotaError: true }),
    ],
  }),
);

// Parts of the index fit only each other: they are kept all or none.
registerRoute(
  ({ url, request }) => !isForKeeping(request) && isIndex(pathOf(url) ?? ""),
  new NetworkOnly({ plugins: [{ handlerDidError: ({ request }) => inArchive(request) }] }),
);

registerRoute(
  ({ url, request }) => request.destination === "image" && pathOf(url) !== undefined,
  new StaleWhileRevalidate({
    cacheName: names.pictures,
    plugins: [wholeAnswers, orFromArchive, new ExpirationPlugin({ maxEntries: mostPictures, purgeOnQuotaError: true })],
  }),
);

// The page that brought the worker was loaded before there was one.
self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const visited = await caches.open(names.visited);
      const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
      const addresses = open.map(({ url }) => url.split(/[?#]/)[0] ?? url);
      const isPage = (address: string): boolean => address.endsWith("/") && pathOf(new URL(address)) !== undefined;
      await Promise.allSettled(addresses.filter(isPage).map((address) => visited.add(address)));
    })(),
  );
});
