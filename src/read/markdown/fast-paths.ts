import type MarkdownIt from "markdown-it";

/*
 * Work of markdown-it that a text of the archive does not need. What it makes of a text stays the same: the examples of
 * CommonMark and made-up texts are compared with markdown-it as it comes (test/read/markdown/fast-paths.test.ts).
 */

/** What is marked as a link: `[text](address)` in one line and `<address>`. */
const markedAddress = /\[([^[\]\n]*)\]\([^()\s]*\)|<https?:[^<>\s]*>/g;
/** What linkify could take for the beginning of an address or for a name of a site, or the middle of an e-mail address. */
const addressLike = /\/\/|www\.|@|\.(?:bg|eu|org|com|net|info|gov|edu|xn--)|mailto:/i;

/** What can make something else of brackets than they seem: escapes, code, references. */
const unusual = /[\\`]|\]\[|\]:/;

/** Whether a text may hold an address that is not marked as a link. Looking for those costs a quarter of all parsing. */
export function mayHaveBareAddress(text: string): boolean {
  return addressLike.test(text) && (unusual.test(text) || addressLike.test(text.replace(markedAddress, "$1")));
}

/** An address of which nothing has to be encoded: markdown-it would take it apart and put it together again. */
const plainAddress = /^https?:\/\/[a-z0-9]+(?:[.-][a-z0-9]+)*(?:\/[A-Za-z0-9._~/=&-]*)?$/;

/** Sets a parser up for texts without carriage returns and NUL, as `decode` leaves them. */
export function addShortcuts(parser: MarkdownIt): void {
  parser.core.ruler.disable("normalize");
  const normalize = parser.normalizeLink;
  parser.normalizeLink = (address) => (plainAddress.test(address) ? address : normalize(address));
}
