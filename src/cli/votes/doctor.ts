import { routes } from "../../core/protocol.ts";
import { UsageError } from "../arguments.ts";
import { castFromForm, castFromPage, type Endpoint, probe, readForm } from "./doctor-probes.ts";
import type { Check } from "./verify-log.ts";
import type { VotesContext } from "./votes-context.ts";

/** Milliseconds by which two clocks may differ before tokens of one are strange to the other. */
const maxClockMs = 60_000;

/**
 * `votes doctor`: casts trial ballots as a browser without script and as one with, and looks at what readers need: store, clock,
 * paths, origins, addresses, caches, log. Says in words what is wrong; returns 1 if anything is. No vote is left behind.
 */
export async function examineEndpoint(context: VotesContext): Promise<number> {
  const { positionals, terminal, texts, now } = context;
  const [address = ""] = positionals;
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) throw new UsageError(texts.votes.doctor.notAnAddress);
  const { origin, pathname } = new URL(address);
  const base = `${origin}${pathname}`.replace(/(\/(api(\/.*)?|healthz|nominate(\/.*)?))?\/*$/, "");
  const endpoint: Endpoint = { base, texts: texts.votes.doctor };
  const say = ({ holds, text }: Check): void => terminal.out(`${holds ? "✓" : "✗"} ${text}\n`);
  const checks: Check[] = [];
  const add = (...found: readonly Check[]): void => {
    checks.push(...found);
    for (const check of found) say(check);
  };
  const { date, ...health } = await checkHealth(endpoint);
  add(health);
  if (date === undefined) return 1;
  const apart = minutesApart(date, now);
  if (apart > 0) add({ holds: false, text: endpoint.texts.clock(apart) });
  const form = await readForm(endpoint);
  add(...form.checks);
  if (form.token !== undefined) add(...(await castFromForm(endpoint, form)));
  add(...(await castFromPage(endpoint, form.site ?? new URL(base).origin)));
  add(...(await checkTally(endpoint)));
  const failed = checks.some(({ holds }) => !holds);
  terminal.out(`${failed ? endpoint.texts.ill : endpoint.texts.well}\n`);
  return failed ? 1 : 0;
}

/** Whole minutes between two clocks; 0 if they agree well enough. */
export function minutesApart(date: string, now: Date): number {
  const apart = Math.abs(Date.parse(date) - now.getTime());
  return apart > maxClockMs ? Math.round(apart / 60_000) : 0;
}

/** Whether an endpoint answers and can write, and the time by its clock. */
export async function checkHealth({ base, texts }: Endpoint): Promise<Check & { readonly date?: string }> {
  const answer = await probe(base + routes.health);
  if ("unreachable" in answer) return { holds: false, text: texts.unreachable(answer.unreachable) };
  const { status, json, headers } = answer;
  const date = headers.get("date") ?? new Date().toUTCString();
  if (status === 200 && json.status === "ok") return { holds: true, text: texts.healthy, date };
  if (json.code === "store-down") return { holds: false, text: texts.storeDown, date };
  return { holds: false, text: texts.noEndpoint(base + routes.health, status) };
}

/** The tally says where the log ends, and the log ends there; no trial is in either. */
async function checkTally({ base, texts }: Endpoint): Promise<readonly Check[]> {
  const answer = await probe(`${base}${routes.tally}?at=${Date.now()}`);
  if ("unreachable" in answer || answer.status !== 200) return [{ holds: false, text: texts.noTally }];
  const { log, counts } = answer.json as { log?: { size: number; root: string }; counts?: object };
  if (!log || !counts) return [{ holds: false, text: texts.noTally }];
  if (log.size === 0) return [{ holds: true, text: texts.logHolds(0) }];
  const page = await probe(`${base}${routes.log}?from=${log.size}&size=${log.size}`);
  const rows = "unreachable" in page ? [] : ((page.json.rows as readonly { hash?: unknown }[] | undefined) ?? []);
  return rows[0]?.hash === log.root
    ? [{ holds: true, text: texts.logHolds(log.size) }]
    : [{ holds: false, text: texts.logDiffers }];
}
