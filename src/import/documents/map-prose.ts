/** Changes a Markdown text but for its code, which stays as it is. @param change gets the text between two blocks of code, and its first line from 0 */
export function mapProse(markdown: string, change: (prose: string, line: number) => string): string {
  const parts: { readonly isCode: boolean; readonly lines: string[]; readonly line: number }[] = [];
  let fence = "";
  for (const [line, text] of markdown.split("\n").entries()) {
    const [, mark = ""] = /^ {0,3}(`{3,}|~{3,})/.exec(text) ?? [];
    const isCode = fence !== "" || mark !== "";
    const last = parts.at(-1);
    if (last && last.isCode === isCode) last.lines.push(text);
    else parts.push({ isCode, lines: [text], line });
    if (fence === "") fence = mark;
    else if (mark.startsWith(fence) && text.trim() === mark) fence = "";
  }
  return parts
    .map(({ isCode, lines, line }) => (isCode ? lines.join("\n") : changeBetweenSpans(lines.join("\n"), line, change)))
    .join("\n");
}

/** Spans of code are taken out while the text is changed: a link may hold one. */
function changeBetweenSpans(prose: string, line: number, change: (prose: string, line: number) => string): string {
  const spans: string[] = [];
  const without = prose.replace(
    /(`+)(?!`)(?:(?!\n\s*\n)[\s\S])*?[^`]\1(?!`)/g,
    (span) => `\ue001${spans.push(span) - 1}\ue001`,
  );
  return change(without, line).replace(/\ue001(\d+)\ue001/g, (_, index: string) => spans[Number(index)] ?? "");
}
