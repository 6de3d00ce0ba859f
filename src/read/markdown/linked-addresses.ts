import { readableAddress } from "../../core/decode-address.ts";
import { type Language, perLanguage } from "../../core/language/language.ts";
import { createMarkdownParser } from "./create-markdown.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { resolveTarget } from "./resolve-target.ts";

/** An address of another site in a text. */
export interface LinkedAddress {
  /** Absolute, without its fragment. */
  readonly url: string;
  /** As the text writes it; the parser may have encoded some characters. */
  readonly written: string;
  /** Line of the text, from 0. */
  readonly line: number;
}

/** Finds the addresses of other sites that a Markdown text links to, in order. */
export function createAddressFinder(): (text: string, language: Language) => readonly LinkedAddress[] {
  const parsers = perLanguage((language) => createMarkdownParser(language, false));
  return (text, language) => {
    const { tokens } = parseMarkdown(text, parsers[language], {});
    return tokens.flatMap(({ children, map }) =>
      (children ?? []).flatMap((token): LinkedAddress[] => {
        if (token.type !== "link_open") return [];
        const written = String(token.attrGet("href"));
        const resolved = resolveTarget(written, { folder: "", isMedia: () => false });
        const url = resolved.kind === "external" ? withoutFragment(resolved.href) : undefined;
        return url === undefined ? [] : [{ url, written: readableAddress(written), line: map?.[0] ?? 0 }];
      }),
    );
  };
}

/** An http or https address without its fragment; undefined for other schemes and for addresses that cannot be parsed. */
export function withoutFragment(address: string): string | undefined {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  url.hash = "";
  return url.href;
}
