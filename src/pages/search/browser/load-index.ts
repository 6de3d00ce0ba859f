import type { IndexHead } from "../engine/index-format.ts";
import { decodeTerms } from "../engine/index-format.ts";
import type { SearchIndex } from "../engine/look-up.ts";

declare global {
  interface Window {
    praktikaSearch?: (name: string, content: unknown, hash?: string) => void;
  }
}

export interface LoadedIndex extends SearchIndex {
  readonly head: IndexHead;
  readonly ids: readonly string[];
}

/** Parts of two builds would find the wrong practices. The head must be renewed. */
export class OtherBuild extends Error {}

/** Milliseconds after which a part that does not come counts as missing. */
const partTimeoutMs = 30_000;

/** What a script has handed over. */
interface Part {
  readonly content: unknown;
  readonly hash: string | undefined;
}

/**
 * Loads the index of the search part by part, each once, as scripts: neither fetch nor modules work in a page from a disk. Rejects
 * with `OtherBuild` if a part does not come or is not the one that the head names.
 *
 * @param address of a part, with `{part}` for its name
 * @param isRenewed past every cache: after a deploy the head may be one of the build before
 */
export async function openIndex(address: string, isRenewed: boolean): Promise<LoadedIndex> {
  const load = createPartLoader();
  const locate = (name: string, query: string): string => address.replace("{part}", name) + query;
  const head = (await load("head", locate("head", isRenewed ? `?${Date.now()}` : ""))).content as IndexHead;
  const ids = head.ids.split(" ");
  const hashes = head.hashes.split(" ");
  const loading = new Map<string, Promise<readonly string[]>>();
  const part = (name: string, hash: string | undefined, decode: (text: string) => readonly string[]) => {
    const known = loading.get(name);
    if (known) return known;
    // The hash in the address passes by a copy of another build in the browser's memory.
    const list = load(name, locate(name, `?${hash}`)).then((loaded) => {
      if (loaded.hash !== hash) throw new OtherBuild(name);
      return decode(loaded.content as string);
    });
    loading.set(name, list);
    return list;
  };
  const dictionaryParts = head.dictionary.length;
  return {
    head,
    ids,
    practices: ids.length,
    dictionary: (number) => part(`dictionary-${number}`, hashes[number], decodeTerms),
    postings: (number) => part(`postings-${number}`, hashes[dictionaryParts + number], (text) => text.split(" ")),
  };
}

/** Makes the function that runs the script of a part. Each has an element of its own, by which two that come at once are told apart. */
function createPartLoader(): (name: string, source: string) => Promise<Part> {
  const received = new Map<Element, Part>();
  window.praktikaSearch = (_name, content, hash) => {
    if (document.currentScript) received.set(document.currentScript, { content, hash });
  };
  return (name, source) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const finish = (): void => {
        const part = received.get(script);
        received.delete(script);
        script.remove();
        if (part) resolve(part);
        else reject(new OtherBuild(name));
      };
      script.onload = finish;
      script.onerror = finish;
      setTimeout(finish, partTimeoutMs);
      script.src = source;
      document.head.append(script);
    });
}
