/** A table of Markdown. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`)
    .join("\n");
}

/** Says in a document that it is generated, and by what. */
export const madeFrom = (sources: string): string => `<!-- Made from ${sources} by npm run docs. -->`;
