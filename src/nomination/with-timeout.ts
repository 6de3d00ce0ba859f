import type { Nominees } from "./nominees.ts";
import type { Services } from "./services.ts";

/** A service outside the endpoint, such as the store, failed or did not answer in time. */
export class Unavailable extends Error {}

/** Waits for a promise; rejects with `Unavailable` if it fails or takes longer than `timeoutMs`. */
export async function withTimeout<Value>(promise: Promise<Value>, timeoutMs: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Unavailable("no answer in time")), timeoutMs);
  });
  try {
    return await Promise.race([promise, deadline]);
  } catch (error) {
    throw error instanceof Unavailable ? error : new Unavailable(faultName(error), { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** Class and code of an error; never its message, which may contain a request or an address with its password. */
export function faultName(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  return [error.name, code, errcode].filter((part) => typeof part === "string" || typeof part === "number").join(" ");
}

/** The services with a time limit for every part outside the endpoint. */
export function withTimeouts(services: Services): Services {
  const { store, nominees, captcha, answerMs } = services;
  const within = <Value>(promise: Promise<Value>): Promise<Value> => withTimeout(promise, answerMs);
  const timedNominees: Nominees = {
    phase: () => within(nominees.phase()),
    find: (id) => within(nominees.find(id)),
    formerIds: () => within(nominees.formerIds()),
    site: () => within(nominees.site()),
  };
  return {
    ...services,
    nominees: timedNominees,
    record: (entry) => within(services.record(entry)),
    captcha: { ...captcha, check: (...call) => within(captcha.check(...call)) },
    store: {
      salt: (day, fresh) => within(store.salt(day, fresh)),
      used: (keys) => within(store.used(keys)),
      tally: (practices) => within(store.tally(practices)),
      head: () => within(store.head()),
      rows: (from, limit) => within(store.rows(from, limit)),
      findVote: (commitment) => within(store.findVote(commitment)),
      rehearse: (trial) => within(store.rehearse(trial)),
    },
  };
}
