import type { CheerioAPI } from "cheerio";

/** A footnote of a page or document; `number` as Markdown will name it. */
export interface OldNote {
  readonly number: number;
  readonly html: string;
}

/**
 * Takes footnotes out of a page, as Word and its pages in HTML write them: a link „[1]“ in the text, and a paragraph at the end that links back. A mark
 * that is no Markdown stays in the text (`writeNoteMarks`).
 */
export function takeNotes(page: CheerioAPI): readonly OldNote[] {
  const notes: OldNote[] = [];
  page('a[href^="#"]').each((_, element) => {
    const link = page(element);
    const target = (link.attr("href") ?? "").slice(1);
    if (!/^\W*(?:\d+|[*†]+)\W*$/.test(link.text()) || target === "") return;
    const place = page("[id], a[name]").filter((_, other) =>
      [page(other).attr("id"), page(other).attr("name")].includes(target),
    );
    const block = place.first().closest("li, p, div");
    const back = block.find('a[href^="#"]').filter((_, other) => page(other).attr("href") !== link.attr("href"));
    // A note links back to its mark; a mark stands in another block than its note.
    if (block.length === 0 || back.length === 0 || block.find(element).length > 0) return;
    const name =
      link.attr("id") ?? link.attr("name") ?? link.find("[id]").attr("id") ?? link.closest("[id]").attr("id");
    if (name !== undefined && !back.toArray().some((other) => page(other).attr("href") === `#${name}`)) return;
    back.remove();
    notes.push({ number: notes.length + 1, html: (block.html() ?? "").trim() });
    block.remove();
    const raised = link.closest("sup");
    (raised.length > 0 ? raised : link).replaceWith(`\ue001${notes.length}\ue002`);
  });
  return notes;
}

/** Puts the marks of notes into Markdown. */
export function writeNoteMarks(markdown: string): string {
  return markdown.replace(/\ue001(\d+)\ue002/g, "[^$1]");
}
