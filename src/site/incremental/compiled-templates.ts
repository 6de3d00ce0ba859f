import { join } from "node:path";
import { programCacheFolder } from "./program-cache.ts";
import { readStateFile, writeStateFile } from "./state-file.ts";

/**
 * Templates as JavaScript, which take a fifth of a second to compile. They are run, and so they are kept beside the program, where whoever can
 * write can change the program itself; where there is no such place, they are compiled every time.
 */
export class CompiledTemplates {
  private readonly file: string | undefined;
  private readonly key: string;
  private readonly codes: Record<string, string>;
  private isNew = false;

  /**
   * @param key a hash of the program and of all templates
   * @param folder in which they are kept; undefined: nowhere
   */
  constructor(key: string, folder = programCacheFolder()) {
    this.file = folder && join(folder, "templates.json");
    this.key = key;
    this.codes = (this.file && (readStateFile(this.file, key) as Record<string, string> | undefined)) || {};
  }

  readonly codeOf = (name: string, compile: () => string): string => {
    const known = this.codes[name];
    if (known !== undefined) return known;
    this.isNew = true;
    const code = compile();
    this.codes[name] = code;
    return code;
  };

  save(): void {
    if (this.isNew && this.file) writeStateFile(this.file, this.key, this.codes);
  }
}
