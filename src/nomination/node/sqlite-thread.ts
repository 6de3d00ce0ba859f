import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { VoteStore } from "../store.ts";

type Method = keyof VoteStore;

/** A call of the store, as it crosses to the thread. */
export interface StoreCall {
  readonly id: number;
  readonly method: Method;
  readonly values: readonly unknown[];
}

/** The answer to a call; of an error only what the endpoint looks at, for a copy would lose the codes. */
export type CallResult = { readonly id: number } & (
  | { readonly value: unknown }
  | { readonly error: { readonly message: string; readonly code: unknown; readonly errcode: unknown } }
);

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The local store in a thread of its own: while one group of votes waits for the disk, the requests of the next one are
 * read and checked. If the file cannot be opened, the first call rejects.
 */
export function openSqliteThread(path: string): VoteStore {
  // In the package the sources are compiled: .js beside .js.
  const worker = new Worker(new URL(`sqlite-thread-worker${extname(import.meta.url)}`, import.meta.url), {
    workerData: path,
  });
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let ended: Error | undefined;

  worker.on("message", (answer: CallResult) => {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("value" in answer) call?.resolve(answer.value);
    else call?.reject(Object.assign(new Error(answer.error.message), answer.error));
  });
  const end = (error: Error): void => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on("error", end);
  worker.on("exit", () => end(new Error("the thread of the store has ended")));

  const call =
    <Name extends Method>(method: Name) =>
    (...values: Parameters<VoteStore[Name]>): ReturnType<VoteStore[Name]> => {
      const answered = new Promise<unknown>((resolve, reject) => {
        if (ended) return reject(ended);
        const id = calls++;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, method, values } satisfies StoreCall);
      });
      return answered as ReturnType<VoteStore[Name]>;
    };
  return {
    migrate: call("migrate"),
    record: call("record"),
    salt: call("salt"),
    used: call("used"),
    tally: call("tally"),
    counts: call("counts"),
    head: call("head"),
    rows: call("rows"),
    findVote: call("findVote"),
    rehearse: call("rehearse"),
    rebuildTally: call("rebuildTally"),
    restore: call("restore"),
    close: call("close"),
  };
}
