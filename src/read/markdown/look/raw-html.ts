import { type Finding, finding } from "../../../core/diagnostics/finding.ts";
import type { HtmlFix } from "../../../core/diagnostics/kinds.ts";
import { clip, locationIn, none, type Sight } from "./look.ts";
import { shownLines } from "./shown-lines.ts";

/** How a tag begins. */
const tagStart = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>]|$)/g;

/** Finds tags of HTML, which readers see as they are typed. The end of a tag that is reported is no finding of its own. */
export function findRawHtml(sight: Sight, index: number): readonly Finding[] {
  const token = sight.tokens[index];
  if (!token?.content.includes("<") || sight.look.allowsHtml) return none;
  const open = sight.openTags;
  const findings: Finding[] = [];
  let from = 0;
  for (const { text, line } of shownLines(token)) {
    for (const [start, slash, name = ""] of text.matchAll(tagStart)) {
      const at = indexOfTag(token.content, start, from);
      const end = token.content.indexOf(">", at);
      if (end < 0) return findings;
      if (at < 0 || token.content.slice(at + 1, end).includes("<")) continue;
      from = at + start.length;
      const key = name.toLowerCase();
      const unclosed = open.get(key) ?? 0;
      open.set(key, unclosed + (slash ? -1 : 1));
      if (slash && unclosed > 0) continue;
      const tag = token.content.slice(at, end + 1);
      const { fix, address } = fixOf(key, tag);
      const [shown = ""] = tag.split("\n");
      findings.push(
        finding(
          "markdown/raw-html",
          sight.look.file,
          { tag: clip(tag), fix, address },
          locationIn(sight, line, shown, start),
        ),
      );
    }
  }
  return findings;
}

/** Where a tag begins; `<b` is not the beginning of `<br>`. */
function indexOfTag(content: string, start: string, from: number): number {
  let at = content.indexOf(start, from);
  while (at >= 0 && /[a-zA-Z0-9-]/.test(content[at + start.length] ?? "")) at = content.indexOf(start, at + 1);
  return at;
}

function fixOf(name: string, tag: string): { readonly fix: HtmlFix; readonly address: string | undefined } {
  const address = /\b(?:src|href|data)\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1];
  if (/^(?:iframe|video|audio|embed|object|source)$/.test(name)) return { fix: "link", address };
  if (name === "a") return address ? { fix: "link", address } : { fix: "nothing", address };
  if (name === "img") return { fix: "image", address };
  if (/^(?:div|span|font|p|center|u|small|section|article|o|st1|br|hr|sub|sup)$/.test(name))
    return { fix: "delete", address };
  if (/^(?:table|t[rdh]|thead|tbody|caption)$/.test(name)) return { fix: "table", address };
  return { fix: "markdown", address };
}
