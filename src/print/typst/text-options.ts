import type { Letters } from "./letters.ts";

/** Where a link of a text leads on paper. */
export interface PaperLink {
  /** Whole address. */
  readonly url: string;
  /** Label of a practice of the same document; its page is printed behind the link. */
  readonly label?: string;
}

/** A picture that can be drawn. */
export interface PaperPicture {
  readonly path: string;
  readonly width: number;
  readonly height: number;
  /** Size of the smallest letters of a drawing, in its own pixels; 0 if it has none. */
  readonly letters: number;
  /** Signs of a drawing that no font has; squares stand for them. */
  readonly missing: readonly string[];
}

/** What a block of a text is called when something is wrong with it on paper: found by its first words. */
export interface Place {
  readonly file: string;
  readonly text: string;
}

/** What a text needs to know of the document that it becomes a part of. */
export interface TextOptions {
  readonly file: string;
  readonly letters: Letters;
  /** Begins the labels of this text. */
  readonly prefix: string;
  /** Added to the levels of headings. */
  readonly lower: number;
  /** Where the notes stand: at the foot of each page, or below the text. */
  readonly notes: "foot" | "end";
  /** Undefined: the link leads nowhere. */
  readonly resolve: (href: string) => PaperLink | undefined;
  /** Undefined: it cannot be drawn, and its description stands in its place. */
  readonly picture: (path: string) => PaperPicture | undefined;
  /** Notes down a place and returns its name, which does not depend on other texts of the document. */
  readonly place: (place: Place) => string;
  /** Told of a sign that no font has. */
  readonly missing: (sign: string, place: Place) => void;
}
