import { join } from "node:path";
import { identifyProgram } from "./program-identity.ts";
import { readStateFile, writeStateFile } from "./state-file.ts";

/**
 * What was worked out of texts, by file and by a hash of the text, so that the next build need not do it again. It is read when it
 * is first asked for: most builds do not need it.
 */
export class TextMemory {
  private readonly file: string;
  private readonly hashOf: (file: string) => string;
  private before: Readonly<Record<string, readonly [hash: string, value: string]>> | undefined;
  private readonly now: Record<string, readonly [hash: string, value: string]> = {};
  private isNew = false;

  constructor(cacheFolder: string, hashOf: (file: string) => string) {
    this.file = join(cacheFolder, "words.json");
    this.hashOf = hashOf;
  }

  /** What is remembered of the text of a file, else what `make` gives. */
  readonly remembered = (file: string, make: () => string): string => {
    this.before ??= (readStateFile(this.file, identifyProgram()) as typeof this.before) ?? {};
    const hash = this.hashOf(file);
    const known = this.before[file];
    const value = known?.[0] === hash ? known[1] : make();
    if (known?.[0] !== hash) this.isNew = true;
    this.now[file] = [hash, value];
    return value;
  };

  /** Leaves what was asked for to the next build. */
  save(): void {
    if (this.isNew) writeStateFile(this.file, identifyProgram(), this.now);
  }
}
