import { load } from "cheerio/slim";
import { type AnyNode, type Element, isTag, isText } from "domhandler";

/** Takes HTML apart. */
export function parse(html: string): readonly AnyNode[] {
  return load(html, { xml: { xmlMode: false, decodeEntities: true } }, false).root()[0]?.children ?? [];
}

const blockNames: ReadonlySet<string> = new Set(
  `address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header
  hgroup hr li main nav ol p pre section summary table ul`.split(/\s+/),
);

export function isBlock(element: Element): boolean {
  if (blockNames.has(element.name)) return true;
  return element.children.some((child) => isTag(child) && isBlock(child));
}

export function hasImage(node: AnyNode): boolean {
  return isTag(node) && (node.name === "img" || node.children.some(hasImage));
}

export function findImage(element: Element): Element | undefined {
  return findTag(element, "img");
}

export function findLink(element: Element): Element | undefined {
  return element.name === "a" ? element : findTag(element, "a");
}

function findTag(element: Element, name: string): Element | undefined {
  for (const child of element.children.filter(isTag)) {
    const found = child.name === name ? child : findTag(child, name);
    if (found) return found;
  }
  return undefined;
}

export function itemsOf(nodes: readonly AnyNode[]): readonly Element[] {
  return nodes.filter(isTag).flatMap((node) => (node.name === "li" ? [node] : itemsOf(node.children)));
}

/** The first piece of plain text, as it stands in the file of the content more often than not. */
export function firstWords(nodes: readonly AnyNode[]): string {
  for (const node of nodes) {
    const text = isText(node) ? node.data : isTag(node) ? firstWords(node.children) : "";
    const line = text.trim().split("\n")[0]?.trim() ?? "";
    if (line !== "") return line.slice(0, 60);
  }
  return "";
}

export function decodePath(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** Whether a text says the address that it leads to. */
export function isShown(url: string, text: string): boolean {
  const bare = bareAddress(url);
  return bare === bareAddress(text) || bare.toLowerCase() === text.toLowerCase();
}

/** An address as people write it. */
export function bareAddress(url: string): string {
  return url
    .replace(/^(https?:\/\/|mailto:|tel:)/, "")
    .replace(/^www\./, "")
    .replace(/\/$/, "");
}

/** All text within a node. */
export function textContent(node: AnyNode): string {
  if (isText(node)) return node.data;
  return isTag(node) ? node.children.map(textContent).join("") : "";
}

/** The number in a text that leads to a note. */
export function isNoteReference(node: AnyNode): boolean {
  return isTag(node) && /\bfootnote-ref\b/.test(node.attribs.class ?? "");
}
