/** How a language is written: what programs must know of its signs. */
export interface Writing {
  /** Opening and closing quotation marks. */
  readonly quotes: readonly [open: string, close: string];
  /** Within a quotation. */
  readonly innerQuotes: readonly [open: string, close: string];
  /** True: «…» is a pair that is right as well. */
  readonly allowsAngles: boolean;
  /** The upper-case letters under which titles are listed; all else comes last. */
  readonly alphabet: RegExp;
  /** The words for a body of local government before its name, with the space after them; a name follows that has a capital letter. */
  readonly bodies: RegExp;
  /** The language in the authority list of the Publications Office of the European Union. */
  readonly authorityCode: string;
}
