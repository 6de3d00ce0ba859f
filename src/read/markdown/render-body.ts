import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import { finding, type Outcome } from "../../core/diagnostics/finding.ts";
import type { Language } from "../../core/language/language.ts";
import { findAnchor, nearestFragment } from "../../core/model/anchors.ts";
import type { Body, Section } from "../../core/model/body.ts";
import { type BodySource, type BodyTools, type Collected, plainText } from "./body-source.ts";
import { mayHaveBareAddress } from "./fast-paths.ts";
import { prepareHeadings } from "./prepare-headings.ts";
import { prepareInline } from "./prepare-inline.ts";

/**
 * Markdown → HTML in sections, with an outline of links and headings.
 *
 * Findings: markdown/*, link/invalid-url, link/missing-file, link/outside-content, link/unknown-section (own page).
 */
export function renderBody(source: BodySource, language: Language, tools: BodyTools): Outcome<Body> {
  const { plain, withPassages } = tools.parsers[language];
  const parser = source.text.includes("{lang=") ? withPassages : plain;
  parser.set({ linkify: mayHaveBareAddress(source.text) });
  const env = {};
  const tokens = parser.parse(source.text, env);
  const collected: Collected = { findings: [], links: [], anchors: [], titles: [] };
  const fragments = prepareInline(tokens, { source, tools, collected });
  const headings = prepareHeadings(tokens, source, collected);
  for (const { fragment, line, link } of fragments) {
    const anchor = findAnchor(collected, fragment);
    if (anchor !== undefined) link.attrSet("href", `#${anchor}`);
    if (fragment === "" || anchor !== undefined) continue;
    const parameters = { fragment, id: source.file, nearest: nearestFragment(collected, fragment) };
    collected.findings.push(finding("link/unknown-section", source.file, parameters, { line, text: `#${fragment}` }));
  }

  const clean = tools.sanitize ?? ((html: string): string => html);
  const render = (from: number, to: number): string =>
    clean(parser.renderer.render(tokens.slice(from, to), parser.options, env));
  const footnotesAt = indexOrEnd(tokens, (token) => token.type === "footnote_block_open");
  const starts = headings.filter((heading) => heading.level === 2).map((heading) => heading.index);
  const sections = headings
    .filter((heading) => heading.level === 2)
    .map((heading, order): Section => {
      const end = starts[order + 1] ?? footnotesAt;
      const title = clean(renderInline(parser, tokens[heading.index + 1], env));
      return { kind: heading.kind, id: heading.id, title, html: render(heading.index + 3, end) };
    });
  const body: Body = {
    lead: render(0, starts[0] ?? footnotesAt),
    sections,
    footnotes: render(footnotesAt, tokens.length),
    firstParagraph: firstParagraphOf(tokens),
    outline: { links: collected.links, anchors: collected.anchors, titles: collected.titles },
  };
  return { value: body, findings: collected.findings };
}

function indexOrEnd(tokens: readonly Token[], test: (token: Token) => boolean): number {
  const index = tokens.findIndex(test);
  return index < 0 ? tokens.length : index;
}

function renderInline(parser: MarkdownIt, token: Token | undefined, env: object): string {
  return parser.renderer.renderInline(token?.children ?? [], parser.options, env);
}

function firstParagraphOf(tokens: readonly Token[]): string {
  const index = tokens.findIndex((token) => token.type === "paragraph_open" && token.level === 0 && token.tag === "p");
  return index < 0 ? "" : plainText(tokens[index + 1]);
}
