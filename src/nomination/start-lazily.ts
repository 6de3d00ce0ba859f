import { languages } from "../core/protocol.ts";
import { securityHeaders } from "./guard/security-headers.ts";
import { preferredLanguage } from "./preferred-language.ts";
import { problemResponse } from "./problem.ts";
import { SettingsError } from "./settings.ts";
import { faultName, withTimeout } from "./with-timeout.ts";

/** Answers requests. `bindings`: what a platform says beside the request itself. */
export type Fetch<Bindings> = (request: Request, bindings: Bindings) => Response | Promise<Response>;

/**
 * An endpoint that starts when the first request comes, once for all that wait for it; a start that failed is tried again
 * by the next request. While there is nothing to answer with, requests get 503, within two seconds.
 * @param log receives one line about each failed start: names of settings, or class and code of an error
 * @param readAnswerMs how long a request waits for the start
 */
export function startLazily<Bindings>(
  start: (bindings: Bindings) => Promise<Fetch<Bindings>>,
  log: (line: string) => void,
  readAnswerMs: (bindings: Bindings) => number,
): Fetch<Bindings> {
  let starting: Promise<Fetch<Bindings>> | undefined;
  const startOnce = (bindings: Bindings): Promise<Fetch<Bindings>> => {
    starting ??= start(bindings).catch((error: unknown) => {
      starting = undefined;
      log(startFailure(error));
      throw error;
    });
    return starting;
  };
  return async (request, bindings) => {
    let answer: Fetch<Bindings>;
    try {
      answer = await withTimeout(startOnce(bindings), readAnswerMs(bindings));
    } catch {
      return notStarted(request);
    }
    return answer(request, bindings);
  };
}

/** A log line about a start that failed. */
export function startFailure(error: unknown): string {
  const reason = error instanceof SettingsError ? error.message : faultName(error);
  return JSON.stringify({ time: new Date().toISOString(), event: "start-failed", reason });
}

function notStarted({ headers }: Request): Response {
  const response = problemResponse("store-down", preferredLanguage(headers.get("accept-language")) ?? languages[0]);
  for (const [name, value] of Object.entries(securityHeaders("", undefined))) response.headers.set(name, value);
  return response;
}
