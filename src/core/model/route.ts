import type { Language } from "../language/language.ts";
import type { Permalink } from "./ids.ts";

/** One file of the site to be made: what it shows and where it will lie. Plain values only. */
export interface Route {
  /** The name of its kind of output, as src/pages/pages.ts lists them. */
  readonly kind: string;
  readonly permalink: Permalink;
  readonly language: Language;
  /** What it shows: an id, a slug, a code, a year, a page number, a target; "" where the kind says it all. */
  readonly key: string;
  /** The file of the content that asks for it, if there is one. */
  readonly file?: string;
}

/** A long text that is made piece by piece while it is written: as a whole it would be most of what a build holds. */
export interface InPieces {
  readonly pieces: Iterable<string>;
}

/** What a file of the site is to hold. */
export type Content = Artifact["content"] | InPieces;

export function isInPieces(content: Content): content is InPieces {
  return typeof content === "object" && "pieces" in content;
}

/** A finished file. */
export interface Artifact {
  /** Relative to the output folder, with forward slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What a file of the site holds, by its bytes in UTF-8. */
export interface FileFacts {
  readonly bytes: number;
  /** SHA-256 in hexadecimal digits. */
  readonly hash: string;
}
