import { load } from "cheerio";
import TurndownService from "turndown";
import { cleanControls, withoutInvisible } from "../core/language/clean-text.ts";
import { type LabelTest, takeLabelledValues } from "./labelled-values.ts";
import { withoutLinks } from "./link-words.ts";
import { takeNotes, writeNoteMarks } from "./old-notes.ts";
import type { OldPage, PageLine } from "./old-page.ts";
import { tablesOfText } from "./plain-tables.ts";
import { prepareHtml, prominentMark } from "./prepare-html.ts";

/** A page that was saved as text: each line is a paragraph, an item of a list or a label. */
export function linesOfText(text: string): OldPage {
  const lines = tablesOfText(text.split("\n"), (part) => escapeMarkdown(plainSpaces(part)));
  return { head: { title: "", iid: iidIn(text) }, lines, notes: [], labelled: [] };
}

/** A page or document as HTML. @param source the text in which lines are counted @param testLabel knows the names of fields; without it no table is taken for a list of them */
export async function linesOfHtml(html: string, source: string, testLabel?: LabelTest): Promise<OldPage> {
  const page = load(html);
  const iid = iidIn(page("link[rel=canonical]").attr("href") ?? "") ?? iidIn(html);
  const notes = takeNotes(page);
  const service = await createTurndown();
  const toMarkdown = (part: string): string =>
    service
      .turndown(part)
      .split("\n")
      .map((line) => plainSpaces(line, true))
      .join("\n");
  const labelled = testLabel ? takeLabelledValues(page, { testLabel, toMarkdown }) : [];
  prepareHtml(page);
  const title = plainSpaces((page("h1").first().text() || page("title").first().text()).replaceAll(prominentMark, ""));
  page(
    "script, style, noscript, iframe, object, embed, form input, form button, form select, head, link, meta",
  ).remove();
  // Form fields were furniture; what stands between them is text.
  page("form").each((_, form) => void page(form).replaceWith(page(form).contents()));
  const markdown = service.turndown(page("body").html() ?? page.html());
  const find = createLineFinder(source);
  const lines = markdown.split("\n").map((text): PageLine => {
    const plain = text.replaceAll(prominentMark, "");
    return {
      text: plainSpaces(writeNoteMarks(plain), true),
      line: find(plain),
      ...(plain === text ? {} : { isProminent: true as const }),
    };
  });
  const written = notes.map(({ number, html: note }) => {
    const text = plainSpaces(service.turndown(note).replace(/\n+/g, " "));
    return { text: `[^${number}]: ${text}`, line: find(text) };
  });
  return { head: { title, iid }, lines, notes: written, labelled };
}

async function createTurndown(): Promise<TurndownService> {
  const { tables, strikethrough } = await import("@joplin/turndown-plugin-gfm");
  const service = new TurndownService({
    headingStyle: "atx",
    bulletListMarker: "-",
    emDelimiter: "*",
    codeBlockStyle: "fenced",
    linkStyle: "inlined",
  });
  service.use([tables, strikethrough]);
  // Underlining and fonts are no meaning; links without address are names of places.
  service.addRule("anchors", {
    filter: (node) => node.nodeName === "A" && !node.getAttribute("href"),
    replacement: (text) => text,
  });
  return service;
}

/** Finds the line of the source in which a text stands, going on from the last one found. */
function createLineFinder(source: string): (markdown: string) => number {
  // Tags may stand in the middle of a word and go over several lines.
  const lines = source
    .replace(/<[^<>]*>/g, (tag) => tag.replace(/[^\n]/g, ""))
    .split("\n")
    .map(lettersOf);
  let last = 0;
  return (markdown) => {
    const wanted = lettersOf(withoutLinks(markdown)).slice(0, 24);
    if (wanted.length < 4) return last + 1;
    for (const [from, to] of [
      [last, lines.length],
      [0, last],
    ] as const) {
      const at = lines.findIndex((line, index) => index >= from && index < to && line.includes(wanted));
      if (at >= 0) {
        last = at;
        break;
      }
    }
    return last + 1;
  };
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "");

/** The number of a practice, where a page names its own address. */
export function iidIn(text: string): number | undefined {
  const [, saved = ""] = /saved from url=\(\d+\)(\S+)/i.exec(text) ?? [];
  const found =
    /[?&;_](?:amp;)?iid[=_-](\d{1,9})/i.exec(saved) ?? /(?:^|[?&;_\W])(?:amp;)?iid[=_-](\d{1,9})/i.exec(text);
  return found ? Number(found[1]) : undefined;
}

/** No-break and other odd spaces → a space; several → one, but for the indentation of lists where it is kept. */
function plainSpaces(text: string, keepIndent = false): string {
  const spaced = text.replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g, " ");
  const controls = withoutInvisible(cleanControls(spaced)).replace(/[\p{Cc}\ufffe\uffff]/gu, "");
  const indent = keepIndent ? (/^ */.exec(controls)?.[0] ?? "") : "";
  return (indent + controls.trim().replace(/ {2,}/g, " ")).trimEnd();
}

/** A text that was no Markdown, so that Markdown shows it as it was. Lists stay lists. */
function escapeMarkdown(line: string): string {
  return line
    .replace(/[\\`*_[\]<]/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, "\\&")
    .replace(/^(#{1,6})(?= |$)/, "\\$1")
    .replace(/^>/, "\\>")
    .replace(/^([-=~]{2,})$/, "\\$1")
    .replace(/^\|/, "\\|");
}
