import type { Nominees } from "./nominees.ts";
import type { Services } from "./services.ts";

/** Something outside the endpoint, the store above all, failed or did not answer in time. */
export class Unreachable extends Error {}

/** Milliseconds that anything outside may take: a reader hears within two seconds that it does not work. */
const deadlineMilliseconds = 1_800;

/** The same promise, but rejecting with `Unreachable` when it fails or takes too long. */
export async function reach<Value>(promise: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Unreachable("no answer in time")), deadlineMilliseconds);
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
  const { store, nominees, captcha } = services;
  const reachable: Nominees = {
    areOpen: () => reach(nominees.areOpen()),
    find: (id) => reach(nominees.find(id)),
    site: () => reach(nominees.site()),
  };
  return {
    ...services,
    nominees: reachable,
    record: (entry) => reach(services.record(entry)),
    captcha: { ...captcha, check: (...call) => reach(captcha.check(...call)) },
    store: {
      salt: (day, fresh) => reach(store.salt(day, fresh)),
      counts: (practices) => reach(store.counts(practices)),
      head: () => reach(store.head()),
      rows: (from, limit) => reach(store.rows(from, limit)),
      findVote: (commitment) => reach(store.findVote(commitment)),
    },
  };
}
