import type { Recorded, StoreEntry, VoteStore } from "../store.ts";

interface Waiting {
  readonly entry: StoreEntry;
  readonly resolve: (recorded: Recorded) => void;
  readonly reject: (error: unknown) => void;
}

/** Entries that share a commit: more would keep the first one waiting for the last. */
const maxGroupEntries = 256;

/**
 * Group commit: entries that wait at the same time share one transaction, and each is answered only after it has been
 * committed. While one group is on its way to the disk the next one gathers, so a busier day makes larger groups
 * instead of longer queues.
 */
export class GroupCommit {
  readonly #store: Pick<VoteStore, "record">;
  #waiting: Waiting[] = [];
  #running = false;

  constructor(store: Pick<VoteStore, "record">) {
    this.#store = store;
  }

  record(entry: StoreEntry): Promise<Recorded> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ entry, resolve, reject });
      if (!this.#running) {
        this.#running = true;
        // After the requests of this turn of the event loop have been read.
        setImmediate(() => this.#commitAll());
      }
    });
  }

  async #commitAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, maxGroupEntries);
      await this.#commit(group);
      // Let the requests that came meanwhile join the next group.
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#running = false;
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    try {
      const results = await this.#store.record(group.map(({ entry }) => entry));
      for (const [index, { resolve }] of group.entries()) resolve(results[index] as Recorded);
    } catch (error) {
      // What makes one entry fail must not fail its neighbours: nothing has been written, so each may try alone.
      if (group.length > 1 && !isStoreWide(error)) for (const waiting of group) await this.#commit([waiting]);
      else for (const { reject } of group) reject(error);
    }
  }
}

/** A full or missing disk and a lost server hit every entry alike: trying each alone would only take longer. */
function isStoreWide(error: unknown): boolean {
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  const constraint = typeof errcode === "number" && (errcode & 0xff) === 19;
  const dataFault = typeof code === "string" && /^2[23]...$/.test(code);
  return !constraint && !dataFault;
}
