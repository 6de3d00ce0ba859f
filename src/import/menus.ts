import { type Finding, finding } from "../core/diagnostics/finding.ts";
import { withoutLinks } from "./link-words.ts";
import { readLabel } from "./old-labels.ts";
import type { PageLine } from "./old-page.ts";

const link = /!?\[(?:[^[\]\\]|\\.)*\]\(((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*)\)/g;

/** Separates the lines that lead through the old site from what a page says: rows of links, lists of links at its top, breadcrumbs. */
export function dropMenus(lines: readonly PageLine[]): {
  readonly lines: readonly PageLine[];
  readonly menus: readonly PageLine[];
} {
  const menus = new Set(lines.filter(({ text }) => isRowOfLinks(text) || isBreadcrumb(text)));
  // A list of links before anything else is a menu; in the text it may be what the practice is about.
  for (const line of lines) {
    const isItem = /^\s*[-*]\s/.test(line.text) && isLinksAlone(line.text) && addressesIn(line.text).every(isOfSite);
    if (isItem) menus.add(line);
    else if (line.text.trim() !== "" && !menus.has(line)) break;
  }
  return { lines: lines.filter((line) => !menus.has(line)), menus: [...menus] };
}

/** Finding: import/menu-dropped. @param name of the page, as findings name it */
export function reportMenus(menus: readonly PageLine[], name: string): readonly Finding[] {
  const [first] = menus;
  if (!first) return [];
  const text = menus
    .map((line) => withoutLinks(line.text))
    .join(" ")
    .slice(0, 80);
  return [finding("import/menu-dropped", name, { text }, { line: first.line, column: 1 })];
}

const addressesIn = (text: string): readonly string[] => [...text.matchAll(link)].map(([, address = ""]) => address);

const isOfSite = (address: string): boolean => !/^(?:https?:)?\/\//i.test(address) && !/^mailto:/i.test(address);

/** Several links to the same site and nothing beside them but marks. */
function isRowOfLinks(text: string): boolean {
  const addresses = addressesIn(text);
  return addresses.length > 1 && addresses.every(isOfSite) && isLinksAlone(text) && !/!\[/.test(text);
}

const isLinksAlone = (text: string): boolean => text.replace(link, "").replace(/[\s|·•»›>/\\:–—*-]/g, "") === "";

/** „Начало > Практики > Мобилна библиотека“, with or without links. */
function isBreadcrumb(text: string): boolean {
  const plain = withoutLinks(text);
  return !readLabel(text) && /^\s*(?:начало|home)\s*(?:>|»|›|→|::|\/)\s*\S/i.test(plain) && plain.length <= 200;
}
