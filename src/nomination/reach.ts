import type { Nominees } from "./nominees.ts";
import type { Services } from "./services.ts";

/** Something outside the endpoint, the store above all, failed or did not answer in time. */
export class Unreachable extends Error {}

/** The same promise, but rejecting with `Unreachable` when it fails or takes too long. */
export async function reach<Value>(promise: Promise<Value>, limitMs: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Unreachable("no answer in time")), limitMs);
  });
  try {
    return await Promise.race([promise, deadline]);
  } catch (error) {
    throw error instanceof Unreachable ? error : new Unreachable(faultName(error), { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** Class and code of an error; never its message, which may quote what was asked for or an address with its password. */
export function faultName(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  return [error.name, code, errcode].filter((part) => typeof part === "string" || typeof part === "number").join(" ");
}

/** Services whose outside parts keep the deadline. */
export function withDeadlines(services: Services): Services {
  const { store, nominees, captcha, answerMs } = services;
  const within = <Value>(promise: Promise<Value>): Promise<Value> => reach(promise, answerMs);
  const reachable: Nominees = {
    areOpen: () => within(nominees.areOpen()),
    find: (id) => within(nominees.find(id)),
    site: () => within(nominees.site()),
  };
  return {
    ...services,
    nominees: reachable,
    record: (entry) => within(services.record(entry)),
    captcha: { ...captcha, check: (...call) => within(captcha.check(...call)) },
    store: {
      salt: (day, fresh) => within(store.salt(day, fresh)),
      counts: (practices) => within(store.counts(practices)),
      head: () => within(store.head()),
      rows: (from, limit) => within(store.rows(from, limit)),
      findVote: (commitment) => within(store.findVote(commitment)),
    },
  };
}
