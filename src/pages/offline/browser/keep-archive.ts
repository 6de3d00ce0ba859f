import { cacheNames } from "../worker/cache-names.ts";

/** offline.json of a site: what belongs to the whole archive, relative to the top of the site. What must come last is last. */
export interface ArchiveFiles {
  readonly files: readonly (readonly [path: string, bytes: number, fingerprint: string])[];
}

export interface KeptState {
  /** Files and bytes that are kept as they are on the site. */
  readonly files: number;
  readonly bytes: number;
}

/** Why not all is kept; `incomplete`: the site did not give some files. */
export type Interruption = "stopped" | "no-network" | "no-space" | "incomplete";

/** Fingerprints of the kept files by path; lies in the cache beside them. */
type Ledger = Record<string, string>;

const ledgerName = "kept.json";
/** So many at once: browsers hold no more connections to a host. */
const concurrency = 6;
const failuresBearable = 10;
/** What is lost of the ledger by a tab that is closed is fetched again. */
const filesBetweenNotes = 200;

/**
 * The whole archive in this browser. What was cut off goes on where it stood; what has changed on the site is fetched anew, and
 * only that.
 */
export class ArchiveKeeper {
  /** False: there is something to remove, though the ledger may not know of it. */
  isEmpty = true;
  private ledger: Ledger = {};
  private readonly scope: string;
  private readonly cache: Cache;

  private constructor(scope: string, cache: Cache) {
    this.scope = scope;
    this.cache = cache;
  }

  /** @param scope address of the site's top folder, with a slash at the end. Rejects where browsers refuse to keep anything. */
  static async open(scope: string): Promise<ArchiveKeeper> {
    const keeper = new ArchiveKeeper(scope, await caches.open(cacheNames(scope).archive));
    const known = await keeper.cache.match(scope + ledgerName);
    if (known) keeper.ledger = await known.json();
    keeper.isEmpty = keeper.size === 0 && (await keeper.cache.keys()).length === 0;
    return keeper;
  }

  /** How many files are kept, in whichever state. */
  get size(): number {
    return Object.keys(this.ledger).length;
  }

  /** How much of the archive is kept as it is now. */
  compare({ files }: ArchiveFiles): KeptState {
    const same = files.filter(([path, , fingerprint]) => this.ledger[path] === fingerprint);
    return { files: same.length, bytes: same.reduce((sum, [, bytes]) => sum + bytes, 0) };
  }

  /** Fetches what is missing. Returns undefined when all is kept. */
  async keep(
    archive: ArchiveFiles,
    signal: AbortSignal,
    progress: (kept: KeptState) => void,
  ): Promise<Interruption | undefined> {
    this.isEmpty = false;
    try {
      const interruption = await this.fetchMissing(archive, signal, progress);
      if (!interruption || interruption === "incomplete") {
        await this.forgetOthers(archive);
        await this.renewVisited();
      }
      await this.note();
      return interruption;
    } catch (error) {
      if (isLackOfSpace(error)) return "no-space";
      throw error;
    }
  }

  /** Forgets the archive. */
  async remove(): Promise<void> {
    this.ledger = {};
    this.isEmpty = true;
    await caches.delete(cacheNames(this.scope).archive);
  }

  private async fetchMissing(
    { files }: ArchiveFiles,
    signal: AbortSignal,
    progress: (kept: KeptState) => void,
  ): Promise<Interruption | undefined> {
    const missing = files.filter(([path, , fingerprint]) => this.ledger[path] !== fingerprint);
    const state = { ...this.compare({ files }) };
    // An old index beside new pages would find what is no longer there; its head comes last.
    for (const [path] of missing) if (/\/search\/index\//.test(path)) await this.drop(path);
    let next = 0;
    let failures = 0;
    let refusals = 0;
    let interruption: Interruption | undefined;
    const work = async (): Promise<void> => {
      for (let file = missing[next++]; file && !interruption; file = missing[next++]) {
        const [path, bytes, fingerprint] = file;
        try {
          if (!(await this.fetch(path, signal))) {
            refusals += 1;
            continue;
          }
          this.ledger[path] = fingerprint;
          state.files += 1;
          state.bytes += bytes;
          progress(state);
          if (state.files % filesBetweenNotes === 0) await this.note();
        } catch (error) {
          if (signal.aborted) interruption ??= "stopped";
          else if (isLackOfSpace(error)) interruption ??= "no-space";
          else if (++failures > failuresBearable) interruption ??= "no-network";
        }
      }
    };
    await Promise.all(Array.from({ length: concurrency }, work));
    return interruption ?? (failures > 0 ? "no-network" : refusals > 0 ? "incomplete" : undefined);
  }

  /** False: the site has no such file, as it may be after it was renewed. */
  private async fetch(path: string, signal: AbortSignal): Promise<boolean> {
    // "no-cache": the service worker lets such requests pass.
    const response = await fetch(this.scope + path, { cache: "no-cache", signal });
    if (!response.ok || response.redirected) return false;
    await this.cache.put(this.scope + path, response);
    return true;
  }

  /** What the site no longer has. */
  private async forgetOthers({ files }: ArchiveFiles): Promise<void> {
    const wanted = new Set([ledgerName, ...files.map(([path]) => path)]);
    for (const { url } of await this.cache.keys()) {
      const path = url.slice(this.scope.length);
      if (!wanted.has(path)) await this.drop(path);
    }
  }

  /** Pages that were visited before are older than the archive now, and the service worker would show them first. */
  private async renewVisited(): Promise<void> {
    const visited = await caches.open(cacheNames(this.scope).visited);
    for (const { url } of await visited.keys()) {
      const newer = await this.cache.match(url);
      if (newer) await visited.put(url, newer);
    }
  }

  private async drop(path: string): Promise<void> {
    delete this.ledger[path];
    await this.cache.delete(this.scope + path);
  }

  private async note(): Promise<void> {
    await this.cache.put(this.scope + ledgerName, new Response(JSON.stringify(this.ledger)));
  }
}

function isLackOfSpace(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}
