import type Token from "markdown-it/lib/token.mjs";

/** A line of a paragraph as readers see it: without markup that took. */
export interface ShownLine {
  /** Code, escaped signs and pictures are `hidden` signs: nothing in them is markup. */
  readonly text: string;
  /** Line of the text, from 0. */
  readonly line: number;
  /** How it is divided from the line before it; a soft break is a space on the page. */
  readonly after: "start" | "softbreak" | "hardbreak";
}

/** Stands for a sign that was never meant as markup. */
export const hidden = "\u0001";

/** Whether the file goes on in its next line; `<br>` breaks only the line of the page. */
export function isLineBreak({ type, markup }: Token): boolean {
  return type === "softbreak" || (type === "hardbreak" && markup !== "<br>");
}

/** The lines of an inline token before the typographer has set its signs. */
export function shownLines({ children, map }: Token): readonly ShownLine[] {
  const lines: { text: string; line: number; after: ShownLine["after"] }[] = [];
  let current = { text: "", line: map?.[0] ?? 0, after: "start" as ShownLine["after"] };
  for (const child of children ?? []) {
    const { type, content } = child;
    if (type === "text") current.text += content;
    else if (type === "text_special") current.text += hidden.repeat(content.length);
    else if (type === "code_inline") current.text += hidden;
    else if (type === "image" || type === "footnote_ref") current.text += hidden;
    else if (isLineBreak(child)) {
      lines.push(current);
      current = { text: "", line: current.line + 1, after: child.type === "softbreak" ? "softbreak" : "hardbreak" };
    }
  }
  return [...lines, current];
}
