import type { Nominees } from "./nominees.ts";
import type { Services } from "./services.ts";

/** A service outside the endpoint, such as the store, failed or did not answer in time. */
export class Unavailable extends Error {}

/** Readers get an answer within two seconds, also if a service does not work. */
const serviceTimeoutMs = 1_800;

/** Waits for a promise; rejects with `Unavailable` if it fails or takes longer than `serviceTimeoutMs`. */
export async function withTimeout<Value>(promise: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Unavailable("no answer in time")), serviceTimeoutMs);
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
  const { store, nominees, captcha } = services;
  const timedNominees: Nominees = {
    areOpen: () => withTimeout(nominees.areOpen()),
    find: (id) => withTimeout(nominees.find(id)),
    site: () => withTimeout(nominees.site()),
  };
  return {
    ...services,
    nominees: timedNominees,
    record: (entry) => withTimeout(services.record(entry)),
    captcha: { ...captcha, check: (...call) => withTimeout(captcha.check(...call)) },
    store: {
      salt: (day, fresh) => withTimeout(store.salt(day, fresh)),
      counts: (practices) => withTimeout(store.counts(practices)),
      head: () => withTimeout(store.head()),
      rows: (from, limit) => withTimeout(store.rows(from, limit)),
      findVote: (commitment) => withTimeout(store.findVote(commitment)),
    },
  };
}
