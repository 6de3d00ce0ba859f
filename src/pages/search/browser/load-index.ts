import { loadScript } from "../../kit/browser/load-script.ts";
import { decodeTerms, type IndexHead, type ResultText } from "../engine/index-format.ts";
import type { SearchIndex } from "../engine/look-up.ts";
import { numberPractices, textPartOf } from "../engine/practice-numbers.ts";

declare global {
  interface Window {
    praktikaSearch?: (name: string, content: unknown) => void;
  }
}

export interface LoadedIndex extends SearchIndex {
  readonly head: IndexHead;
  /** Ids by place, the newest first. */
  readonly ids: readonly string[];
  /** A part by its number among the names of the head. */
  part<Content, Value>(number: number, decode: (content: Content) => Value): Promise<Value>;
  /** What a result shows of the practice at a place. */
  text(place: number): Promise<ResultText>;
}

/** Parts of two builds would find the wrong practices. The head must be renewed. */
export class OtherBuild extends Error {}

/** Milliseconds after which a part that does not come counts as missing. */
const partTimeoutMs = 30_000;

/** Where the scripts of the index lie. */
export interface IndexAddresses {
  readonly head: string;
  /** With `{part}` for its name. */
  readonly part: string;
}

/**
 * Loads the index of the search part by part, each once, as scripts: neither fetch nor modules work in a page from a disk. Rejects
 * with `OtherBuild` if a part does not come. Parts are named by their content, so that one which comes is the one that the head means.
 *
 * @param isRenewed past every cache: after a deploy the head may be one of the build before
 */
export async function openIndex(addresses: IndexAddresses, isRenewed: boolean): Promise<LoadedIndex> {
  const load = createPartLoader();
  const head = (await load("head", addresses.head + (isRenewed ? `?${Date.now()}` : ""))) as IndexHead;
  const ids = head.ids.split(" ");
  const names = head.names.split(" ");
  const numbers = numberPractices(ids);
  const places = new Map(ids.map((id, place) => [numbers.byId.get(id), place]));
  const loading = new Map<string, Promise<unknown>>();
  const part = <Content, Value>(number: number, decode: (content: Content) => Value): Promise<Value> => {
    const name = names[number] ?? "";
    const known = loading.get(name) as Promise<Value> | undefined;
    if (known) return known;
    const value = load(name, addresses.part.replace("{part}", name)).then((content) => decode(content as Content));
    loading.set(name, value);
    return value;
  };
  const postingsFrom = head.dictionary.length;
  const textsFrom = postingsFrom + head.postingStarts.length;
  return {
    head,
    ids,
    part,
    practices: ids.length,
    placeOf: (practice) => places.get(practice) as number,
    dictionary: (number) => part(number, decodeTerms),
    postings: (number) => part(postingsFrom + number, (text: string) => text.split(" ")),
    text: async (place) => {
      const id = ids[place] ?? "";
      const inPart = textPartOf(numbers.byId.get(id) ?? 0);
      const texts = await part(textsFrom + inPart, (all: readonly ResultText[]) => all);
      return texts.find(([other]) => other === id) as ResultText;
    },
  };
}

/** Makes the function that runs the script of a part. Whatever comes under a name is the same. */
function createPartLoader(): (name: string, source: string) => Promise<unknown> {
  const received = new Map<string, unknown>();
  window.praktikaSearch = (name, content) => received.set(name, content);
  return async (name, source) => {
    await loadScript(source, partTimeoutMs);
    if (!received.has(name)) throw new OtherBuild(name);
    return received.get(name);
  };
}
