/** A line of prose with its place: code, addresses and HTML are spaces. */
export interface ProseLine {
  readonly text: string;
  /** The line with spaces only for code: addresses and HTML are there. */
  readonly uncoded: string;
  /** Of the file, from 1. */
  readonly line: number;
  readonly isTable?: boolean;
}
