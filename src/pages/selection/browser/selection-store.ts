import { parseSelection, type Selection } from "./selection.ts";

/** Where a reader's selection is kept while they browse: in this browser alone, one for each archive and language. */
export interface SelectionStore {
  readonly key: string;
  /** Undefined if the browser stores nothing for this page. */
  read(): Selection | undefined;
  /** False if it was not kept. */
  write(selection: Selection): boolean;
}

/** The store that belongs to a page of the selection. Archives beside each other on one host or disk have their own. */
export function openSelectionStore(page: URL): SelectionStore {
  const key = `praktika:print:${page.pathname.replace(/index\.html$/, "")}`;
  return {
    key,
    read() {
      try {
        return parseSelection(localStorage.getItem(key) ?? "");
      } catch {
        return undefined;
      }
    },
    write(selection) {
      try {
        if (selection.length > 0) localStorage.setItem(key, selection.join());
        else localStorage.removeItem(key);
        return true;
      } catch {
        return false;
      }
    },
  };
}
