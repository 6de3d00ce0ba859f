import { type Finding, finding } from "../../../core/diagnostics/finding.ts";
import { none, type Sight } from "./look.ts";

/** What was meant as a link or picture: words in brackets, an address with few brackets of its own, perhaps a title. */
const linkLike = /!?\[[^[\]\n]*\]\(\s*(?!\s)([^()\n]*(?:\([^()\n]*(?:\)[^()\n]*)?){0,8})\)/g;
/** Behind an address. */
const titleAtEnd = /\s(?:"[^"]*"|'[^']*')$/;

/**
 * Finds links whose address holds a space or a single bracket: Markdown shows them as they are typed.
 *
 * Findings: link/unwrapped, link/invalid-url (an address of the web with a space, of which nobody knows what belongs there).
 */
export function findUnwrapped({ tokens, look }: Sight, index: number): readonly Finding[] {
  const { children, content = "", map } = tokens[index] ?? {};
  if (!content.includes("](")) return none;
  const shown = (children ?? [])
    // A backslash before a letter is a letter of the address: `media\план.pdf`.
    .map(({ type, content }) =>
      type === "text" || content.startsWith("\\") ? content : /^(?:link|em|strong)_/.test(type) ? "" : "\n",
    )
    .join("");
  if (!shown.includes("](")) return none;
  const line = look.firstLine + (map?.[0] ?? 0);
  return [...content.matchAll(linkLike)].flatMap(([written, inside = ""]) => {
    const [title = ""] = titleAtEnd.exec(inside.trimEnd()) ?? [];
    const address = inside
      .trimEnd()
      .slice(0, -title.length || undefined)
      .trimEnd();
    if (!/[\s()]/.test(address) || /^<.*>$/.test(address) || !shown.includes(`](${address.slice(0, 8)}`)) return [];
    if (/^(?:https?:|www\b)/i.test(address) && /\s/.test(address))
      return [finding("link/invalid-url", look.file, { url: address }, { line, text: address })];
    const meant = written.replace(`(${inside})`, () => `(${wrapAddress(address)}${title})`);
    return [finding("link/unwrapped", look.file, { written, meant }, { line, text: written })];
  });
}

/** An address as Markdown takes it: in angle brackets, with slashes as on every system; those of mail and telephones have no spaces at all. */
function wrapAddress(address: string): string {
  return /^(?:mailto|tel|practice|page):/i.test(address)
    ? address.replace(/\s+/g, "")
    : `<${address.replaceAll("\\", "/")}>`;
}

/** The address of a link as `findUnwrapped` says it is meant. */
export function wrappedAddress(meant: string): string {
  return /\]\(<?([^>]*?)>?(?:\s+["'][^"']*["'])?\)$/.exec(meant)?.[1] ?? "";
}
