import type { Permalink } from "./ids.ts";

/** A photograph of the content in a modern format and a width of its own. */
export interface ScaledPicture {
  readonly permalink: Permalink;
  /** In pixels of the picture. */
  readonly width: number;
}

/** Scaled pictures by the path of the original below content/, the narrowest first. */
export type ScaledPictures = ReadonlyMap<string, readonly ScaledPicture[]>;
