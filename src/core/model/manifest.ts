/** What a build wrote: by path relative to the output folder. */
export interface Manifest {
  readonly files: Readonly<Record<string, ManifestEntry>>;
}

export interface ManifestEntry {
  /** SHA-256 of the content, hexadecimal. */
  readonly hash: string;
  readonly bytes: number;
  /** Modification time in milliseconds: with the size it tells whether somebody changed the file since. */
  readonly modified: number;
}
