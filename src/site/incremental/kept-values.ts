import { randomUUID } from "node:crypto";
import type { Cell } from "../../core/cells/cells.ts";
import { readStateFile, writeStateFile } from "./state-file.ts";

type Values = Readonly<Record<string, unknown>>;

/**
 * Kept values that are left to the next build (`Cells.memoForNext`). The ledger says what they were made of, and names the file by an id,
 * so that they count for nothing beside another one. It is read when one is first asked for.
 */
export class KeptValues {
  private readonly file: string;
  private readonly id: string;
  private read: Values | undefined;

  /** @param id what the ledger of the last build names them by; "" if there are none */
  constructor(file: string, id: string) {
    this.file = file;
    this.id = id;
  }

  /** What the last build left; undefined if it did not. */
  at(kind: string, key: string): unknown {
    return this.last[`${kind} ${key}`];
  }

  /** Leaves these in the place of those of the last build. Returns the id for the ledger. */
  save(left: ReadonlyMap<Cell, unknown>): string {
    const news = Array.from(left, ([{ source, key }, value]) => [`${source} ${key}`, value] as const);
    if (news.every(([name, value]) => this.last[name] === value)) return this.id;
    const id = randomUUID();
    writeStateFile(this.file, keyOf(id), { ...this.last, ...Object.fromEntries(news) });
    return id;
  }

  private get last(): Values {
    this.read ??= this.id === "" ? {} : ((readStateFile(this.file, keyOf(this.id)) as Values | undefined) ?? {});
    return this.read;
  }
}

function keyOf(id: string): string {
  return `values ${id}`;
}
