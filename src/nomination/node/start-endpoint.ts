import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Hono } from "hono";
import { createNominationApp } from "../app.ts";
import { createServices, readPublishedSite } from "../create-services.ts";
import type { ReadSiteFile } from "../nominees.ts";
import type { Settings } from "../settings.ts";
import type { VoteStore } from "../store.ts";
import { GroupCommit } from "./group-commit.ts";
import { nodePrimitives } from "./node-primitives.ts";
import { Metrics, observer } from "./operation.ts";
import { createTrustedProxies, type ReadAddress } from "./trusted-proxies.ts";

export interface Endpoint {
  // biome-ignore lint/suspicious/noExplicitAny: what an app notes of a request is its own affair.
  readonly app: Hono<any>;
  readonly store: VoteStore;
  /** Practices whose tally did not agree with the log at the start and was mended. */
  readonly mended: readonly string[];
  close(): Promise<void>;
}

export interface EndpointOptions {
  readonly settings: Settings;
  readonly store: VoteStore;
  /** Folder of the built site; without one the published site is asked. */
  readonly siteFolder: string | undefined;
  /** Where log lines go. */
  readonly log: (line: string) => void;
  /** Who is at the other end; without it, the socket says so. */
  readonly peerAddress?: ReadAddress;
}

/** The endpoint on Node: any server can carry its app. */
export async function startEndpoint(options: EndpointOptions): Promise<Endpoint> {
  const { settings, store, siteFolder, log } = options;
  const mended = await store.mendTally();
  const metrics = new Metrics();
  const commits = new GroupCommit(store);
  const services = await createServices(settings, {
    primitives: nodePrimitives,
    store,
    record: (entry) => commits.record(entry),
    readSiteFile: siteFolder ? readSiteFolder(siteFolder) : readPublishedSite(settings, fetch),
    ...createTrustedProxies(settings.trustedProxies, options.peerAddress),
    observe: observer(metrics, log),
    metrics: settings.metricsToken ? { token: settings.metricsToken, text: () => metrics.text() } : undefined,
  });
  return { app: createNominationApp(services), store, mended, close: () => store.close() };
}

/** Reads files of a site that lies beside the endpoint. */
function readSiteFolder(folder: string): ReadSiteFile {
  return async (name) => JSON.parse(await readFile(join(folder, name), "utf8"));
}
