import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createNominationApp } from "../app.ts";
import { createServices, readPublishedSite } from "../create-services.ts";
import { createNetworkWatch } from "../network-watch.ts";
import { publishedFreshMs, type ReadSiteFile } from "../nominees.ts";
import type { Settings } from "../settings.ts";
import type { VoteStore } from "../store.ts";
import { boundRendering } from "./bounded-captcha.ts";
import { GroupCommit } from "./group-commit.ts";
import { createServerPrimitives } from "./node-primitives.ts";
import { logLine, Metrics, observer } from "./operation.ts";
import { createTrustedProxies, type ReadAddress } from "./trusted-proxies.ts";

export interface Endpoint {
  readonly app: ReturnType<typeof createNominationApp>;
  readonly store: VoteStore;
  /** Practices whose tally did not agree with the log at the start, and was corrected. */
  readonly corrected: readonly string[];
  close(): Promise<void>;
}

export interface EndpointOptions {
  readonly settings: Settings;
  readonly store: VoteStore;
  /** Folder of the built site; without one the published site is asked. */
  readonly siteFolder: string | undefined;
  /** Where log lines go. */
  readonly log: (line: string) => void;
  /** Reads the address of the client; without it, the socket gives it. */
  readonly peerAddress?: ReadAddress;
}

/** Starts the endpoint on Node; any server can mount its app. If that fails, the store is closed. */
export async function startEndpoint(options: EndpointOptions): Promise<Endpoint> {
  try {
    return await start(options);
  } catch (error) {
    await options.store.close().catch(() => undefined);
    throw error;
  }
}

async function start(options: EndpointOptions): Promise<Endpoint> {
  const { settings, store, siteFolder, log } = options;
  const corrected = await store.rebuildTally();
  const metrics = new Metrics();
  const commits = new GroupCommit(store);
  const services = await createServices(settings, {
    primitives: createServerPrimitives(),
    store,
    record: (entry) => commits.record(entry),
    ...(siteFolder
      ? { readSiteFile: readSiteFolder(siteFolder) }
      : { readSiteFile: readPublishedSite(settings, fetch), keepMs: publishedFreshMs }),
    ...createTrustedProxies(settings.trustedProxies, options.peerAddress),
    observe: observer(metrics, log),
    watchNetwork: createNetworkWatch((warning) => log(`${logLine({ event: "warning", warning }, Date.now())}\n`)),
    metrics: settings.metricsToken ? { token: settings.metricsToken, text: () => metrics.text() } : undefined,
  });
  const app = createNominationApp({ ...services, captcha: boundRendering(services.captcha) });
  return { app, store, corrected, close: () => store.close() };
}

/** Reads files of a site that lies beside the endpoint. */
function readSiteFolder(folder: string): ReadSiteFile {
  return async (name) => {
    const text = await readFile(join(folder, name), "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    });
    return text === undefined ? undefined : JSON.parse(text);
  };
}
