import { setTimeout as wait } from "node:timers/promises";
import type { Permalink } from "../core/model/ids.ts";
import { listen } from "../nomination/node/listen.ts";
import type { Folders } from "../site/folders.ts";
import type { Progress } from "../site/load/load-archive.ts";
import { createDevApp } from "./dev-app.ts";
import { LiveSite } from "./live-site.ts";
import { createSheetPrinter } from "./sheet-printer.ts";
import { watchSite } from "./watch-site.ts";

export interface DevServerOptions {
  readonly folders: Folders;
  readonly port: number;
  /** Address to listen on; other machines reach it unless it is the loopback address. */
  readonly host: string;
  /** True: open pages go to the practice that is saved. */
  readonly follows: boolean;
  readonly progress: Progress;
  /** Called if the system cannot watch all files. */
  readonly watchFailed: (reason: string) => void;
}

export interface DevServer {
  readonly site: LiveSite;
  readonly url: string;
  /** Resolves when files are watched. Pages are up to date even before. */
  readonly watching: Promise<void>;
  close(): Promise<void>;
}

/** Time between the start of the server and that of watching. */
const watchDelayMs = 400;
/** After this time without a change the archive is assembled anew. */
const reassembleDebounceMs = 400;
/** Ports to try, beginning with the given one. */
const maxPorts = 20;

/** Starts the development server. Rejects with code EADDRINUSE if no port near the one that was asked for is free. */
export async function startDevServer(options: DevServerOptions): Promise<DevServer> {
  const { folders, host, follows, progress } = options;
  const site = await LiveSite.open(folders, progress);
  const printer = createSheetPrinter(site);
  const isLocal = host === "127.0.0.1" || host === "localhost" || host === "::1";
  const app = createDevApp({
    site,
    printer,
    follows,
    hosts: isLocal ? ["localhost", "127.0.0.1", "[::1]"] : undefined,
  });
  const server = await listenNear(app.fetch, host, options.port);

  let reassembling: NodeJS.Timeout | undefined;
  const reassembleLater = (): void => {
    clearTimeout(reassembling);
    reassembling = setTimeout(() => {
      if (site.reassembleIfNeeded()) app.announce("pages", undefined);
    }, reassembleDebounceMs);
  };
  let updating: Promise<unknown> = Promise.resolve();
  const update = (paths: readonly string[]): void => {
    updating = updating
      .then(() => site.update(paths))
      .then((change) => {
        if (change !== "nothing") app.announce(change, pageOf(paths, folders, site));
        reassembleLater();
      })
      // A file may disappear while it is read; the next change reads it again.
      .catch((error: unknown) => options.watchFailed(error instanceof Error ? error.message : String(error)));
  };
  // Ten thousand files take a second to watch: answer the first request before.
  const watching = wait(watchDelayMs).then(async () => {
    const watcher = watchSite(folders, update, options.watchFailed);
    await watcher.ready;
    const missed = site.listOutdated();
    if (missed.length > 0) update(missed);
    return watcher;
  });
  return {
    site,
    url: `http://${isLocal ? "localhost" : host}:${server.port}/`,
    watching: watching.then(() => undefined),
    async close() {
      clearTimeout(reassembling);
      app.close();
      await Promise.all([watching.then((watcher) => watcher.close()), printer.close(), server.close()]);
      await updating;
    },
  };
}

/** The page of the one text that was saved. */
function pageOf(paths: readonly string[], { content }: Folders, site: LiveSite): Permalink | undefined {
  const [path, ...others] = paths;
  if (!path?.startsWith(content.folder) || others.length > 0) return undefined;
  return site.permalinkOf(`${content.name}${path.slice(content.folder.length).replaceAll("\\", "/")}`);
}

async function listenNear(fetch: Parameters<typeof listen>[0], host: string, wanted: number) {
  for (let port = wanted; ; port++) {
    try {
      return await listen(fetch, { hostname: host, port });
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (!isTaken || wanted === 0 || port >= wanted + maxPorts) throw error;
    }
  }
}
