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

/** Why keeping ended before its end. */
export type Interruption = "stopped" | "no-network" | "no-space";

/** Fingerprints of the kept files by path; lies in the cache beside them. */
type Ledger = Record<string, string>;

const ledgerName = "kept.json";
/** So many at once: browsers hold no more connections to a host. */
const atOnce = 6;
const failuresBearable = 10;
/** What is lost of the ledger by a tab that is closed is fetched again. */
const filesBetweenNotes = 200;

/**
 * The whole archive in this browser. What was cut off goes on where it stood; what has changed on the site is fetched anew, and
 * only that.
 */
export class ArchiveKeeper {
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
    let interruption: Interruption | undefined;
    const work = async (): Promise<void> => {
      for (let file = missing[next++]; file; file = missing[next++]) {
        const [path, bytes, fingerprint] = file;
        if (signal.aborted) interruption ??= "stopped";
        if (interruption) return;
        try {
          await this.fetch(path);
        } catch (error) {
          if (error instanceof DOMException && error.name === "QuotaExceededError") interruption ??= "no-space";
          else if (++failures > failuresBearable) interruption ??= "no-network";
          continue;
        }
        this.ledger[path] = fingerprint;
        state.files += 1;
        state.bytes += bytes;
        progress(state);
        if (state.files % filesBetweenNotes === 0) await this.note();
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    if (!interruption && failures > 0) interruption = "no-network";
    if (!interruption) {
      await this.forgetOthers(files);
      await this.renewVisited();
    }
    await this.note();
    return interruption;
  }

  /** Forgets the archive. */
  async remove(): Promise<void> {
    this.ledger = {};
    await caches.delete(cacheNames(this.scope).archive);
  }

  private async fetch(path: string): Promise<void> {
    // "no-cache": the service worker lets such requests pass.
    const response = await fetch(this.scope + path, { cache: "no-cache" });
    if (!response.ok || response.redirected) throw new Error(`${path}: ${response.status}`);
    await this.cache.put(this.scope + path, response);
  }

  /** What the site no longer has. */
  private async forgetOthers(files: ArchiveFiles["files"]): Promise<void> {
    const wanted = new Set(files.map(([path]) => path));
    for (const path of Object.keys(this.ledger)) if (!wanted.has(path)) await this.drop(path);
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
