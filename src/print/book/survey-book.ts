import type { Inputs } from "../typst/engine.ts";
import type { PressLine, Source } from "../typst/press.ts";

/** How a book came out, as book.typ tells at its end. */
export interface Survey {
  readonly pages: number;
  /** On which page of the document practices, chapters and indexes are, by their names. */
  readonly places: readonly (readonly [string, number])[];
  readonly marks: readonly BookMark[];
  readonly reports: readonly unknown[];
}

/** Where a practice, or its tail of facts and contact, begins, and where it ends. */
export interface BookMark {
  readonly name: string;
  readonly kind: "start" | "tail" | "end";
  readonly page: number;
  /** Share of the page's text area that lies above. */
  readonly fill: number;
}

/** Sets a book and asks how it came out. Rejects with `PressFault`. */
export async function survey(line: PressLine, source: Source, inputs: Inputs): Promise<Survey> {
  const [found] = (await line.query(source, inputs, "survey")) as readonly Survey[];
  return found ?? { pages: 0, places: [], marks: [], reports: [] };
}
