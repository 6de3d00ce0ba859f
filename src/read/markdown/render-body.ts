import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import { type Finding, finding, type Result } from "../../core/diagnostics/finding.ts";
import type { Language } from "../../core/language/language.ts";
import { findAnchor, nearestFragment } from "../../core/model/anchors.ts";
import type { Body, Section } from "../../core/model/body.ts";
import { sectionsOf } from "../../locales/sections-of.ts";
import { type BodySource, type BodyTools, type Collected, plainText } from "./body-source.ts";
import type { Comment } from "./hide-comments.ts";
import type { Look, LookEnvironment } from "./look/look.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { prepareHeadings } from "./prepare-headings.ts";
import { prepareInline } from "./prepare-inline.ts";

/**
 * Markdown → HTML in sections, with an outline of links and headings.
 *
 * Findings: markdown/*, content/empty-part, link/invalid-url, link/missing-file, link/outside-content, link/unknown-section (own page).
 */
export function renderBody(source: BodySource, language: Language, tools: BodyTools): Result<Body> {
  const parser = tools.parsers[language];
  const collected: Collected = { findings: [], links: [], anchors: [], titles: [] };
  const look: Look = {
    file: source.file,
    text: source.text,
    firstLine: source.firstLine,
    allowsHtml: tools.sanitize !== undefined,
    findings: collected.findings,
    usedDefinitions: new Set(),
  };
  const env: LookEnvironment = { look };
  const { tokens, comments } = parseMarkdown(source.text, parser, env);
  collected.findings.push(...comments.map((comment) => commentFinding(comment, source)));
  const fragments = prepareInline(tokens, { source, tools, collected });
  const headings = prepareHeadings(tokens, source, { collected, sections: sectionsOf(tools.site ?? {}) });
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
      const html = render(heading.index + 3, end);
      return { kind: heading.kind, id: heading.id, title, plainTitle: heading.title, html };
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

/** The first paragraph that has words: a picture alone says nothing of a text. */
function firstParagraphOf(tokens: readonly Token[]): string {
  for (const [index, { type, level, tag }] of tokens.entries()) {
    const text = type === "paragraph_open" && level === 0 && tag === "p" ? plainText(tokens[index + 1]) : "";
    if (/[\p{L}\p{N}]/u.test(text)) return text;
  }
  return "";
}

function commentFinding({ text, line, isClosed }: Comment, { file, firstLine }: BodySource): Finding {
  const [written = ""] = text.split("\n");
  const location = { line: firstLine + line, text: written };
  return finding(isClosed ? "markdown/comment" : "markdown/open-comment", file, {}, location);
}
