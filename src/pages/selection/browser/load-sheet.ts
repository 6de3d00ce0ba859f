/** A practice for print, as its script hands it over (`SheetScript` of src/pages/selection/page.ts). */
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

/** Milliseconds after which a script that does not come counts as missing. */
const patience = 20_000;

/**
 * Makes the function that loads practices, each once; `address` holds `{id}`. It gives undefined for a practice that does
 * not exist. Scripts, because neither fetch nor modules work in a page from a disk.
 */
export function createSheetLoader(address: string): (id: string) => Promise<Sheet | undefined> {
  const found = new Map<string, Sheet>();
  const asked = new Map<string, Promise<Sheet | undefined>>();
  window.praktikaSheet = (sheet) => found.set(sheet.id, sheet);
  return (id) => {
    const known = asked.get(id);
    if (known) return known;
    const sheet = new Promise<Sheet | undefined>((resolve) => {
      const script = document.createElement("script");
      const finish = (): void => {
        script.remove();
        resolve(found.get(id));
        // What has failed may be asked for again.
        if (!found.has(id)) asked.delete(id);
      };
      script.onload = finish;
      script.onerror = finish;
      setTimeout(finish, patience);
      script.src = address.replace("{id}", id);
      document.head.append(script);
    });
    asked.set(id, sheet);
    return sheet;
  };
}
