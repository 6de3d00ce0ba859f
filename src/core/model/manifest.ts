/** A file of a site. */
export interface ManifestEntry {
  /** SHA-256 of the content, hexadecimal. */
  readonly hash: string;
  readonly bytes: number;
}
