import { type Finding, finding } from "../core/diagnostics/finding.ts";

/** What browsers refuse by the content security policy of pages. */
export type RefusedKind = "host" | "styleHost" | "script" | "style" | "handler";

interface Refused {
  readonly kind: RefusedKind;
  /** As written. */
  readonly found: string;
  /** The origin that is asked; "" for what stands in the page itself. */
  readonly origin: string;
  /** Where it stands in the text. */
  readonly index: number;
}

const tag = /<(script|style|link|iframe|img|source|video|audio|embed|object)\b((?:\{\{.*?\}\}|[^>])*)>/gis;
const styleAttribute = /<[a-z][^<>]*?\s(style=["'][^"']*["'])/gi;
const handlerAttribute = /<[a-z][^<>]*?\s(on[a-z]+=["'])/gi;
/** A data block of HTML is no script. */
const dataType = /\btype=["']?(?!text\/javascript|module|application\/javascript)[a-z]+\/[^\s"'>]+/i;

/**
 * Finds what a template loads or holds that the policy of pages refuses: an editor would see nothing, in the build or in the browser.
 *
 * @param hosts origins that site.yaml allows by `scripts:`. Finding: template/refused.
 */
export function checkPolicy(sources: ReadonlyMap<string, string>, hosts: readonly string[]): readonly Finding[] {
  return [...sources].flatMap(([name, source]) => {
    const text = source.replace(/\{#.*?#\}|<!--.*?-->/gs, (comment) => comment.replace(/[^\n]/g, " "));
    return findRefused(text, hosts).map(({ kind, found, origin, index }) => {
      const line = text.slice(0, index).split("\n").length;
      return finding("template/refused", `templates/${name}`, { kind, found, origin }, { line, text: found });
    });
  });
}

function findRefused(text: string, hosts: readonly string[]): readonly Refused[] {
  const refused: Refused[] = [];
  for (const { index, 1: name = "", 2: attributes = "" } of text.matchAll(tag)) {
    const element = name.toLowerCase();
    if (element === "link" && !/\brel=["']?stylesheet/i.test(attributes)) continue;
    const address = /\b(?:src|href|data)=["']?((?:https?:)?\/\/[^\s"'>]+)/i.exec(attributes)?.[1];
    const hasAddress = /\bsrc=/i.test(attributes);
    const isInline = (element === "script" && !hasAddress && !dataType.test(attributes)) || element === "style";
    if (isInline)
      refused.push({ kind: element === "style" ? "style" : "script", found: `<${name}`, origin: "", index });
    const origin = address && originOf(address);
    if (!address || !origin) continue;
    const kind = element === "link" ? "styleHost" : "host";
    if (kind === "styleHost" || !hosts.includes(origin)) refused.push({ kind, found: address, origin, index });
  }
  for (const [kind, pattern] of [
    ["style", styleAttribute],
    ["handler", handlerAttribute],
  ] as const)
    for (const { 0: whole, 1: found = "", index } of text.matchAll(pattern))
      refused.push({ kind, found, origin: "", index: index + whole.indexOf(found) });
  return refused.sort((a, b) => a.index - b.index);
}

function originOf(address: string): string | undefined {
  const url = address.startsWith("//") ? `https:${address}` : address;
  // Part of the host may be an expression, which is known only when a page is made.
  return URL.canParse(url) && !/\{\{/.test(address.split("/")[2] ?? "") ? new URL(url).origin : undefined;
}
