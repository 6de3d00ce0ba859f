import { parentPort, workerData } from "node:worker_threads";
import { SqliteStore } from "./sqlite-store.ts";
import type { CallResult, StoreCall } from "./sqlite-thread.ts";

if (!parentPort) throw new Error("to be run as a thread");
const port = parentPort;
const store = new SqliteStore(workerData as string);

port.on("message", async ({ id, method, values }: StoreCall) => {
  port.postMessage(await answer(id, () => (store[method] as (...values: readonly unknown[]) => unknown)(...values)));
  // Nothing comes after that, and a thread that listens would keep the process alive.
  if (method === "close") port.close();
});

async function answer(id: number, call: () => unknown): Promise<CallResult> {
  try {
    return { id, value: await call() };
  } catch (error) {
    const { message, code, errcode } = error as Error & { readonly code?: unknown; readonly errcode?: unknown };
    return { id, error: { message, code, errcode } };
  }
}
