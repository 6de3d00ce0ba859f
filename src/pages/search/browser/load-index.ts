import type { IndexHead } from "../engine/index-format.ts";
import { decodeTerms } from "../engine/index-format.ts";
import type { SearchIndex } from "../engine/look-up.ts";

declare global {
  interface Window {
    praktikaSearch?: (name: string, content: unknown) => void;
  }
}

export interface LoadedIndex extends SearchIndex {
  readonly head: IndexHead;
  readonly ids: readonly string[];
}

/**
 * Loads the index of the search part by part, each once, as scripts: neither fetch nor modules work in a page from a disk. Rejects if a
 * part does not come; it may then be asked for again.
 *
 * @param address of a part, with `{part}` for its name
 */
export async function openIndex(address: string): Promise<LoadedIndex> {
  const came = new Map<string, unknown>();
  const asked = new Map<string, Promise<unknown>>();
  window.praktikaSearch = (name, content) => came.set(name, content);

  const load = (name: string, stamp: string): Promise<unknown> => {
    const known = asked.get(name);
    if (known) return known;
    const part = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const finish = (): void => {
        script.remove();
        if (came.has(name)) resolve(came.get(name));
        else {
          asked.delete(name);
          reject(new Error(`no ${name}`));
        }
      };
      script.onload = finish;
      script.onerror = finish;
      script.src = address.replace("{part}", name) + stamp;
      document.head.append(script);
    });
    asked.set(name, part);
    return part;
  };

  const head = (await load("head", "")) as IndexHead;
  const ids = head.ids.split(" ");
  // Parts of another index, out of the browser's memory, would not fit.
  const stamp = `?${head.stamp}`;
  const decoded = new Map<string, readonly string[]>();
  const part = async (name: string, decode: (text: string) => readonly string[]): Promise<readonly string[]> => {
    const known = decoded.get(name);
    if (known) return known;
    const list = decode((await load(name, stamp)) as string);
    decoded.set(name, list);
    return list;
  };
  return {
    head,
    ids,
    practices: ids.length,
    dictionary: (number) => part(`dictionary-${number}`, decodeTerms),
    postings: (number) => part(`postings-${number}`, (text) => text.split(" ")),
  };
}
