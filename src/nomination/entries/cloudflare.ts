import type { D1Database } from "@cloudflare/workers-types";
import { routes } from "../../core/protocol.ts";
import { createNominationApp } from "../app.ts";
import { createServices, readPublishedSite } from "../create-services.ts";
import { readAnswerMs } from "../deadlines.ts";
import { readDeployedSettings } from "../deployed-settings.ts";
import type { Environment } from "../environment.ts";
import { publishedFreshMs } from "../nominees.ts";
import { webPrimitives } from "../primitives.ts";
import { type Fetch, startLazily } from "../start-lazily.ts";
import type { Recorded } from "../store.ts";
import { D1Store } from "../stores/d1-store.ts";
import type { TallyCache } from "../tally-cache.ts";

interface Bindings extends Environment {
  readonly DB: D1Database;
  /** The site's files, if this worker serves them as static assets. */
  readonly ASSETS?: { readonly fetch: typeof fetch };
}

interface Context {
  waitUntil(promise: Promise<unknown>): void;
}

const endpoint = startLazily(start, console.log, readAnswerMs);

/** Cloudflare Workers, with D1 as `DB`. */
export default {
  async fetch(request: Request, bindings: Bindings, context: Context): Promise<Response> {
    const isTally = new URL(request.url).pathname.endsWith(routes.tally);
    const answer = isTally ? answerTally(request, bindings, context) : Promise.resolve(endpoint(request, bindings));
    // Others may wait for what this request began (the start, the site's list, the salt of the day), so it has to go on
    // even if its reader leaves.
    context.waitUntil(answer);
    return answer;
  },

  /** By a cron trigger, because counting the log again at each start would cost a reading of every row. */
  async scheduled(_event: unknown, { DB }: Bindings): Promise<void> {
    const corrected = await new D1Store(DB).rebuildTally();
    console.log(JSON.stringify({ event: "tally-checked", fixed: corrected.length }));
  },
};

/** Cloudflare's name for the cache of the place where the worker runs. */
declare const caches: { readonly default: TallyCache };

async function answerTally(request: Request, bindings: Bindings, context: Context): Promise<Response> {
  const { answerFromCache } = await import("../tally-cache.ts");
  const reader = {
    request,
    answer: async () => endpoint(request, bindings),
    later: (work: Promise<unknown>) => context.waitUntil(work),
  };
  return answerFromCache(reader, caches.default);
}

async function start(bindings: Bindings): Promise<Fetch<Bindings>> {
  const { DB, ASSETS } = bindings;
  const settings = readDeployedSettings(bindings, ["DB"]);
  const store = new D1Store(DB);
  await store.migrate();
  const services = await createServices(settings, {
    primitives: webPrimitives,
    store,
    record: async (entry) => (await store.record([entry]))[0] as Recorded,
    readSiteFile: readPublishedSite(settings, ASSETS ? (...call) => ASSETS.fetch(...call) : fetch),
    ...(!ASSETS && { keepMs: publishedFreshMs }),
    clientAddress: (request) => request.headers.get("cf-connecting-ip") ?? undefined,
    observe: (event) => console.log(JSON.stringify(event)),
    metrics: undefined,
  });
  return createNominationApp(services).fetch;
}
