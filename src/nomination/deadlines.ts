import { type Environment, readText } from "./environment.ts";

/** Milliseconds that the store and the site may take: a reader hears within two seconds that something does not work. */
export const defaultAnswerMs = 1_800;

/** Milliseconds that a client may take to send the head of a request, and half of what it may take to send all of it. */
export const defaultClientMs = 5_000;

/** The operator's limit for the store and the site. `readSettings` reports a value that is no number. */
export function readAnswerMs(environment: Environment): number {
  return readMilliseconds(environment, "PRAKTIKA_ANSWER_MS") ?? defaultAnswerMs;
}

/** The operator's limit for clients. */
export function readClientMs(environment: Environment): number {
  return readMilliseconds(environment, "PRAKTIKA_CLIENT_MS") ?? defaultClientMs;
}

function readMilliseconds(environment: Environment, name: string): number | undefined {
  const value = readText(environment, name);
  return /^\d{1,6}$/.test(value) ? Number(value) : undefined;
}
