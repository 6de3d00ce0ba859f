/** How the names of Markdown files end: .md, and what other programs write. */
const ending = /\.(?:md|markdown|mdown|mkd)$/i;

export function isTextFile(path: string): boolean {
  return ending.test(path);
}

/** A file's name without folder and ending: „a.bg“ of content/practices/2016/a.bg.md. */
export function stemOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(ending, "");
}

/** The path as all others are written. */
export function withUsualEnding(path: string): string {
  return path.replace(ending, ".md");
}

/** The id in the name of a text's file: „a“ of content/practices/2016/a.bg.md. */
export function idOf(path: string): string {
  return stemOf(path).replace(/\.[^.]+$/, "");
}
