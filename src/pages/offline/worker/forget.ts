import { CacheExpiration } from "workbox-expiration";
import type { CacheNames } from "./cache-names.ts";

/** Forgets what a reader has opened, and when: the library notes the times in a database of its own. */
export async function forgetVisited({ visited, pictures, search }: CacheNames): Promise<void> {
  for (const name of [visited, pictures, search]) {
    await caches.delete(name);
    await new CacheExpiration(name, { maxEntries: 1 }).delete();
  }
}
