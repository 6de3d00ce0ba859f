/** A name as alphabetical lists file it. */
export interface FilingName {
  /** The words before the name proper that many names begin with: „Община“, “Municipality of”; or "". */
  readonly kind: string;
  /** What the name is looked for by. */
  readonly name: string;
}

/**
 * Divides a name into what it is one of, and what it is called: „Община“ and „Троян“. If all municipalities of a list stood under one
 * letter, it would not be alphabetical to its readers.
 * @param bodies of the writing of its language
 */
export function filingName(name: string, bodies: RegExp): FilingName {
  const [kind = ""] = bodies.exec(name) ?? [];
  return { kind: kind.trim(), name: name.slice(kind.length) };
}
