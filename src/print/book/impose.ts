import type { BookPaper } from "../../core/model/issue.ts";
import { call } from "../typst/code.ts";
import { templatesFolder } from "../typst/engine.ts";
import type { Press } from "../typst/press.ts";

/** Where a document lies while it is imposed. */
const waitingPath = `${templatesFolder.slice(1)}/imposed.pdf`;

/**
 * Puts the pages of a document side by side on sheets of twice their size, in the order in which the pile, printed on both sides and folded
 * once, reads from the first page to the last. Its pages are pictures there: it is for a printer, not for reading on a screen.
 * @param pages a multiple of four
 */
export async function impose(
  pdf: Uint8Array,
  { pages, paper, title }: { readonly pages: number; readonly paper: BookPaper; readonly title: string },
  press: Press,
): Promise<Uint8Array> {
  press.addFile(waitingPath, pdf);
  const document = { paper, title, path: `/${waitingPath}`, sides: foldingOrder(pages) };
  const source = `#import "${templatesFolder}/imposed.typ": *\n#${call("imposed", document).text}\n`;
  return press.use((line) => line.pdf(source, {}, "untagged"));
}

/** The pages of each side of paper, left and right, from the outermost sheet to the innermost; front and back take turns. */
export function foldingOrder(pages: number): readonly (readonly [number, number])[] {
  return Array.from({ length: pages / 2 }, (_, side) => {
    const [outer, inner] = [pages - side, side + 1];
    return side % 2 === 0 ? [outer, inner] : [inner, outer];
  });
}
