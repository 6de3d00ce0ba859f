/** A line with its links as their words. */
export function withoutLinks(text: string): string {
  return text
    .replace(/!?\[((?:[^[\]\\]|\\.)*)\]\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)/g, "$1")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1");
}
