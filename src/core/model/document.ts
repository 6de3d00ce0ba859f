/** A text file as it was read: decoded, without byte order mark, with \n as line end. */
export interface SourceFile {
  /** Path relative to the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A file taken apart: fields as unknown values, and the Markdown below them. */
export interface Document {
  readonly path: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** Line of the file in which the body begins, from 1. */
  readonly bodyLine: number;
}

/** An image or attachment found below content/. */
export interface MediaFile {
  /** Path below content/, such as `media/plan.pdf`; in Unicode form C. */
  readonly path: string;
  /** The path as the file system has it, where that is another form: Macs write й as и and a mark. */
  readonly storedAs?: string | undefined;
  /** Path relative to the root, for findings. */
  readonly source: string;
  readonly bytes: number;
  /** Of an image, in CSS pixels. */
  readonly size: ImageSize | undefined;
}

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}
