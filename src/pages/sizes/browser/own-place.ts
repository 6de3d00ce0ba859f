/** The place that a reader has chosen as their own. */
export interface OwnPlace {
  readonly code: string;
  /** The key of its size (src/core/model/size-bands.ts). */
  readonly size: string;
  /** By language: it is chosen in one and shown in all. */
  readonly names: Readonly<Record<string, string>>;
}

/** Where it is kept: in this browser alone, one for each archive. */
export interface OwnPlaceStore {
  read(): OwnPlace | undefined;
  /** False if it was not kept. */
  write(place: OwnPlace | undefined): boolean;
}

/** The store that belongs to a page of the sizes, in any language. */
export function openOwnPlace(page: URL): OwnPlaceStore {
  const key = `praktika:place:${new URL("../..", page).pathname}`;
  return {
    read() {
      try {
        return parseOwnPlace(localStorage.getItem(key) ?? "");
      } catch {
        return undefined;
      }
    },
    write(place) {
      try {
        if (place) localStorage.setItem(key, JSON.stringify(place));
        else localStorage.removeItem(key);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** What was kept, unless something else has been written there. Throws where it is no JSON. */
function parseOwnPlace(text: string): OwnPlace | undefined {
  const { code, size, names } = JSON.parse(text) as Partial<Record<keyof OwnPlace, unknown>>;
  if (typeof code !== "string" || typeof size !== "string" || typeof names !== "object" || !names) return undefined;
  const texts = Object.entries(names).filter(([, name]) => typeof name === "string");
  return { code, size, names: Object.fromEntries(texts) };
}
