/** A line of prose with its place: without code, addresses and front matter. */
export interface ProseLine {
  readonly text: string;
  /** Of the file, from 1. */
  readonly line: number;
}

const fence = /^\s{0,3}(```|~~~)/;
/** Code, addresses of links and pictures, bare addresses, HTML, attributes: replaced by as many spaces, so that columns stay. */
const notProse = /`[^`]*`|\]\([^)]*\)|<[^>]*>|(?:https?:\/\/|www\.)\S+|\S+@\S+|\{[^}]*\}/g;

/** The prose of a text below its front matter, by lines. Columns are those of the file. */
export function proseLines(body: string, firstLine: number): readonly ProseLine[] {
  let inCode = false;
  return body.split("\n").flatMap((line, index) => {
    if (fence.test(line)) inCode = !inCode;
    if (inCode || fence.test(line) || line.trim() === "") return [];
    const text = notProse.test(line) ? line.replace(notProse, (found) => " ".repeat(found.length)) : line;
    notProse.lastIndex = 0;
    return [{ text, line: firstLine + index }];
  });
}
