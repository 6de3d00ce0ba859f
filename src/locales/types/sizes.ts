import type { SizeBand } from "../../core/model/size-bands.ts";

/** Texts of the size of places. Those that a script completes get names in braces. */
export interface SizesTexts {
  readonly title: string;
  readonly intro: string;
  /** Who says what the population is, else of which year it is. */
  readonly population: (year: string, source: string) => string;
  /** What the size of a place is called beside other facts. */
  readonly fact: string;
  readonly bands: Readonly<Record<SizeBand, string>>;
  readonly bandIntro: (practices: string, band: string) => string;
  /** Of a single place: “31,200 in 2013”. */
  readonly inhabitants: (count: string, year: string) => string;
  /** Before the names of all places of a size. */
  readonly placesOf: (count: string) => string;
  /** Above the names of all places, for readers without script. */
  readonly unscripted: string;
  /** In the place of the number where no practice is from a place of the size. */
  readonly none: string;
  /** The choice of the reader's own place. */
  readonly own: string;
  readonly ownHint: string;
  readonly notChosen: string;
  /** Said when a place has been chosen, and where the browser does not keep it. */
  readonly chosen: (place: string, band: string) => string;
  readonly notKept: string;
  /** Behind the size of a place that is that of the reader's own: the reason of the mark. */
  readonly like: (place: string) => string;
  /** Above a list with such marks, and two links there. */
  readonly marked: (place: string) => string;
  readonly all: string;
  readonly change: string;
}
