import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type ArchiveFiles,
  ArchiveKeeper,
  type KeptState,
} from "../../../../src/pages/offline/browser/keep-archive.ts";
import { cacheNames } from "../../../../src/pages/offline/worker/cache-names.ts";

const scope = "https://archive.example.org/";
const names = cacheNames(scope);

/** What a browser's caches do, as far as it is used here. */
class MemoryCache {
  readonly kept = new Map<string, string>();
  async match(url: string): Promise<Response | undefined> {
    const text = this.kept.get(url);
    return text === undefined ? undefined : new Response(text);
  }
  async put(url: string, response: Response): Promise<void> {
    this.kept.set(url, await response.text());
  }
  async delete(url: string): Promise<boolean> {
    return this.kept.delete(url);
  }
  async keys(): Promise<readonly { readonly url: string }[]> {
    return [...this.kept.keys()].map((url) => ({ url }));
  }
}

let stores: Map<string, MemoryCache>;
let respond: (path: string) => Response | Error;
let asked: string[];
const cache = (name = names.archive): MemoryCache => {
  const found = stores.get(name) ?? new MemoryCache();
  stores.set(name, found);
  return found;
};

beforeEach(() => {
  stores = new Map();
  asked = [];
  respond = (path) => new Response(`text of ${path}`);
  vi.stubGlobal("caches", {
    open: async (name: string) => cache(name),
    delete: async (name: string) => stores.delete(name),
  });
  vi.stubGlobal("fetch", async (url: string, { cache: how }: RequestInit) => {
    expect(how).toBe("no-cache");
    const path = url.slice(scope.length);
    asked.push(path);
    const response = respond(path);
    if (response instanceof Error) throw response;
    return response;
  });
});
afterEach(() => vi.unstubAllGlobals());

const archive = (count: number, version = "1"): ArchiveFiles => ({
  files: Array.from({ length: count }, (_, index) => [`p${index}`, 10, version]),
});
const always = new AbortController().signal;

async function keep(files: ArchiveFiles, keeper?: ArchiveKeeper) {
  const used = keeper ?? (await ArchiveKeeper.open(scope));
  const progress: KeptState[] = [];
  const interruption = await used.keep(files, always, (state) => progress.push({ ...state }));
  return { keeper: used, interruption, progress };
}

/** Fails for so many files, in the first ones that are asked for. */
const failing = (count: number, error: Error) => {
  const failed = new Set<string>();
  return (path: string): Response | Error => {
    if (failed.size < count) failed.add(path);
    return failed.has(path) ? error : new Response(path);
  };
};

describe("an archive", () => {
  it("is kept whole, and found again", async () => {
    const { keeper, interruption, progress } = await keep(archive(3));
    expect(interruption).toBeUndefined();
    expect(progress.at(-1)).toEqual({ files: 3, bytes: 30 });
    expect([keeper.size, keeper.isEmpty]).toEqual([3, false]);
    const again = await ArchiveKeeper.open(scope);
    expect(again.compare(archive(3))).toEqual({ files: 3, bytes: 30 });
    expect(again.compare(archive(3, "2"))).toEqual({ files: 0, bytes: 0 });
  });

  it("is fetched only where it has changed, and what is gone is forgotten", async () => {
    await keep(archive(4));
    asked = [];
    await keep({ files: [...archive(2).files, ["p2", 10, "2"], ["new", 5, "1"]] });
    expect(asked.sort()).toEqual(["new", "p2"]);
    expect([...cache().kept.keys()].map((url) => url.slice(scope.length)).sort()).toEqual([
      "kept.json",
      "new",
      "p0",
      "p1",
      "p2",
    ]);
  });

  it("that is removed is as if it had never been", async () => {
    const { keeper } = await keep(archive(2));
    await keeper.remove();
    expect([keeper.size, keeper.isEmpty, stores.has(names.archive)]).toEqual([0, true, false]);
    expect((await ArchiveKeeper.open(scope)).isEmpty).toBe(true);
  });
});

describe("a network that fails", () => {
  it.each([1, 10])("for %i files costs only those", async (count) => {
    respond = failing(count, new TypeError("fetch failed"));
    const { keeper, interruption } = await keep(archive(30));
    expect(interruption).toBe("no-network");
    expect([keeper.size, asked.length]).toEqual([30 - count, 30]);
    respond = (path) => new Response(path);
    expect((await keep(archive(30), keeper)).interruption).toBeUndefined();
    expect(keeper.size).toBe(30);
  });

  it("for an eleventh is given up", async () => {
    respond = failing(11, new TypeError("fetch failed"));
    const { interruption } = await keep(archive(100));
    expect(interruption).toBe("no-network");
    // Those that were asked for at the same time may still come.
    expect(asked.length).toBeLessThan(11 + 2 * 6);
  });
});

it("six files are asked for at once", async () => {
  let [running, most] = [0, 0];
  const reply = globalThis.fetch;
  vi.stubGlobal("fetch", async (url: string, options: RequestInit) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setImmediate(resolve));
    running--;
    return reply(url, options);
  });
  await keep(archive(20));
  expect(most).toBe(6);
});

it.each([
  [199, 0],
  [200, 200],
  [399, 200],
  [400, 400],
])("of %i files fetched before a tab is closed, %i are noted", async (fetched, noted) => {
  respond = failing(0, new Error());
  const stop = new AbortController();
  const keeper = await ArchiveKeeper.open(scope);
  const puts = vi.spyOn(cache(), "put");
  await keeper.keep(archive(500), stop.signal, ({ files }) => {
    if (files !== fetched) return;
    const notes = puts.mock.calls.filter(([url]) => url === `${scope}kept.json`).length;
    // The note of this very file is about to be made.
    expect(Math.floor(fetched / 200) - notes).toBe(fetched % 200 === 0 ? 1 : 0);
    expect((notes + (fetched % 200 === 0 ? 1 : 0)) * 200).toBe(noted);
  });
});

it.each([
  ["refuses", new Response(null, { status: 404 })],
  ["has no room for", new Response(null, { status: 500 })],
])("a file that the site %s is left out, the rest is kept", async (_, response) => {
  respond = (path) => (path === "p1" ? response.clone() : new Response(path));
  const { keeper, interruption } = await keep(archive(4));
  expect([interruption, keeper.size]).toEqual(["incomplete", 3]);
});

it("a browser without room stops at once, and says so", async () => {
  const { keeper } = await keep(archive(1));
  vi.spyOn(cache(), "put").mockRejectedValue(new DOMException("", "QuotaExceededError"));
  expect((await keep(archive(100), keeper)).interruption).toBe("no-space");
  expect(asked.length).toBeLessThan(1 + 2 * 6);
});

it("a reader who stops it finds the rest of it later", async () => {
  const stop = new AbortController();
  respond = () => (stop.signal.aborted ? new DOMException("", "AbortError") : new Response("x"));
  const keeper = await ArchiveKeeper.open(scope);
  const interruption = await keeper.keep(archive(50), stop.signal, ({ files }) => files === 20 && stop.abort());
  expect(interruption).toBe("stopped");
  expect(keeper.size).toBeGreaterThanOrEqual(20);
  expect(keeper.size).toBeLessThan(50);
  respond = (path) => new Response(path);
  expect((await keep(archive(50))).keeper.size).toBe(50);
});

it("an index of the search is dropped before its new one comes", async () => {
  const index = (version: string): ArchiveFiles => ({
    files: [
      ["p0", 1, version],
      ["bg/search/index/head.js", 1, version],
    ],
  });
  const { keeper } = await keep(index("1"));
  respond = (path) => (path === "p0" ? new Response("new") : new TypeError("fetch failed"));
  await keep(index("2"), keeper);
  expect([...cache().kept.keys()]).not.toContain(`${scope}bg/search/index/head.js`);
});

it("a page that was visited is shown as it is kept", async () => {
  await cache(names.visited).put(`${scope}p0`, new Response("old"));
  await cache(names.visited).put(`${scope}other`, new Response("old"));
  await keep(archive(1));
  expect([...cache(names.visited).kept.values()]).toEqual(["text of p0", "old"]);
});
