import { loadScript } from "../../kit/browser/load-script.ts";

/** A practice for print: as its script hands it over (`SheetScript` of src/pages/selection/page.ts), or made of its page. */
export interface Sheet {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly detail: string;
  readonly pages: number;
  readonly html: string;
}

declare global {
  interface Window {
    praktikaSheet?: (sheet: Sheet) => void;
  }
}

/** Milliseconds after which a practice that does not come counts as missing. */
const fetchTimeoutMs = 20_000;

/** What is wanted of a practice: all of it, or only its text. */
export type SheetText = Pick<Sheet, "id" | "html">;

/** Makes that of the page of a practice, which lies at `address`; undefined for a page that shows no practice, or another one. */
export type ReadPage<Wanted> = (html: string, address: string, id: string) => Wanted | undefined;

/** Brings a practice; undefined for one that does not exist or does not come. */
type Bring<Wanted> = (address: string, id: string) => Promise<Wanted | undefined>;

/**
 * Makes the function that loads practices, each once; `address` holds `{id}`, and is that of a script or of a page. It gives undefined for
 * a practice that does not exist.
 */
export function createSheetLoader<Wanted extends SheetText>(
  address: string,
  readPage: ReadPage<Wanted>,
): (id: string) => Promise<Wanted | undefined> {
  const asked = new Map<string, Promise<Wanted | undefined>>();
  const bring = address.endsWith(".js") ? createScriptLoader<Wanted>() : createPageLoader(readPage);
  return (id) => {
    const known = asked.get(id);
    if (known) return known;
    const sheet = bring(address.replace("{id}", id), id).then((found) => {
      // What has failed may be asked for again.
      if (!found) asked.delete(id);
      return found;
    });
    asked.set(id, sheet);
    return sheet;
  };
}

function createPageLoader<Wanted>(readPage: ReadPage<Wanted>): Bring<Wanted> {
  return async (address, id) => {
    try {
      const { href } = new URL(address, location.href);
      const response = await fetch(href, { signal: AbortSignal.timeout(fetchTimeoutMs) });
      return response.ok ? readPage(await response.text(), href, id) : undefined;
    } catch {
      return undefined;
    }
  };
}

/** On a disk neither fetch nor modules work. */
function createScriptLoader<Wanted extends SheetText>(): Bring<Wanted> {
  const found = new Map<string, Wanted>();
  // A script hands over all that there is of a practice.
  window.praktikaSheet = (sheet) => found.set(sheet.id, sheet as SheetText as Wanted);
  return async (address, id) => {
    await loadScript(address, fetchTimeoutMs);
    return found.get(id);
  };
}
