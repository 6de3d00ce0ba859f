import { clientsClaim, setCacheNameDetails } from "workbox-core";
import type { WorkboxPlugin } from "workbox-core/types.js";
import { ExpirationPlugin } from "workbox-expiration";
import { matchPrecache, type PrecacheEntry, precacheAndRoute } from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { CacheFirst, NetworkFirst, NetworkOnly, StaleWhileRevalidate } from "workbox-strategies";
import { routes as endpoint } from "../../../core/protocol.ts";
import { cacheNames, forgetMessage, prefix, visitMessage } from "./cache-names.ts";
import { forgetVisited } from "./forget.ts";

/*
 * The service worker of a site. Readers get every page from the network as long as there is one, and what they have seen when
 * there is none. It never stands between a reader and the endpoint.
 */

declare const self: ServiceWorkerGlobalScope & {
  /** Said by service-worker.js, which the build writes (src/pages/offline/page.ts). */
  readonly praktikaOffline: {
    /** The pages that say what there is, with fingerprints; their paths by language. */
    readonly kept: readonly PrecacheEntry[];
    readonly pages: Readonly<Record<string, string>>;
    /** Paths of what any page needs. */
    readonly assets: readonly string[];
  };
};

const { scope } = self.registration;
const names = cacheNames(scope);
const settings = self.praktikaOffline;

/** A page that the network does not bring within this time is shown as it was last seen. */
const networkTimeoutSeconds = 4;
const maxEntries = { visited: 200, search: 200, pictures: 150, assets: 100 };

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

/** For requests with such paths. Those that keep the whole archive go past the worker: they want what the network has. */
const forPaths =
  (isWanted: (path: string, request: Request) => boolean) =>
  ({ url, request }: { url: URL; request: Request }): boolean => {
    const path = request.mode !== "navigate" && request.cache === "no-cache" ? undefined : pathOf(url);
    return path !== undefined && isWanted(path, request);
  };

/** Words of a search and the like are no part of what a page is. */
const addressOf = (request: Request): string => request.url.split("?")[0] ?? request.url;
const withoutQuery: WorkboxPlugin = { cacheKeyWillBeUsed: async ({ request }) => addressOf(request) };

/** Only whole answers of the address itself: a page that was forwarded may not be given for the first address. */
const wholeAnswers: WorkboxPlugin = {
  cacheWillUpdate: async ({ response }) => (response.status === 200 && !response.redirected ? response : null),
};

const inArchive = async (address: string): Promise<Response | undefined> => {
  const archive = await caches.open(names.archive);
  return (await archive.match(address, { ignoreVary: true })) ?? (await matchPrecache(address));
};

/** What was kept with the archive, where nothing was visited. */
const orFromArchive: WorkboxPlugin = {
  cachedResponseWillBeUsed: async ({ cachedResponse, request }) =>
    cachedResponse ?? (await inArchive(addressOf(request))),
};
const elseFromArchive: WorkboxPlugin = { handlerDidError: ({ request }) => inArchive(addressOf(request)) };

/** Where nothing was kept at all, a page that says what there is. */
const elseWhatThereIs: WorkboxPlugin = {
  handlerDidError: async ({ request }) => {
    if (request.mode !== "navigate") return undefined;
    const path = request.url.slice(scope.length).split("#")[0] ?? "";
    const page = settings.pages[path.split("/")[0] ?? ""] ?? Object.values(settings.pages)[0] ?? "";
    return Response.redirect(`${scope}${page}?missing=${encodeURIComponent(path)}`);
  },
};

/** Before `orFromArchive`: it notes the time of what it is given, and the archive is none of its business. */
const expiration = (maxEntries: number): ExpirationPlugin =>
  new ExpirationPlugin({ maxEntries, purgeOnQuotaError: true });

precacheAndRoute([...settings.kept], { cleanURLs: false, directoryIndex: "", ignoreURLParametersMatching: [/./] });

const assets = new CacheFirst({
  cacheName: names.assets,
  plugins: [wholeAnswers, expiration(maxEntries.assets), orFromArchive],
});

// Photographs in their sizes lie among the assets, and are forgotten with the pages that show them.
registerRoute(
  forPaths((path) => path.startsWith("assets/pictures/")),
  new CacheFirst({
    cacheName: names.pictures,
    plugins: [wholeAnswers, expiration(maxEntries.pictures), orFromArchive],
  }),
);
// So many that they would crowd out what pages need. They are named by their content.
registerRoute(
  forPaths((path) => path.startsWith("assets/search/")),
  new CacheFirst({
    cacheName: names.search,
    plugins: [wholeAnswers, expiration(maxEntries.search), orFromArchive],
  }),
);
registerRoute(
  forPaths((path) => path.startsWith("assets/")),
  assets,
);

registerRoute(
  forPaths((path) => path === "" || path.endsWith("/")),
  new NetworkFirst({
    cacheName: names.visited,
    networkTimeoutSeconds,
    matchOptions: { ignoreVary: true },
    plugins: [withoutQuery, wholeAnswers, expiration(maxEntries.visited), orFromArchive, elseWhatThereIs],
  }),
);

// The head of the search's index says of which build its parts are.
registerRoute(
  forPaths((path) => /^\w\w\/search\/index\//.test(path)),
  new NetworkOnly({ plugins: [elseFromArchive] }),
);

registerRoute(
  forPaths((_, { destination, mode }) => destination === "image" && mode !== "navigate"),
  new StaleWhileRevalidate({
    cacheName: names.pictures,
    plugins: [wholeAnswers, expiration(maxEntries.pictures), orFromArchive],
  }),
);

registerRoute(
  forPaths((path, { mode }) => mode === "navigate" || /^(?:media|files)\//.test(path)),
  new NetworkOnly({ plugins: [elseFromArchive, elseWhatThereIs] }),
);

// Not by precaching, which would take them away at the next renewal from pages that were seen before it.
self.addEventListener("install", (event) => {
  const requests = settings.assets.map((path) => new Request(scope + path));
  event.waitUntil(Promise.all(requests.map((request) => assets.handleAll({ event, request })[1])));
});

// Not while the worker becomes active: until then pages that are opened wait.
self.addEventListener("message", (event) => {
  if (event.data === visitMessage && event.source instanceof WindowClient)
    event.waitUntil(keepVisited(event.source.url));
  if (event.data === forgetMessage)
    event.waitUntil(forgetVisited(names).then(() => event.ports[0]?.postMessage(forgetMessage)));
});

async function keepVisited(url: string): Promise<void> {
  const [address = url] = url.split(/[?#]/);
  if (!address.endsWith("/") || pathOf(new URL(address)) === undefined) return;
  const visited = await caches.open(names.visited);
  await visited.add(address);
}
