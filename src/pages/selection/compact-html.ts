/** HTML without the indentation and empty lines that templates leave; preformatted text stays as it is. */
export function compactHtml(html: string): string {
  return html
    .split(/(<pre[\s>][\s\S]*?<\/pre>)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/\n\s+/g, "\n")))
    .join("")
    .trim();
}
