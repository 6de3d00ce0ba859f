const maxCharacters = 280;

/** The beginning of a paragraph, cut at the end of a sentence or at least of a word. */
export function summarize(paragraph: string): string {
  if (paragraph.length <= maxCharacters) return paragraph;
  const head = paragraph.slice(0, maxCharacters);
  const sentence = Math.max(head.lastIndexOf(". "), head.lastIndexOf("! "), head.lastIndexOf("? "));
  if (sentence > maxCharacters / 2) return head.slice(0, sentence + 1);
  return `${head.slice(0, head.lastIndexOf(" ")).replace(/[\s,;:–-]+$/, "")}…`;
}
