import { skeleton } from "./alphabets.ts";
import { withoutInvisible } from "./clean-text.ts";

/*
 * One notion of a name for files, ids, keys, themes, places and addresses: what people see as the same name is the same.
 */

/** Every kind of space as one space, none at the ends, no invisible mark, Unicode form C. */
export function plainName(name: string): string {
  return withoutInvisible(name).normalize("NFC").replace(/\s+/g, " ").trim();
}

/** What two names have in common that people take for the same: case, spaces, hyphens, invisible marks, letters that look alike. */
export function nameKey(name: string): string {
  return skeleton(plainName(name).replace(/\p{Pd}/gu, "-"));
}

/** Quotation marks, also typographic, around a value that can have none. */
const quoted = /^[„“”"'‚‘’«‹]\s*(.*?)\s*[„“”"'‚‘’»›]$/u;

/** A value of signs, such as a date or an id, without what cannot belong to it: quotation marks, odd spaces, dashes for hyphens. */
export function plainSigns(value: string): string {
  const plain = plainName(value);
  return (quoted.exec(plain)?.[1] ?? plain).replace(/[\p{Pd}−]/gu, "-");
}

/** The one known name that a written one can only mean; undefined if it is none, or may be several. */
export function findName(written: string, known: Iterable<string>): string | undefined {
  const key = nameKey(plainSigns(written));
  const found = [...known].filter((name) => nameKey(name) === key);
  return found.length === 1 ? found[0] : undefined;
}
