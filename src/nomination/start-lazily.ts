import { isLanguage, languages, problemStatus, routes } from "../core/protocol.ts";
import type { SentBallot } from "./form-page.ts";
import { readFields } from "./guard/read-fields.ts";
import { securityHeaders } from "./guard/security-headers.ts";
import { wantsPage } from "./guard/wants-page.ts";
import { readOwnPath, wayToTop } from "./own-path.ts";
import { preferredLanguage } from "./preferred-language.ts";
import { problemPageHeaders, problemResponse } from "./problem.ts";
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
  const reason = error instanceof SettingsError ? error.message : `${faultName(error)}${storeWords(error)}`;
  return JSON.stringify({ time: new Date().toISOString(), event: "start-failed", reason });
}

/** SQLite's own words, which are always the same for a code, such as “database is locked”. */
function storeWords(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return code === "ERR_SQLITE_ERROR" ? `: ${message}` : "";
}

/** Before there is an endpoint: a page for readers, with a button that sends their ballot again, and JSON for programs. */
async function notStarted(request: Request): Promise<Response> {
  const { headers } = request;
  const asked = new URL(request.url).searchParams.get("lang");
  const language = isLanguage(asked) ? asked : (preferredLanguage(headers.get("accept-language")) ?? languages[0]);
  const code = "store-down";
  let response = problemResponse({ code }, language);
  if (wantsPage(headers)) {
    const { problemPage } = await import("./form-page.ts");
    const page = { language, site: {}, siteUrl: "", top: wayToTop(readOwnPath(request)) };
    const html = String(await problemPage(page, { code, ballot: await readBallot(request) }));
    response = new Response(html, { status: problemStatus[code], headers: problemPageHeaders(code) });
  }
  for (const [name, value] of Object.entries(securityHeaders("", undefined))) response.headers.set(name, value);
  return response;
}

async function readBallot(request: Request): Promise<SentBallot | undefined> {
  if (request.method !== "POST" || !readOwnPath(request).endsWith(routes.nominations)) return undefined;
  const { fields } = await readFields(request);
  const [practice = "", token = "", answer = ""] = ["practice", "token", "answer"].map((name) => fields?.get(name));
  return token === "" ? undefined : { practice, token, answer };
}
